"""Which two codes, how near, and counted in what, as an address says it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.forms.analysis import MOST_CHARACTERS
from ownwords.inquiry.queries.proximity import Near, Unit
from ownwords.people.forms.fields import SubmissionField

UNITS = ((Unit.CHARACTERS, _("characters")), (Unit.TURNS, _("turns of speech")))
USUAL = {Unit.CHARACTERS: 100, Unit.TURNS: 1}


class NearForm(forms.Form):
    """Two codes near one another; what makes no sense is taken for the usual."""

    first = SubmissionField()
    second = SubmissionField()
    coder = SubmissionField()
    within = forms.IntegerField(required=False, min_value=0, max_value=MOST_CHARACTERS)
    unit = forms.ChoiceField(required=False, choices=UNITS)
    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)

    @property
    def page_number(self) -> int:
        """Return the number of the page, from 1."""
        self.is_valid()
        return self.cleaned_data.get("page") or 1

    @property
    def unit_meant(self) -> Unit:
        """Return what is counted in."""
        self.is_valid()
        return Unit(self.cleaned_data.get("unit") or Unit.CHARACTERS)

    @property
    def within_meant(self) -> int:
        """Return how far apart at most."""
        self.is_valid()
        within = self.cleaned_data.get("within")
        return USUAL[self.unit_meant] if within is None else within

    def to_near(self) -> Near | None:
        """Return what is asked; None until two different codes are named."""
        self.is_valid()
        typed = {name: self.cleaned_data.get(name) if self.data.get(name) else None
                 for name in ("first", "second", "coder")}  # fmt: skip
        if typed["first"] is None or typed["second"] is None or typed["first"] == typed["second"]:
            return None
        return Near(typed["first"], typed["second"], self.within_meant, self.unit_meant, typed["coder"])
