"""Reading the plan: strengths first, then values and preferences, goals with steps, promises, in a crisis."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ownwords.people.access import Opened
from ownwords.record.models import Entry, Kind, Standing, Step
from ownwords.record.queries.entries import entries_of
from ownwords.record.queries.steps import in_order, steps_of

KINDS = (
    Kind.STRENGTH, Kind.MATTERS, Kind.PEOPLE, Kind.IDENTITY, Kind.PREFERENCE, Kind.BOUNDARY, Kind.HELPED,
    Kind.WORSE, Kind.GOAL, Kind.CRISIS,
)  # fmt: skip
NOT_IN_IT = (Standing.OFFERED, Standing.DECLINED)


@dataclass(frozen=True, slots=True)
class PlanRows:
    """What stands on the one page, in its order (RS-08). Only what the viewer sees."""

    strengths: list[Entry]
    values: list[Entry]
    preferences: list[Entry]
    goals: list[Entry]
    steps: dict[UUID, list[Step]]
    promises: list[Step]
    crisis: list[Entry]


def plan_of(opened: Opened) -> PlanRows:
    """Return the plan of an opened person as this viewer sees it (two queries).

    Strengths that others noticed stand in it once the person has kept them; goals until they end.
    """
    rows = [entry for entry in entries_of(opened).filter(kind__in=KINDS).order_by("position", "created_at", "id")
            if entry.standing not in NOT_IN_IT]  # fmt: skip
    by_kind: dict[str, list[Entry]] = {}
    for entry in rows:
        by_kind.setdefault(entry.kind, []).append(entry)
    goals = [entry for entry in by_kind.get(Kind.GOAL, []) if not entry.goal.outcome]
    steps, promises = _steps(opened, {entry.id for entry in goals})
    return PlanRows(
        strengths=by_kind.get(Kind.STRENGTH, []),
        values=_joined(by_kind, Kind.MATTERS, Kind.PEOPLE, Kind.IDENTITY),
        preferences=_joined(by_kind, Kind.PREFERENCE, Kind.HELPED, Kind.WORSE, Kind.BOUNDARY),
        goals=goals,
        steps=steps,
        promises=promises,
        crisis=by_kind.get(Kind.CRISIS, []),
    )


def _joined(by_kind: dict[str, list[Entry]], *kinds: str) -> list[Entry]:
    return [entry for kind in kinds for entry in by_kind.get(kind, [])]


def _steps(opened: Opened, goals: set[UUID]) -> tuple[dict[UUID, list[Step]], list[Step]]:
    """Steps stand under their goal; open promises stand together, each thing once on the page."""
    under: dict[UUID, list[Step]] = {}
    promises = []
    rows = steps_of(opened).filter(status=Step.Status.OPEN).order_by("due_on", "created_at", "id")
    for step in in_order(opened, rows):
        if step.is_promise:
            promises.append(step)
        elif step.entry_id in goals:
            under.setdefault(step.entry_id, []).append(step)
    return under, promises
