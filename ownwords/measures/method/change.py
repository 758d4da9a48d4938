"""Change of one person on one form: reliable change, cut-offs, and the difference people notice.

A verdict never travels without what it rests on: the points, the method, the spread and reliability they were worked
out from, and the source. Under the threshold it reads "smaller than this form can tell apart from chance"; that a
person feels different is a different question, and theirs to answer.

>>> from ownwords.measures.method.definitions import Direction
>>> rule = rule_from(sd=6.1, reliability=0.874)
>>> round(rule.points, 1)
6.0
>>> change(15, 8, rule=rule, direction=Direction.DOWN).verdict
<Verdict.IMPROVED: 'improved'>

Sources: Jacobson & Truax 1991, J Consult Clin Psychol 59:12; Christensen & Mendoza 1986, Behavior Therapy 17:305 (the
square root of two). Variants of the method are in ``ownwords.measures.method.variants``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist
from types import MappingProxyType

from ownwords.measures.method.definitions import CutOff, Direction, ReliableChange, Source

JACOBSON_TRUAX = Source("Jacobson & Truax 1991, J Consult Clin Psychol 59:12-19")

#: Thresholds such as 0.73 and scores such as 17.3 are not exact in binary: a hair under still counts as reached.
_HAIR = 1e-9


class Verdict(StrEnum):
    """What can be said of a change. ``RECOVERED`` needs a cut-off; the last two say why nothing can be said."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    WITHIN_CHANCE = "within_chance"
    DETERIORATED = "deteriorated"
    ONE_SCORE = "one_score"
    NO_THRESHOLD = "no_threshold"


#: English message ids; pages pass them through gettext.
WORDS: Mapping[Verdict, str] = MappingProxyType({
    Verdict.RECOVERED: "reliably improved, and past the cut-off",
    Verdict.IMPROVED: "reliably improved",
    Verdict.WITHIN_CHANCE: "smaller than this form can tell apart from chance",
    Verdict.DETERIORATED: "reliably deteriorated",
    Verdict.ONE_SCORE: "one score only",
    Verdict.NO_THRESHOLD: "no published threshold",
})  # fmt: skip


class Felt(StrEnum):
    """How a difference compares with the smallest one that people call important. Not a reliable change."""

    BETTER = "felt_better"
    WORSE = "felt_worse"
    SMALLER = "felt_smaller"


FELT_WORDS: Mapping[Felt, str] = MappingProxyType({
    Felt.BETTER: "likely a meaningful change for the better",
    Felt.WORSE: "likely a meaningful change for the worse",
    Felt.SMALLER: "smaller than the difference that people usually call meaningful",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A change with everything it rests on. ``points``, ``sd`` and ``reliability`` are None where not published."""

    first: float
    last: float | None
    difference: float | None  # last minus first, in points of the form
    towards_better: float | None  # the same, with plus meaning better
    verdict: Verdict
    method: str
    points: float | None
    sd: float | None
    reliability: float | None
    source: str
    at_caseness_first: bool | None  # None: no cut-off was given
    at_caseness_last: bool | None

    @property
    def reads(self) -> str:
        """The verdict in words, an English message id."""
        return WORDS[self.verdict]

    @property
    def reliable(self) -> Verdict:
        """The verdict without the cut-off: improved, within chance or deteriorated."""
        return Verdict.IMPROVED if self.verdict is Verdict.RECOVERED else self.verdict


@dataclass(frozen=True, slots=True)
class ImportantDifference:
    """A change beside the smallest difference that people call important."""

    difference: float
    towards_better: float
    felt: Felt
    points: float
    source: str

    @property
    def reads(self) -> str:
        """The finding in words, an English message id."""
        return FELT_WORDS[self.felt]


def critical_value(level: float = 0.95) -> float:
    """Return the two-sided normal quantile: 1.96 for 0.95, as it is printed; else to full precision.

    Raises ValueError unless 0 < level < 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"the level must lie between 0 and 1, not {level}")
    return 1.96 if level == 0.95 else NormalDist().inv_cdf((1 + level) / 2)


def standard_error(sd: float, reliability: float) -> float:
    """Return the standard error of measurement, sd * sqrt(1 - reliability), in points.

    Raises ValueError unless sd > 0 and 0 <= reliability < 1: a perfectly reliable form has no threshold.
    """
    if not (sd > 0 and math.isfinite(sd)):
        raise ValueError(f"the standard deviation must be above 0, not {sd}")
    if not 0 <= reliability < 1:
        raise ValueError(f"the reliability must be at least 0 and below 1, not {reliability}")
    return sd * math.sqrt(1 - reliability)


def reliable_change(sd: float, reliability: float, level: float = 0.95) -> float:
    """Return the smallest reliable change in points: 1.96 * sd * sqrt(2) * sqrt(1 - reliability).

    ``sd`` is the spread of first scores of people like these, ``reliability`` that of the form (retest or alpha, 0 to
    1). Jacobson & Truax 1991. Raises ValueError for values out of range.

    >>> round(reliable_change(6.1, 0.92), 1), round(reliable_change(6.1, 0.73), 1)
    (4.8, 8.8)
    """
    return critical_value(level) * math.sqrt(2) * standard_error(sd, reliability)


def rule_from(
    *, sd: float, reliability: float, level: float = 0.95, source: Source = JACOBSON_TRUAX
) -> ReliableChange:
    """Return a Jacobson-Truax rule worked out from a spread and a reliability. Raises as ``reliable_change``."""
    points = reliable_change(sd, reliability, level)
    return ReliableChange(points, sd, reliability, "jacobson-truax", source)


def better_by(difference: float, direction: Direction) -> float:
    """Return a difference with plus meaning better."""
    return difference if direction is Direction.UP else -difference


def at_caseness(score: float, cut_off: CutOff, direction: Direction) -> bool:
    """Whether a score lies at the cut-off or beyond it, on the side of more difficulty."""
    return score >= cut_off.at - _HAIR if direction is Direction.DOWN else score <= cut_off.at + _HAIR


def judge(towards_better: float, points: float) -> Verdict:
    """Return the verdict of a change with plus meaning better; exactly ``points`` is reliable ("at least")."""
    if towards_better >= points - _HAIR:
        return Verdict.IMPROVED
    return Verdict.DETERIORATED if towards_better <= -points + _HAIR else Verdict.WITHIN_CHANCE


def change(
    first: float,
    last: float | None,
    *,
    rule: ReliableChange | None,
    direction: Direction,
    cut_off: CutOff | None = None,
) -> Change:
    """Return what can be said of the change from ``first`` to ``last``, both in points of the form.

    With a ``cut_off`` a reliable improvement that also leaves caseness is "recovered": the classes of Jacobson & Truax
    are then recovered, improved, within chance, deteriorated. Without a published rule, or with one score, the answer
    says so. Raises ValueError for a score that is no finite number.
    """
    for score in (first, last):
        if score is not None and not math.isfinite(score):
            raise ValueError(f"a score must be a finite number, not {score}")
    cases = [
        None if cut_off is None or score is None else at_caseness(score, cut_off, direction)
        for score in (first, last)
    ]
    towards = None if last is None else better_by(last - first, direction)
    return Change(
        first=first,
        last=last,
        difference=None if last is None else last - first,
        towards_better=towards,
        verdict=_verdict(towards, rule, crossed=cases == [True, False]),
        method=rule.variant if rule else "",
        points=rule.points if rule else None,
        sd=rule.sd if rule else None,
        reliability=rule.reliability if rule else None,
        source=rule.source.citation if rule else "",
        at_caseness_first=cases[0],
        at_caseness_last=cases[1],
    )


def _verdict(towards: float | None, rule: ReliableChange | None, *, crossed: bool) -> Verdict:
    if towards is None:
        return Verdict.ONE_SCORE
    if rule is None:
        return Verdict.NO_THRESHOLD
    found = judge(towards, rule.points)
    return Verdict.RECOVERED if crossed and found is Verdict.IMPROVED else found


def important_difference(
    first: float, last: float, *, rule: ReliableChange, direction: Direction
) -> ImportantDifference:
    """Compare a change with a minimally important difference (QPR-15: 5 within a person).

    This says what people in studies called noticeable. It is no reliable change and never worded as one: such a
    difference may well be chance.
    """
    towards = better_by(last - first, direction)
    found = judge(towards, rule.points)
    felt = {Verdict.IMPROVED: Felt.BETTER, Verdict.DETERIORATED: Felt.WORSE}.get(found, Felt.SMALLER)
    return ImportantDifference(last - first, towards, felt, rule.points, rule.source.citation)


def cut_off_a(mean: float, sd: float, direction: Direction) -> float:
    """Return cut-off a: two standard deviations from the mean of people in difficulty, towards better."""
    return mean + better_by(2 * sd, direction)


def cut_off_b(mean: float, sd: float, direction: Direction) -> float:
    """Return cut-off b: two standard deviations from the general mean, towards difficulty."""
    return mean - better_by(2 * sd, direction)


def cut_off_c(*, mean: float, sd: float, general_mean: float, general_sd: float) -> float:
    """Return cut-off c: where the two groups are equally likely, (s0*m1 + s1*m0) / (s0 + s1).

    ``mean``, ``sd`` are those of people in difficulty, ``general_...`` of the general population. Raises ValueError
    when neither group has any spread. Jacobson & Truax 1991.

    >>> round(cut_off_c(mean=35.48, sd=8.16, general_mean=8, general_sd=8), 1)
    21.6
    """
    if sd < 0 or general_sd < 0 or sd + general_sd == 0:
        raise ValueError("at least one of the two groups must have a spread above 0")
    return (general_sd * mean + sd * general_mean) / (sd + general_sd)
