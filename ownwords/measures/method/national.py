"""Goal Based Outcomes in a national return: slots instead of goals, and a rule for the whole person.

The national code pairs first and last score by person, referral and coded term, and the term is "goal 1", "goal 2",
"goal 3". So a slot that is used again for another goal is read as one goal that fell. Here a line keeps its slot for a
referral, no slot is ever used twice in it, and what a return would reject is left out and counted. The long series
stays with the person whatever is exported.

The rule "improved if anything improved and nothing deteriorated, deteriorated if anything did" is offered only under
the name of the national rule. With rating noise alone (standard deviation 1.5 on 0-10) it calls 12% of people with
one goal deteriorated, and 53% of those with six.

Source of pairing, codes and the 3 points: NHS England, mental health statistics code (2025-09), child outcome metrics.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ownwords.measures.method.change import WORDS, Verdict, judge
from ownwords.measures.method.definitions import Direction
from ownwords.measures.method.personal import LineSeries, Point

SLOTS = (1, 2, 3)
LOW, HIGH = 0, 10
POINTS_PER_GOAL = 3.0
SOURCE = "NHS England, mental health statistics code (2025-09)"


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral of one person; ``closed`` is None while it is open."""

    referral: str
    opened: date
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class GoalScore:
    """One exported rating. ``slot`` is 1, 2 or 3."""

    referral: str
    slot: int
    on: date
    value: int


@dataclass(frozen=True, slots=True)
class GoalExport:
    """An export, with what had to stay out of it. ``slots`` (line -> slot) is to be kept for the next export.

    ``fourth``: lines for which no slot is left. ``other_scale``: lines not rated in whole numbers from 0 to 10 with
    high as better. ``after_end`` and ``before_start``: ratings outside the referral, which a return drops.
    """

    scores: tuple[GoalScore, ...]
    slots: Mapping[str, int]
    fourth: tuple[str, ...]
    other_scale: tuple[str, ...]
    after_end: int
    before_start: int


@dataclass(frozen=True, slots=True)
class NationalRule:
    """The verdict of the national rule on several goals. Never shown as the person's own result."""

    verdict: Verdict
    improved: int
    deteriorated: int
    goals: int
    points: float
    name: str = field(default="national rule", init=False)
    source: str = field(default=SOURCE, init=False)

    @property
    def reads(self) -> str:
        """The verdict in words, an English message id; always shown with the name of the rule."""
        return WORDS[self.verdict]


def export_goals(
    lines: Iterable[LineSeries], referral: Referral, *, slots: Mapping[str, int] | None = None
) -> GoalExport:
    """Return the ratings of one referral as slots 1 to 3.

    ``slots`` are those of earlier exports of this referral; they stay, also for lines that are closed. New lines take
    the slots never used before, in the order in which they were opened. Raises ValueError when ``slots`` names a slot
    twice or one that does not exist.
    """
    known = dict(slots or {})
    if len(set(known.values())) != len(known) or not set(known.values()) <= set(SLOTS):
        raise ValueError("each slot from 1 to 3 belongs to one line of a referral, for good")
    ordered = sorted(lines, key=lambda line: (line.opened, line.line))
    fits = [line for line in ordered if _exportable(line)]
    wanted = [
        line
        for line in fits
        if line.line in known or line.within(referral.opened, referral.closed or date.max)
    ]
    free = [slot for slot in SLOTS if slot not in known.values()]
    fresh = [line.line for line in wanted if line.line not in known]
    known |= dict(zip(fresh, free, strict=False))
    inside = [
        GoalScore(referral.referral, known[line.line], point.on, int(point.value))
        for line in wanted
        if line.line in known
        for point in line.within(referral.opened, referral.closed or date.max)
    ]
    return GoalExport(
        scores=tuple(inside),
        slots=MappingProxyType(known),
        fourth=tuple(fresh[len(free) :]),
        other_scale=tuple(line.line for line in ordered if not _exportable(line)),
        after_end=_outside(fits, lambda day: referral.closed is not None and day > referral.closed),
        before_start=_outside(fits, lambda day: day < referral.opened),
    )


def import_goals(scores: Iterable[GoalScore]) -> tuple[LineSeries, ...]:
    """Return one line for each slot of each referral, in that order.

    Two referrals never share a line: the same slot of another referral may be another goal. Raises ValueError for a
    slot or value that does not exist.
    """
    found: dict[tuple[str, int], list[Point]] = defaultdict(list)
    for score in scores:
        if score.slot not in SLOTS or not LOW <= score.value <= HIGH:
            raise ValueError(
                f"{score.value} in slot {score.slot} is no goal score: slots 1 to 3, values 0 to 10"
            )
        found[score.referral, score.slot].append(Point(score.on, score.value))
    return tuple(
        _line(key, sorted(points, key=lambda point: point.on)) for key, points in sorted(found.items())
    )


def national_rule(changes: Sequence[float], *, points: float = POINTS_PER_GOAL) -> NationalRule:
    """Return the national verdict on one person's goals; ``changes`` in points of 0-10, plus meaning better.

    Any goal that fell by ``points`` makes it deteriorated; else any that rose makes it improved. Raises ValueError when
    there are no goals.
    """
    if not changes:
        raise ValueError("the national rule needs at least one goal with two ratings")
    found = [judge(change, points) for change in changes]
    better, worse = found.count(Verdict.IMPROVED), found.count(Verdict.DETERIORATED)
    verdict = Verdict.DETERIORATED if worse else Verdict.IMPROVED if better else Verdict.WITHIN_CHANCE
    return NationalRule(verdict, better, worse, len(changes), points)


def _exportable(line: LineSeries) -> bool:
    whole = all(float(point.value).is_integer() for point in line.points)
    return (line.low, line.high, line.direction) == (LOW, HIGH, Direction.UP) and whole


def _outside(lines: Iterable[LineSeries], beyond: Callable[[date], bool]) -> int:
    return sum(beyond(point.on) for line in lines for point in line.points)


def _line(key: tuple[str, int], points: list[Point]) -> LineSeries:
    name = f"{key[0]}/goal {key[1]}"
    return LineSeries(name, Direction.UP, LOW, HIGH, opened=points[0].on, points=tuple(points))
