"""The form behind a link: one line, one answer."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.measures.actions.ratings import Rated, plain
from ownwords.measures.models import GivenAs
from ownwords.measures.queries.links import Held
from ownwords.people.forms.fields import ChosenField, SubmissionField, WordsField

MOST_STEPS = 10
RATHER_NOT = "rather_not"


class LinkForm(forms.Form):
    """A number on the line's own scale, or rather not; and words beside it, if any."""

    submission = SubmissionField()
    wording = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, held: Held, **options: Any) -> None:
        super().__init__(*args, **options)
        self.held = held
        line = held.line
        steps = self.steps = _steps(line.low, line.high)
        missing = {"required": _("Choose a number, or say that you would rather not.")}
        if steps:
            choices = [(str(step), self._label(step)) for step in steps]
            label = _("Where are you today?")
            rather_not = (RATHER_NOT, _("I would rather not say"))
            self.fields["value"] = ChosenField(
                label=label, choices=[*choices, rather_not], error_messages=missing
            )
        else:
            self.fields["value"] = forms.CharField(
                label=_("A number from %(low)s to %(high)s")
                % {"low": plain(line.low), "high": plain(line.high)},
                help_text=line.unit,
                error_messages={"required": _("Write the number in figures.")},
                max_length=12,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "size": "5"}),
            )
        self.fields["note"] = WordsField(
            label=_("Do you want to say something about it?"), most=2_000, rows=3, required=False
        )
        self.initial["wording"] = held.wording.id
        self.order_fields(["value", "note"])

    def _label(self, step: int) -> str:
        """The number, with what it means where the line says so."""
        wording, line = self.held.wording, self.held.line
        words = wording.level_words.get(str(step), "")
        if not words and step == line.low:
            words = wording.low_words
        if not words and step == line.high:
            words = wording.high_words
        return f"{step}: {words}" if words else str(step)

    def clean_value(self) -> Decimal | None:
        """Return the number; None for rather not, or nothing."""
        typed = self.cleaned_data["value"].strip().replace(",", ".")
        if typed in ("", RATHER_NOT):
            return None
        try:
            return Decimal(typed)
        except ArithmeticError:
            raise forms.ValidationError(_("Write the number in figures.")) from None

    def rated(self) -> Rated:
        """Return what was answered."""
        declined = self.data.get("value") == RATHER_NOT
        given = GivenAs.RATHER_NOT if declined else GivenAs.ANSWERED
        return Rated(self.cleaned_data["value"], given, self.cleaned_data["note"])


def _steps(low: Decimal, high: Decimal) -> range | None:
    """Return the whole numbers of a short scale, None for one with fractions or many steps."""
    if low != int(low) or high != int(high) or high - low > MOST_STEPS:
        return None
    return range(int(low), int(high) + 1)
