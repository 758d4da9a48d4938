"""The filters of the timeline."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.people.forms.fields import DatePartsField, choices_of
from ownwords.record.method import tools
from ownwords.record.models import Kind, Said
from ownwords.record.queries.timeline import STEP, Filters


class TimelineForm(forms.Form):
    """What to show. Everything may be left open."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        everything = ("", _("Everything"))
        kinds = [(str(value), str(label)) for value, label in Kind.choices]
        self.fields["kind"] = forms.ChoiceField(
            label=_("What"), choices=[everything, *kinds, (STEP, _("Steps and promises"))], required=False
        )
        self.fields["tag"] = forms.ChoiceField(
            label=_("About"), choices=choices_of(tools.tags().tags, blank=_("Anything")), required=False
        )
        self.fields["said_by"] = forms.ChoiceField(
            label=_("Who said it"),
            choices=[("", _("Anybody")), *[(str(value), str(label)) for value, label in Said.choices]],
            required=False,
        )
        self.fields["first"] = DatePartsField(label=_("From"), required=False)
        self.fields["last"] = DatePartsField(label=_("To"), required=False)

    def to_filters(self) -> Filters:
        """Return the filters for the query."""
        typed = self.cleaned_data
        first, last = typed["first"], typed["last"]
        return Filters(typed["kind"], typed["tag"], typed["said_by"], first, _inside(last))


def _inside(day: date | None) -> date | None:
    return min(day, date(2199, 12, 31)) if day else None
