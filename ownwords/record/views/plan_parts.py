"""The parts of the plan as the page and the plain text print them: one source for both (R2)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.record.method import plain_text, tools
from ownwords.record.models import Entry, GoalKind, Kind, Step, Whose
from ownwords.record.queries.plan import PlanRows
from ownwords.record.views.cards import step_owner, step_state_words


def written(day: Any) -> str:
    """Return a day as it is written on paper; "" for none."""
    return date_format(day, "j F Y") if day else ""


def plan_page(opened: Opened, rows: PlanRows) -> plain_text.Plan:
    """Return the plan of a person, ready to print, in the order strengths, values, goals, promises, in a crisis."""
    return plain_text.Plan(
        name=opened.person.called,
        as_of=written(timezone.localdate()),
        strengths=tuple(entry.words for entry in rows.strengths),
        values=tuple(entry.words for entry in rows.values),
        preferences=tuple(_preference(entry) for entry in rows.preferences),
        goals=tuple(_goal(opened, rows, entry) for entry in rows.goals),
        promises=tuple(_promise(opened, step) for step in rows.promises),
        in_a_crisis=tuple(entry.words for entry in rows.crisis),
    )


def _preference(entry: Entry) -> plain_text.Preference:
    if entry.kind != Kind.PREFERENCE:
        return plain_text.Preference(subject=f"{Kind(entry.kind).label}: {entry.words}")
    held = entry.preference
    subjects = {choice.key: _(choice.label) for choice in tools.values_and_preferences().preference_subjects}
    return plain_text.Preference(
        subject=entry.about or subjects.get(held.subject, "") or str(Kind.PREFERENCE.label),
        want=entry.words,
        do_not_want=held.not_wanted,
        why=held.why,
        wish=str(held.get_force_display()) if held.force else "",
    )


def _goal(opened: Opened, rows: PlanRows, entry: Entry) -> plain_text.PlanGoal:
    goal = entry.goal
    whose = str(Whose(goal.whose).label)
    kind = str(GoalKind(goal.kind_shown).label) if goal.kind_shown != GoalKind.UNSURE else ""
    return plain_text.PlanGoal(
        words=entry.words,
        rewording=entry.rewording,
        whose=f"{whose}: {goal.whose_names}" if goal.whose_names else whose,
        kind=kind,
        why=goal.why,
        review=written(goal.review_on),
        steps=tuple(_step(opened, step) for step in rows.steps.get(entry.id, ())),
    )


def _step(opened: Opened, step: Step) -> plain_text.PlanStep:
    state = step_state_words(step, timezone.localdate())
    return plain_text.PlanStep(step.words, step_owner(opened, step), written(step.due_on), state)


def _promise(opened: Opened, step: Step) -> plain_text.Promise:
    return plain_text.Promise(step.words, step_owner(opened, step), written(step.due_on))


def labels() -> plain_text.Labels:
    """Return the words around the person's words, in the reader's language."""
    return plain_text.Labels(**{name: _(text) for name, text in vars(plain_text.ENGLISH).items()})


def plan_text_of(opened: Opened, rows: PlanRows) -> str:
    """Return the plan as plain text that another system keeps as it is."""
    return plain_text.lay_out(plan_page(opened, rows), labels())
