"""Forms for goals: two questions to begin with, everything else when it helps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    SeveralField,
    VersionField,
    WordsField,
    because,
    choices_of,
)
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle
from ownwords.record.actions.entries import is_voice_of
from ownwords.record.actions.goals import LONGEST_REVIEW, MOST_PAIRS, GoalShape
from ownwords.record.forms.steps import FIRST_YEAR, LAST_YEAR, ReviewRows
from ownwords.record.method import tools
from ownwords.record.models import Entry, Goal, Step

SPARE_PAIRS = 2
SHOWN = 80


def _said_in(key: str) -> Any:
    return next(field for field in tools.goals().fields if field.key == key)


class GoalAddForm(SightForm):
    """A new goal: the words, and whose idea it was."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        words = _said_in("goal_words")
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


def _numbers() -> dict[str, forms.Field]:
    importance, confidence = _said_in("importance"), _said_in("confidence")
    return {
        "importance": Number(label=_(importance.title), help_text=_(importance.hint)),
        "confidence": Number(label=_(confidence.title), help_text=_(confidence.hint)),
    }


def _review_on() -> DatePartsField:
    said = _said_in("review_on")
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


class GoalChangeForm(Tokens):
    """Everything that can be said about a goal. All of it is optional but the words and whose idea it was."""

    def __init__(
        self,
        *args: Any,
        opened: Opened,
        entry: Entry,
        matters: list[Entry],
        strengths: list[Entry],
        **options: Any,
    ) -> None:
        self.opened, self.entry, self.goal = opened, entry, entry.goal
        super().__init__(*args, **options)
        self.fields["version"].initial = entry.version
        if is_voice_of(opened, entry):
            self.fields["words"] = WordsField(
                label=_("What I want") if opened.is_own else _("The words"), rows=3
            )
        self.fields.update(self._whose())
        self.fields.update(self._why(matters, strengths))
        self.fields.update(self._ways())
        self.fields["review_on"] = _review_on()

    @staticmethod
    def values_of(entry: Entry) -> dict[str, Any]:
        """Return what the fields hold for a goal as it stands now."""
        goal = entry.goal
        columns = {field.name: getattr(goal, field.attname) for field in Goal._meta.concrete_fields}
        pairs = {
            f"{part}_{n}": row[part] for n, row in enumerate(goal.obstacles) for part in ("obstacle", "then")
        }
        needs = {f"need_{row['kind']}": row["words"] for row in goal.needs}
        return {**columns, **pairs, **needs, "words": entry.words}

    def _whose(self) -> dict[str, forms.Field]:
        made = tools.goals()
        not_said = _("Not said")
        kind_label = _("What kind of goal is it for you?")
        if not self.opened.is_own:
            kind_label = _("What kind of goal is it for %(person)s?") % {"person": self.opened.person.called}
        fields: dict[str, forms.Field] = {
            "origin": ChosenField(label=_("Whose idea was it?"), choices=choices_of(made.origins)),
            "origin_name": LineField(label=_("Their name, or which rule"), required=False),
            "whose": ChosenField(label=_("Whose goal is it?"), choices=choices_of(made.whose)),
            "whose_names": LineField(
                label=_("Who else, or who asks it"), required=False, most=300,
                help_text=_("For “ours” and “asked of me”: a family, a group, a congregation, a court."),
            ),
            "kind_by_person": because(
                ChosenField(label=kind_label, choices=choices_of(made.kinds, blank=not_said), required=False),
                _("So that goals for life are not lost among goals of treatment. The person's answer counts."),
            ),
        }  # fmt: skip
        if not self.opened.is_own:
            fields["kind_by_worker"] = ChosenField(
                label=_("And for you, as a worker?"),
                choices=choices_of(made.kinds, blank=not_said),
                required=False,
                help_text=_("Both answers are kept. Where they differ, the page says so."),
            )
        return fields

    def _why(self, matters: list[Entry], strengths: list[Entry]) -> dict[str, forms.Field]:
        why, uses = _said_in("why"), _said_in("strengths_used")
        fields: dict[str, forms.Field] = {
            "why": WordsField(label=_(why.title), required=False, rows=3),
        }
        if matters:
            fields["why_links"] = SeveralField(
                label=_("It belongs to what matters"), choices=entry_choices(matters), required=False
            )
        if strengths:
            fields["strength_links"] = SeveralField(
                label=_(uses.title), help_text=_(uses.hint), choices=entry_choices(strengths), required=False
            )
        return fields

    def _ways(self) -> dict[str, forms.Field]:
        made = tools.goals()
        fields: dict[str, forms.Field] = {
            "direction": ChosenField(
                label=_("Does it lead towards something, or away from something?"),
                choices=choices_of(made.directions, blank=_("Not said")),
                required=False,
            ),
            **_numbers(),
        }
        for level in made.attainment_levels:
            fields[level.key] = WordsField(label=_(level.label), required=False, rows=2)
        for number in range(min(len(self.goal.obstacles) + SPARE_PAIRS, MOST_PAIRS)):
            fields[f"obstacle_{number}"] = LineField(label=_("If this happens"), required=False, most=2_000)
            fields[f"then_{number}"] = LineField(label=_("then I will"), required=False, most=2_000)
        for need in made.needs:
            fields[f"need_{need.key}"] = LineField(label=_(need.label), required=False, most=2_000)
        return fields

    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the rows of obstacles for the page."""
        numbers = range(MOST_PAIRS)
        return [(self[f"obstacle_{n}"], self[f"then_{n}"]) for n in numbers if f"obstacle_{n}" in self.fields]

    def needs(self) -> list[forms.BoundField]:
        """Return the fields of what is needed, for the page."""
        return [self[name] for name in self.fields if name.startswith("need_")]

    def to_shape(self) -> GoalShape:
        """Return what was said, for the action."""
        typed = self.cleaned_data
        details = {name: typed[name] for name in typed if name in _DETAILS}
        details["obstacles"] = [
            {"obstacle": typed[f"obstacle_{n}"], "then": typed[f"then_{n}"]}
            for n in range(MOST_PAIRS)
            if f"obstacle_{n}" in typed
        ]
        details["needs"] = [
            {"kind": name.removeprefix("need_"), "words": typed[name]}
            for name in typed
            if name.startswith("need_")
        ]
        return GoalShape(
            words=typed.get("words"),
            details=details,
            why_links=_ids(typed, "why_links"),
            strength_links=_ids(typed, "strength_links"),
        )


_DETAILS = (
    "origin", "origin_name", "whose", "whose_names", "kind_by_person", "kind_by_worker", "why", "direction",
    "importance", "confidence", "a_bit", "hoped", "more_than_hoped", "review_on",
)  # fmt: skip


def _ids(typed: dict[str, Any], name: str) -> list[UUID] | None:
    return [UUID(one) for one in typed[name]] if name in typed else None


class GoalReviewForm(ReviewRows, Tokens):
    """Looking at a goal again: its steps first, then the two numbers and the next day."""

    def __init__(self, *args: Any, entry: Entry, steps: list[Step], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = entry.version
        self.add_rows(steps)
        self.fields.update(_numbers())
        self.fields["review_on"] = _review_on()
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
