"""Where a passage lies on the dimension of a property."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.incidents import FURTHEST, MOST_NOTE, Placed
from ownwords.inquiry.models import Incident, Property
from ownwords.people.forms.fields import WordsField
from ownwords.people.forms.sight import Tokens


class IncidentForm(Tokens):
    """A place from 0 to 100, or none, and a note."""

    def __init__(self, *args: Any, of: Property, incident: Incident | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if incident is not None:
            first = {"place": incident.place, "note": incident.note, "version": incident.version}
            self.initial = {**first, **self.initial}
        wrong = _("Give a whole number from 0 to 100, or leave it empty.")
        poles = {"from": of.from_pole, "to": of.to_pole}
        self.fields["place"] = forms.IntegerField(
            label=_("Where does it lie?"), required=False, min_value=0, max_value=FURTHEST,
            help_text=_("0 is “%(from)s”, 100 is “%(to)s”. Left empty, it stays unplaced.") % poles,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
        )  # fmt: skip
        self.fields["note"] = WordsField(label=_("Why there?"), required=False, rows=3, most=MOST_NOTE)

    def to_placed(self) -> Placed:
        """Return what was said, for the action."""
        return Placed(self.cleaned_data["place"], self.cleaned_data["note"])
