"""Forms of a round of checking back: what it is called and says, which texts, what changed because of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.rounds import MOST_SUMMARY, MOST_TITLE, Told
from ownwords.inquiry.models import CheckingRound, Puts
from ownwords.inquiry.queries.rounds import texts_put, texts_to_put
from ownwords.people.forms.fields import ChosenField, LineField, SeveralField, WordsField
from ownwords.people.forms.sight import Tokens


class RoundForm(Tokens):
    """What a round is called, what is put in it (asked once), and its plain summary."""

    def __init__(self, *args: Any, row: CheckingRound | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if row is not None:
            self.initial = {
                "title": row.title, "summary": row.summary, "version": row.version, **self.initial
            }  # fmt: skip
        self.fields["title"] = LineField(
            label=_("What is this round called?"), most=MOST_TITLE,
            help_text=_("People who are asked read it on top of their page."),
        )  # fmt: skip
        if row is None:
            self.fields["puts"] = ChosenField(
                label=_("What is put to people?"), choices=Puts.choices, initial=Puts.FINDINGS,
                help_text=_("It stays as it is for this round. For both, make two rounds."),
            )  # fmt: skip
        self.fields["summary"] = WordsField(
            label=_("A plain summary"), required=False, rows=8, most=MOST_SUMMARY,
            help_text=_(
                "A page at most, as you would tell it at a kitchen table: what you wanted to know, "
                "what you did, and what you ask now."
            ),
        )  # fmt: skip

    def to_told(self) -> Told:
        """Return what was said, for the action."""
        return Told(self.cleaned_data["title"], self.cleaned_data["summary"])


class TextsForm(Tokens):
    """Of which texts people get their own words back."""

    def __init__(self, *args: Any, opened: OpenedStudy, row: CheckingRound, **options: Any) -> None:
        super().__init__(*args, **options)
        first = {"sources": [str(one.id) for one in texts_put(row)], "version": row.version}
        self.initial = {**first, **self.initial}
        self.fields["sources"] = SeveralField(
            label=_("Which texts?"), required=False, choices=texts_to_put(opened),
            help_text=_("Everybody sees their own words only, never those of others in the same group."),
        )  # fmt: skip

    def to_sources(self) -> list[UUID]:
        """Return the chosen texts."""
        return [UUID(one) for one in self.cleaned_data["sources"]]


class ChangedForm(Tokens):
    """How the analysis changed because of what came back."""

    def __init__(self, *args: Any, row: CheckingRound, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial = {"words": row.what_changed, "version": row.version, **self.initial}
        self.fields["words"] = WordsField(
            label=_("What changed in the analysis because of it?"), required=False, rows=6, most=MOST_SUMMARY,
            help_text=_("Say it also where nothing changed, and why. It goes into the report."),
        )  # fmt: skip
