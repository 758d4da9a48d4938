"""What is chosen of codes: another code from the tree, and the passages that go to a new one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.actions.codes import MOST_NAME
from ownwords.people.forms.fields import ChosenField, LineField, SubmissionField, VersionField

TOP = "top"
"""The place of a code that hangs on no other."""


class PlaceForm(forms.Form):
    """Another code, chosen from the tree."""

    version = VersionField()

    def __init__(self, *args: Any, name: str, codes: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[name] = ChosenField(
            choices=[(one, one) for one in codes],
            error_messages={
                "required": _("Choose a code from the tree."),
                "invalid_choice": _("This code is not there any more, or cannot be chosen. Choose another."),
            },
        )


class SplitForm(forms.Form):
    """The passages that go to a new code, those of earlier pages too, and what it is called."""

    name = LineField(label=_("What is the new code called?"), most=MOST_NAME)
    held = forms.CharField(required=False, widget=forms.HiddenInput, max_length=400_000)
    version = VersionField()

    def to_chosen(self) -> list[UUID]:
        """Return the passages ticked on this page and on pages before, each once."""
        return chosen_passages(self.data)


def chosen_passages(data: Any) -> list[UUID]:
    """Return every passage that a form names; what is no id is passed over."""
    typed = [*data.get("held", "").split(), *(data.getlist("passage") if data else ())]
    as_id = SubmissionField().clean
    ids = (as_id(one) for one in typed)
    return list(dict.fromkeys(one for one in ids if one is not None))
