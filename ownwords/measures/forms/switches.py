"""The form for switching a standard measure on or off."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.measures.actions.switches import needs_note
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.models import InstrumentSwitch
from ownwords.people.forms.fields import VersionField, WordsField


class NeededToGoOn(WordsField):
    """Words without which a measure cannot go on; it can go off without them."""

    def clean(self, value: Any) -> str:
        """Return the text as it will be kept; the action says whether it may be empty."""
        self.required = False
        try:
            return super().clean(value)
        finally:
            self.required = True


class SwitchForm(forms.Form):
    """On or off, on which licence, and where what was unconfirmed has been checked."""

    version = VersionField()

    def __init__(
        self, *args: Any, instrument: Instrument, switch: InstrumentSwitch | None, is_on: bool, **options: Any
    ) -> None:
        first: dict[str, Any] = {"version": switch.version if switch else 0, "on": is_on}
        if switch:
            first |= {"licence_reference": switch.licence_reference, "source_note": switch.source_note}
        super().__init__(*args, **{**options, "initial": first})
        self.fields["on"] = forms.BooleanField(
            label=_("People in this organisation can fill in %(name)s") % {"name": instrument.name},
            required=False,
        )
        if instrument.licence.needs_reference:
            self.fields["licence_reference"] = NeededToGoOn(
                label=_("Licence, or when the authors were told"),
                rows=2,
                most=2_000,
                help_text=_("It cannot be switched on without."),
            )
        if needs_note(instrument):
            self.fields["source_note"] = NeededToGoOn(
                label=_("Where you checked what is unconfirmed"),
                rows=3,
                most=2_000,
                help_text=_("It cannot be switched on without."),
            )
