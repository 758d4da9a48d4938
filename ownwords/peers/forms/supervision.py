"""Forms of supervision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.peers.actions.supervision import MOST_WORDS
from ownwords.people.forms.fields import WordsField
from ownwords.people.forms.sight import Tokens
from ownwords.people.models import Account


class SuperviseForm(forms.Form):
    """Who supervises whom."""

    def __init__(self, *args: Any, workers: list[Account], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", _("Choose")), *((str(one.id), one.name) for one in workers)]
        for name, label in (("peer", _("Peer worker")), ("supervisor", _("Their peer supervisor"))):
            self.fields[name] = forms.ChoiceField(
                label=label, choices=choices, error_messages={"required": _("Choose somebody.")}
            )

    def chosen(self, name: str) -> UUID | None:
        """Return who was chosen."""
        typed = self.cleaned_data.get(name)
        return UUID(typed) if typed else None


class ItemForm(Tokens):
    """Something to talk about."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = WordsField(
            label=_("What would you like to talk about?"), rows=3, most=MOST_WORDS,
            help_text=_("About the work. Leave out what somebody told you in confidence."),
        )  # fmt: skip
