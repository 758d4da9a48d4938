"""Rates of NHS Talking Therapies from counts, each with its numerator and its denominator.

Recovery and reliable recovery divide by finished minus not at caseness; improvement, no reliable change and
deterioration divide by finished. The number at caseness is not finished minus not at caseness (937 referrals of 2024-25
are neither), so it is never used as a denominator. Percentages are rounded half up to one decimal in whole numbers,
never in floating point.

>>> rate(26457, 54672).per_cent
Decimal('48.4')
>>> rate(0, 12).reads, rate(0, 0).reads
('0.0% (0 of 12)', 'no one to count')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ownwords.measures.method.change import Verdict
from ownwords.measures.method.talking_therapies import Outcome

NO_ONE = "no one to count"
HIDDEN = "not published"


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of people. ``numerator`` is None where the count was hidden; ``per_cent`` is None where undefined."""

    numerator: int | None
    denominator: int | None
    per_cent: Decimal | None

    @property
    def reads(self) -> str:
        """The rate with its counts: "48.4% (26,457 of 54,672)", "no one to count", or "not published"."""
        if self.denominator == 0:
            return NO_ONE
        if self.per_cent is None:
            return HIDDEN
        return f"{self.per_cent}% ({self.numerator:,} of {self.denominator:,})"


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one period or service. None: hidden in the table they come from."""

    finished: int
    not_at_caseness: int | None
    improvement: int | None
    deterioration: int | None
    no_change: int | None
    recovery: int | None
    reliable_recovery: int | None

    @property
    def could_recover(self) -> int | None:
        """Finished minus not at caseness: the denominator of both recovery rates."""
        return None if self.not_at_caseness is None else self.finished - self.not_at_caseness

    @property
    def unclassified(self) -> int | None:
        """Finished without any class of change: mostly people measured once."""
        if self.improvement is None or self.deterioration is None or self.no_change is None:
            return None
        return self.finished - self.improvement - self.deterioration - self.no_change


@dataclass(frozen=True, slots=True)
class Rates:
    """The five published rates."""

    improvement: Rate
    no_change: Rate
    deterioration: Rate
    recovery: Rate
    reliable_recovery: Rate


@dataclass(frozen=True, slots=True)
class Service:
    """What a service's referrals come to. Completeness first: ``paired`` of ``finished`` have both forms twice.

    ``referrals`` are all that were given, finished or not; ``at_caseness`` and ``caseness_unknown`` are of the
    finished; ``fell_back`` counts finished referrals judged by GAD-7 instead of the form made for their problem.
    """

    referrals: int
    counts: Counts
    paired: int
    at_caseness: int
    caseness_unknown: int
    fell_back: int
    rates: Rates


def rate(numerator: int | None, denominator: int | None) -> Rate:
    """Return a rate, rounded half up to one decimal; 0 of 12 is 0.0, 0 of 0 is undefined.

    Raises ValueError when the numerator lies outside 0 to the denominator.
    """
    if numerator is not None and denominator is not None and not 0 <= numerator <= denominator:
        raise ValueError(f"{numerator} of {denominator} is no share")
    if numerator is None or not denominator:
        return Rate(numerator, denominator, None)
    tenths = (2000 * numerator + denominator) // (2 * denominator)
    return Rate(numerator, denominator, Decimal(tenths).scaleb(-1).quantize(Decimal("0.1")))


def rates(counts: Counts) -> Rates:
    """Return the five rates of a set of counts. Raises ValueError where counts contradict each other."""
    problem = contradiction(counts)
    if problem:
        raise ValueError(problem)
    return Rates(
        improvement=rate(counts.improvement, counts.finished),
        no_change=rate(counts.no_change, counts.finished),
        deterioration=rate(counts.deterioration, counts.finished),
        recovery=rate(counts.recovery, counts.could_recover),
        reliable_recovery=rate(counts.reliable_recovery, counts.could_recover),
    )


def contradiction(counts: Counts) -> str:
    """Return what cannot be so in a set of counts, "" when nothing is. Hidden counts contradict nothing."""
    parts = (
        (counts.not_at_caseness, counts.finished, "not at caseness", "finished"),
        (counts.improvement, counts.finished, "improvement", "finished"),
        (counts.deterioration, counts.finished, "deterioration", "finished"),
        (counts.no_change, counts.finished, "no change", "finished"),
        (counts.recovery, counts.could_recover, "recovery", "finished minus not at caseness"),
        (
            counts.reliable_recovery,
            counts.could_recover,
            "reliable recovery",
            "finished minus not at caseness",
        ),
        (counts.reliable_recovery, counts.recovery, "reliable recovery", "recovery"),
        (counts.reliable_recovery, counts.improvement, "reliable recovery", "improvement"),
    )
    for part, whole, part_name, whole_name in parts:
        if part is not None and whole is not None and part > whole:
            return f"{part_name} ({part}) is more than {whole_name} ({whole})"
    if counts.unclassified is not None and counts.unclassified < -_slack(counts):
        return "improvement, no change and deterioration are together more than finished"
    return ""


def _slack(counts: Counts) -> int:
    """Return how much three counts may overshoot their total: tables below England are rounded to fives."""
    given = (counts.finished, counts.improvement, counts.deterioration, counts.no_change)
    return 10 if all(not count or count % 5 == 0 for count in given) else 0


def service(outcomes: Iterable[Outcome]) -> Service:
    """Return counts, completeness and rates of many referrals; only finished ones count."""
    given = list(outcomes)
    finished = [one for one in given if one.finished]
    changes = [one.change for one in finished]
    counts = Counts(
        finished=len(finished),
        not_at_caseness=sum(one.at_caseness is False for one in finished),
        improvement=changes.count(Verdict.IMPROVED),
        deterioration=changes.count(Verdict.DETERIORATED),
        no_change=changes.count(Verdict.WITHIN_CHANCE),
        recovery=sum(one.recovered for one in finished),
        reliable_recovery=sum(one.reliably_recovered for one in finished),
    )
    return Service(
        referrals=len(given),
        counts=counts,
        paired=len(finished) - changes.count(None),
        at_caseness=sum(one.at_caseness is True for one in finished),
        caseness_unknown=sum(one.at_caseness is None for one in finished),
        fell_back=sum(one.anxiety.fell_back for one in finished),
        rates=rates(counts),
    )
