"""The form of a visit: last promises, one thing, a new promise, close. Three minutes of typing at most (R1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, WordsField
from ownwords.people.forms.sight import Tokens
from ownwords.people.queries.circle import Circle
from ownwords.people.roles import TEAM_SIGHT
from ownwords.record.actions.steps import MOST_WORDS, PERSON, NewStep
from ownwords.record.actions.visit import Visit
from ownwords.record.forms.goals import entry_choices
from ownwords.record.forms.step_rows import ReviewRows
from ownwords.record.forms.steps import FIRST_YEAR, LAST_YEAR, NEXT, due_choices, due_on, who_choices
from ownwords.record.models import Entry, Step

MATTERS, STRENGTH, STEP = "matters", "strength", "step"


class VisitForm(ReviewRows, Tokens):
    """One visit. Every part may be left empty."""

    def __init__(
        self,
        *args: Any,
        opened: Opened,
        circle: Circle | None,
        steps: list[Step],
        goals: list[Entry],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.opened = opened
        self.add_rows(steps)
        self._add_thing(goals)
        self._add_promise(circle)
        self.fields["line"] = LineField(
            label=_("Anything else about today, in one line"), required=False, most=2_000
        )

    def _add_thing(self, goals: list[Entry]) -> None:
        self.fields["thing"] = ChosenField(
            label=_("One thing"),
            choices=[
                (MATTERS, _("Something that matters")),
                (STRENGTH, _("A strength")),
                (STEP, _("A step towards a goal")),
            ],
            required=False,
        )
        self.fields[MATTERS] = WordsField(label=_("What matters"), required=False, rows=3)
        self.fields[STRENGTH] = WordsField(label=_("The strength"), required=False, rows=3)
        self.fields[STEP] = WordsField(label=_("The step"), required=False, rows=2, most=MOST_WORDS)
        for name in (MATTERS, STRENGTH, STEP):
            # A blank placeholder lets the styles see whether something is typed: a box with words is never hidden.
            self.fields[name].widget.attrs["placeholder"] = " "
        self.offer_goals(goals)

    def offer_goals(self, goals: list[Entry]) -> None:
        """Ask towards which of these goals the step leads."""
        if goals:
            only = str(goals[0].id) if len(goals) == 1 else None
            self.fields["step_goal"] = ChosenField(
                label=_("Towards which goal?"), choices=entry_choices(goals), required=False, initial=only
            )

    def _add_promise(self, circle: Circle | None) -> None:
        staff = self.opened.viewer.role in TEAM_SIGHT
        self.fields["promise"] = WordsField(
            label=_("What do you promise to do?") if staff else _("What did they promise to do?"),
            required=False,
            rows=2,
            most=MOST_WORDS,
        )
        if circle is not None:
            choices = [choice for choice in who_choices(self.opened, circle) if choice[0] != PERSON]
            self.fields["promise_who"] = ChosenField(
                label=_("Who promised it?"), choices=choices, required=False
            )
            self.fields["promise_who_name"] = LineField(label=_("Their name"), required=False)
        self.fields["promise_due"] = ChosenField(
            label=_("By when?"), choices=due_choices(no_day=False), required=False, initial=NEXT
        )
        self.fields["promise_due_on"] = DatePartsField(
            label=_("Which day?"), required=False, first=FIRST_YEAR, last=LAST_YEAR
        )

    def to_visit(self) -> Visit:
        """Return what came of the visit, for the action."""
        typed = self.cleaned_data
        goal = typed.get("step_goal")
        return Visit(
            reviews=self.to_reviews(),
            matters=typed[MATTERS],
            strength=typed[STRENGTH],
            step=NewStep(typed[STEP], field=f"{STEP}_") if typed[STEP].strip() else None,
            step_goal=UUID(goal) if goal else None,
            promise=self._promise() if typed["promise"].strip() else None,
            line=typed["line"],
        )

    def _promise(self) -> NewStep:
        typed = self.cleaned_data
        return NewStep(
            words=typed["promise"],
            who=typed.get("promise_who") or self._promiser(),
            who_name=typed.get("promise_who_name", ""),
            due_on=due_on(typed["promise_due"] or NEXT, typed["promise_due_on"]),
            field="promise_",
        )

    def _promiser(self) -> str:
        return str(self.opened.viewer.account_id) if "promise_who" not in self.fields else ""
