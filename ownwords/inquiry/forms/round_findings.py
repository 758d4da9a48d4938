"""Forms of what is put: which findings, in which words, with which quotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.round_findings import MOST_WORDS
from ownwords.inquiry.models import CheckingFinding, Finding
from ownwords.inquiry.queries.asking_quotes import Offered
from ownwords.people.forms.fields import SeveralField, WordsField
from ownwords.people.forms.sight import Tokens


class PutForm(forms.Form):
    """Which findings are put to people."""

    def __init__(self, *args: Any, findings: Sequence[Finding], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["findings"] = SeveralField(
            label=_("Which findings?"), choices=[(str(one.id), one.statement) for one in findings],
            help_text=_("Five to seven are enough for one sitting. You put each into plain words next."),
        )  # fmt: skip

    def to_findings(self) -> list[UUID]:
        """Return the chosen findings."""
        return [UUID(one) for one in self.cleaned_data["findings"]]


class SayForm(Tokens):
    """The words in which a finding is put, and passages that illustrate it."""

    def __init__(self, *args: Any, put: CheckingFinding, offered: Sequence[Offered], **options: Any) -> None:
        super().__init__(*args, **options)
        first = {"words": put.words, "quotes": [str(one) for one in put.quotes], "version": put.version}
        self.initial = {**first, **self.initial}
        self.fields["words"] = WordsField(
            label=_("The finding in plain words"), rows=4, most=MOST_WORDS,
            help_text=_("One thing at a time, so that one answer fits. No words of the method."),
        )  # fmt: skip
        if offered:
            self.fields["quotes"] = SeveralField(
                label=_("Which passages illustrate it?"), required=False,
                choices=[(str(one.shown.coding_id), _named(one)) for one in offered],
                help_text=_("Only passages of people who agreed to being quoted. They stand under a pseudonym."),
            )  # fmt: skip

    def to_quotes(self) -> list[UUID]:
        """Return the chosen passages."""
        return [UUID(one) for one in self.cleaned_data.get("quotes", ())]


def _named(one: Offered) -> str:
    words = _("%(who)s (speaks against): “%(words)s”") if one.against else _("%(who)s: “%(words)s”")
    return " ".join(words % {"who": who, "words": said} for who, said in one.shown.pieces)
