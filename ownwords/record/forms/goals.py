"""Forms for goals: two questions to begin with, everything else when it helps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    VersionField,
    WordsField,
    because,
    choices_of,
)
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle
from ownwords.record.actions.goals import LONGEST_REVIEW
from ownwords.record.forms.step_rows import ReviewRows
from ownwords.record.forms.steps import FIRST_YEAR, LAST_YEAR
from ownwords.record.method import tools
from ownwords.record.models import Entry, Step

SHOWN = 80


def said_in(key: str) -> Any:
    """Return what the goal form says about one field."""
    return next(field for field in tools.goals().fields if field.key == key)


class GoalAddForm(SightForm):
    """A new goal: the words, and whose idea it was."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        words = said_in("goal_words")
        first = {
            "words": WordsField(label=_(words.title), help_text=_(words.hint), rows=3),
            "origin": because(
                ChosenField(label=_("Whose idea was it?"), choices=choices_of(tools.goals().origins)),
                _("So that your own ideas and other people's stay apart. It can be changed later."),
            ),
            "origin_name": LineField(label=_("Their name, or which rule"), required=False),
        }
        self.fields = {**first, **self.fields}


class Number(forms.IntegerField):
    """A whole number from 0 to 10, or nothing. Nothing is not 0."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def __init__(self, **options: Any) -> None:
        message = _("Give a whole number from 0 to 10, or leave it empty.")
        options.setdefault("error_messages", {"invalid": message, "min_value": message, "max_value": message})
        super().__init__(min_value=0, max_value=10, required=False, **options)


def number_fields() -> dict[str, forms.Field]:
    """Return the two fields from 0 to 10: how much it matters, how sure the person is."""
    importance, confidence = said_in("importance"), said_in("confidence")
    return {
        "importance": Number(label=_(importance.title), help_text=_(importance.hint)),
        "confidence": Number(label=_(confidence.title), help_text=_(confidence.hint)),
    }


def review_on() -> DatePartsField:
    """Return the field for the day on which the goal is looked at again."""
    said = said_in("review_on")
    return DatePartsField(
        label=_(said.title), help_text=_(said.hint), required=False, first=FIRST_YEAR, last=LAST_YEAR
    )


def entry_choices(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Return entries as choices, by the beginning of their words."""
    return [(str(entry.id), shortened(entry.words)) for entry in entries]


def shortened(words: str) -> str:
    """Return words on one line, cut at a word with "…" when they are long. Only for lists to choose from."""
    line = " ".join(words.split())
    if len(line) <= SHOWN:
        return line
    return line[:SHOWN].rsplit(" ", 1)[0] + " …"


class GoalReviewForm(ReviewRows, Tokens):
    """Looking at a goal again: its steps first, then the two numbers and the next day."""

    def __init__(self, *args: Any, entry: Entry, steps: list[Step], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = entry.version
        self.add_rows(steps)
        self.fields.update(number_fields())
        self.fields["review_on"] = review_on()
        self.initial.setdefault("review_on", timezone.localdate() + LONGEST_REVIEW)

    @staticmethod
    def values_of(entry: Entry) -> dict[str, Any]:
        """Return what the fields hold for a goal as it stands now."""
        return {name: getattr(entry.goal, name) for name in ("importance", "confidence", "review_on")}

    def to_details(self) -> dict[str, Any]:
        """Return the numbers and the day for the action."""
        return {name: self.cleaned_data[name] for name in ("importance", "confidence", "review_on")}


class GoalEndForm(forms.Form):
    """How a goal ended, in one press and, if it helps, a few words."""

    version = VersionField()

    def __init__(self, *args: Any, entry: Entry, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = entry.version
        self.fields["outcome"] = ChosenField(
            label=_("How did it end?"), choices=choices_of(tools.goals().outcomes)
        )
        self.fields["outcome_words"] = WordsField(
            label=_("What would you like to say about it?"), required=False, rows=3
        )

    @staticmethod
    def values_of(entry: Entry) -> dict[str, Any]:
        """Return what the fields hold for a goal as it stands now."""
        return {"outcome": entry.goal.outcome, "outcome_words": entry.goal.outcome_words}
