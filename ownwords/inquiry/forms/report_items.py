"""Forms of a report: what is said to an item, and what a report is to show."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.report_items import MOST_PLACE, MOST_WORDS, SaidTo
from ownwords.inquiry.models import ReportItem
from ownwords.people.forms.fields import LineField, SeveralField, WordsField
from ownwords.people.forms.sight import Tokens

MOST_NOTES = 100


class ItemForm(Tokens):
    """Own words to an item, and where in the report it stands."""

    def __init__(self, *args: Any, item: ReportItem | None, **options: Any) -> None:
        super().__init__(*args, **options)
        first = self.values_of(item) if item else {}
        self.initial = {**first, "version": item.version if item else 0, **self.initial}
        self.fields["words"] = WordsField(
            label=_("In your own words"), required=False, rows=6, most=MOST_WORDS,
            help_text=_("What the record cannot know. What it knows stands beside your words."),
        )  # fmt: skip
        self.fields["place"] = LineField(
            label=_("Where in your article or report does it stand?"), required=False, most=MOST_PLACE,
            help_text=_("For example: page 7, or Methods, third paragraph."),
        )  # fmt: skip

    @staticmethod
    def values_of(item: ReportItem) -> dict[str, Any]:
        """Return what the fields hold for an item as it stands now."""
        return {"words": item.words, "place": item.place}

    def to_said(self) -> SaidTo:
        """Return what was said, for the action."""
        return SaidTo(self.cleaned_data["words"], self.cleaned_data["place"])


class ChoicesForm(forms.Form):
    """What a report shows besides what it always shows: reflexive notes, and figures of agreement if asked for."""

    def __init__(self, *args: Any, notes: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if notes:
            self.fields["note"] = SeveralField(
                label=_("Which reflexive notes should stand in it?"),
                required=False,
                choices=notes[:MOST_NOTES],
            )
        self.fields["agreement"] = forms.BooleanField(
            required=False,
            label=_("With figures of agreement between coders"),
            help_text=_("A reflexive study, or one of grounded theory, has no use for them."),
        )

    def chosen(self) -> tuple[frozenset[UUID], bool]:
        """Return the notes that were chosen, and whether agreement is asked for; what does not fit is left out."""
        self.is_valid()
        notes = self.cleaned_data.get("note") or []
        return frozenset(UUID(one) for one in notes), bool(self.cleaned_data.get("agreement"))
