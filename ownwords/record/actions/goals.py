"""Goals: adding one, saying more about it, looking at it again, ending it and taking it up again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_acts
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from ownwords.record.actions.entries import Wording, add_entry, is_voice_of, lock_entry, save_change, state_of
from ownwords.record.actions.links import use_in
from ownwords.record.actions.steps import Review, reviewed
from ownwords.record.method.tools import goals
from ownwords.record.models import Entry, Goal, GoalKind, Kind, Origin, Outcome, Said, Whose
from ownwords.record.queries.links import USES, WHY

LONGEST_REVIEW = timedelta(weeks=4)
WHY_KINDS = (Kind.MATTERS, Kind.PEOPLE, Kind.IDENTITY, Kind.MEANING)
USES_KINDS = (Kind.STRENGTH,)
MOST_PAIRS = 10
# Ideas of others are "asked of me" until the person says that they are theirs.
FROM_OTHERS = (Origin.FAMILY, Origin.WORKER, Origin.SERVICE)


@dataclass(frozen=True, slots=True)
class GoalShape:
    """What can be said about a goal beyond its words. `None` leaves a part as it is; a blank takes it away."""

    words: str | None = None
    details: Mapping[str, Any] | None = None
    why_links: Sequence[UUID] | None = None
    strength_links: Sequence[UUID] | None = None


TEXTS = ("why", "a_bit", "hoped", "more_than_hoped")
NAMES = {"origin_name": 200, "whose_names": 300}
CHOICES: dict[str, tuple[Sequence[str], bool]] = {
    "origin": (Origin.values, False),
    "kind_by_person": (GoalKind.values, True),
    "kind_by_worker": (GoalKind.values, True),
    "whose": (Whose.values, False),
    "direction": (Goal.Direction.values, True),
}


def add_goal(
    *,
    opened: Opened,
    words: str,
    origin: str,
    origin_name: str = "",
    sight: Sight | None = None,
    submission: UUID | None = None,
) -> Entry:
    """Keep a goal in somebody's words, with whose idea it was (RS-01).

    Raises:
        Refused: no words, or nobody whose idea it was. NotFound: this role does not write.
    """
    if not origin:
        raise Refused({"origin": _("Say whose idea it was. It cannot be left open.")})
    rules.one_of(origin, Origin.values, field="origin")
    name = rules.own_words(origin_name, field="origin_name", needed=False, most=NAMES["origin_name"])
    asked = origin in FROM_OTHERS
    detail = Goal(
        origin=origin,
        origin_name=name,
        whose=Whose.ASKED if asked else Whose.MINE,
        whose_names=name if asked else "",
        review_on=timezone.localdate() + LONGEST_REVIEW,
    )
    by_worker = not opened.is_own and origin in (Origin.WORKER, Origin.SERVICE)
    return add_entry(
        opened=opened,
        kind=Kind.GOAL,
        wording=Wording(words),
        said_by=Said.WORKER if by_worker else Said.PERSON,
        sight=sight,
        detail=detail,
        submission=submission,
    )


def _lock_goal(opened: Opened, entry_id: UUID, version: int) -> tuple[Entry, Goal]:
    entry = lock_entry(opened, entry_id, version)
    if entry.kind != Kind.GOAL:
        raise NotFound
    return entry, entry.goal


def _save(opened: Opened, entry: Entry, goal: Goal, verb: Verb, before: dict[str, Any]) -> Entry:
    goal.save()
    save_change(opened, entry, verb, before)
    return entry


@transaction.atomic
def shape_goal(*, opened: Opened, entry_id: UUID, version: int, shape: GoalShape) -> Entry:
    """Say more about a goal. The words change only in the voice that they belong to.

    Raises:
        NotFound, StaleEdit: as `lock_entry`. Refused: a part does not fit.
    """
    entry, goal = _lock_goal(opened, entry_id, version)
    before = state_of(entry)
    if shape.words is not None and shape.words != entry.words:
        if not is_voice_of(opened, entry):
            raise Refused({"words": _("These are not your words. You can put your own wording beside them.")})
        entry.words = rules.own_words(shape.words)
    for column, value in checked_details(opened, goal, shape.details or {}).items():
        setattr(goal, column, value)
    for relation, kinds, targets in (
        (WHY, WHY_KINDS, shape.why_links),
        (USES, USES_KINDS, shape.strength_links),
    ):
        if targets is not None:
            use_in(opened=opened, source=entry, relation=relation, targets=targets, kinds=kinds)
    return _save(opened, entry, goal, Verb.ENTRY_CHANGED, before)


def checked_details(opened: Opened, goal: Goal, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a goal as they may be kept. Raises Refused for a part that does not fit."""
    columns: dict[str, Any] = {}
    for name, value in given.items():
        if name in CHOICES:
            choices, blank = CHOICES[name]
            columns[name] = rules.one_of(value, choices, field=name, blank=blank)
        elif name in TEXTS:
            columns[name] = rules.own_words(value, field=name, needed=False)
        elif name in NAMES:
            columns[name] = rules.own_words(value, field=name, needed=False, most=NAMES[name])
        elif name in ("importance", "confidence"):
            columns[name] = rules.zero_to_ten(value, field=name)
        else:
            columns[name] = _PARTS[name](value)
    if columns.get("kind_by_worker", goal.kind_by_worker) != goal.kind_by_worker and opened.is_own:
        raise Refused({"kind_by_worker": _("This is for the worker to say.")})
    return columns


def review_day(value: date | None) -> date | None:
    """Return the day of the next look: from today, never later than four weeks. Raises Refused."""
    today = timezone.localdate()
    if value is not None and not today <= value <= today + LONGEST_REVIEW:
        raise Refused({"review_on": _("Choose a day from today to four weeks from now.")})
    return value


def _pairs(rows: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    kept = []
    for number, row in enumerate(rows):
        obstacle = rules.own_words(row["obstacle"], field=f"obstacle_{number}", needed=False, most=2_000)
        then = rules.own_words(row["then"], field=f"then_{number}", needed=False, most=2_000)
        if then and not obstacle:
            raise Refused(
                {f"obstacle_{number}": _("Say what might come between, or take the second part away.")}
            )
        if obstacle:
            kept.append({"obstacle": obstacle, "then": then})
    if len(kept) > MOST_PAIRS:
        raise Refused({"obstacle_0": _("Keep at most %(most)s of these.") % {"most": MOST_PAIRS}})
    return kept


def _needs(rows: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    known = [need.key for need in goals().needs]
    return [
        {"kind": row["kind"], "words": words}
        for row in rows
        if rules.one_of(row["kind"], known, field="needs")
        and (words := rules.own_words(row["words"], field=f"need_{row['kind']}", needed=False, most=2_000))
    ]


_PARTS: dict[str, Callable[[Any], Any]] = {"review_on": review_day, "obstacles": _pairs, "needs": _needs}


@transaction.atomic
def review_goal(
    *,
    opened: Opened,
    entry_id: UUID,
    version: int,
    details: Mapping[str, Any] | None = None,
    reviews: Sequence[Review] = (),
) -> Entry:
    """Look at a goal again: what became of its steps, the two numbers today, and when to look next.

    Raises:
        NotFound, StaleEdit: as `lock_entry` and `steps.reviewed`. Refused: ended, or a part does not fit.
    """
    entry, goal = _lock_goal(opened, entry_id, version)
    if goal.outcome:
        raise Refused({"": _("This goal has ended. Take it up again first.")})
    before = state_of(entry)
    for column, value in checked_details(opened, goal, details or {}).items():
        setattr(goal, column, value)
    note_acts(reviewed(opened, reviews))
    return _save(opened, entry, goal, Verb.GOAL_REVIEWED, before)


@transaction.atomic
def end_goal(*, opened: Opened, entry_id: UUID, version: int, outcome: str, words: str = "") -> Entry:
    """Say how a goal ended, with a comment. None of the answers is a failure, and none is final.

    Raises:
        NotFound, StaleEdit: as `lock_entry`. Refused: no such outcome.
    """
    entry, goal = _lock_goal(opened, entry_id, version)
    before = state_of(entry)
    goal.outcome = rules.one_of(outcome, Outcome.values, field="outcome")
    goal.outcome_words = rules.own_words(words, field="outcome_words", needed=False)
    goal.outcome_at, goal.outcome_by_id = timezone.now(), opened.viewer.account_id
    return _save(opened, entry, goal, Verb.GOAL_ENDED, before)


@transaction.atomic
def reopen_goal(*, opened: Opened, entry_id: UUID, version: int) -> Entry:
    """Take an ended goal up again. How it ended before stays in its history.

    Raises:
        NotFound, StaleEdit: as `lock_entry`. Refused: it has not ended.
    """
    entry, goal = _lock_goal(opened, entry_id, version)
    if not goal.outcome:
        raise Refused({"": _("This goal is open.")})
    before = state_of(entry)
    goal.outcome, goal.outcome_words, goal.outcome_at, goal.outcome_by_id = "", "", None, None
    goal.review_on = timezone.localdate() + LONGEST_REVIEW
    return _save(opened, entry, goal, Verb.GOAL_REVIEWED, before)
