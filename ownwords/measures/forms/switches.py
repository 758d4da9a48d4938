"""The form for switching a standard measure on or off."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.measures.actions.switches import needs_note
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.models import InstrumentSwitch
from ownwords.people.forms.fields import VersionField, WordsField, because


class SwitchForm(forms.Form):
    """On or off, on which licence, and where what was unconfirmed has been checked."""

    version = VersionField()

    def __init__(
        self, *args: Any, instrument: Instrument, switch: InstrumentSwitch | None, is_on: bool, **options: Any
    ) -> None:
        first = {"version": switch.version if switch else 0, "on": is_on}
        if switch:
            first |= {"licence_reference": switch.licence_reference, "source_note": switch.source_note}
        super().__init__(*args, initial=first, **options)
        self.fields["on"] = forms.BooleanField(
            label=_("People in this organisation can fill in %(name)s") % {"name": instrument.name},
            required=False,
        )
        if instrument.licence.needs_reference:
            self.fields["licence_reference"] = because(
                WordsField(
                    label=_("Licence, or when the authors were told"), required=False, rows=2, most=2_000
                ),
                _("It cannot be switched on without."),
            )
        if needs_note(instrument):
            self.fields["source_note"] = because(
                WordsField(
                    label=_("Where you checked what is unconfirmed"), required=False, rows=3, most=2_000
                ),
                _("It cannot be switched on without."),
            )
