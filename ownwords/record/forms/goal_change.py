"""The form that changes a goal: everything that helps, nothing of it asked twice."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import (
    ChosenField,
    LineField,
    SeveralField,
    WordsField,
    because,
    choices_of,
)
from ownwords.people.forms.sight import Tokens
from ownwords.record.actions.entries import is_voice_of
from ownwords.record.actions.goals import MOST_PAIRS, GoalShape
from ownwords.record.forms.goals import entry_choices, number_fields, review_on, said_in
from ownwords.record.method import tools
from ownwords.record.models import Entry, Goal

SPARE_PAIRS = 2


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
        self.fields["review_on"] = review_on()

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
        why, uses = said_in("why"), said_in("strengths_used")
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
            **number_fields(),
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
