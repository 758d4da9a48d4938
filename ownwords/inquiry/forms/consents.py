"""The form of what a participant agrees to: each question by itself, and what was not asked stays open."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.consents import MOST_HOW
from ownwords.inquiry.models import AgreedTo
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField

_AGREED = {"yes": True, "no": False}


class ConsentForm(forms.Form):
    """Yes, no, or not asked now, to each question; the day, and how it was said."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("yes", _("Agreed")), ("no", _("Did not agree")), ("", _("Not asked this time"))]
        for to, label in AgreedTo.choices:
            self.fields[to] = ChosenField(
                label=str(label).capitalize(), required=False, choices=choices, initial=""
            )
        self.fields["said_on"] = DatePartsField(
            label=_("On which day?"), required=False, help_text=_("Left empty, it is today.")
        )
        self.fields["how"] = LineField(
            label=_("How?"),
            required=False,
            most=MOST_HOW,
            help_text=_("For example: signed form, or said on the recording."),
        )

    def to_answers(self) -> dict[str, bool]:
        """Return the questions that were answered."""
        typed = self.cleaned_data
        return {to: _AGREED[typed[to]] for to in AgreedTo.values if typed.get(to) in _AGREED}
