"""NHS Talking Therapies in England: one referral judged by the national definitions, and a service's rates.

Definitions, from the published measure metadata (2024-25 annual, July 2026 monthly):

* finished: ended, with at least two attended treatment appointments (follow-ups do not count);
* anxiety form: by the latest primary problem descriptor; where its pair is missing or its figures are not confirmed,
  GAD-7, and the answer says so;
* at caseness: at or above the cut-off on the depression form, the anxiety form, or both, at first;
* reliable improvement: one of the two fell by its threshold and neither rose by its own; deterioration: one rose;
* recovery: at caseness at first, below on both at last; reliable recovery: that, and reliable improvement;
* recovery rates divide by finished minus not at caseness; change rates divide by finished.

Where the metadata are silent, this is our reading: both forms must be measured twice for a class of change; improved on
one form and deteriorated on the other is deterioration (as the national code for children's outcomes has it); somebody
below on the one form and without the other at first is neither at caseness nor not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ownwords.measures.method.change import Verdict, judge
from ownwords.measures.method.talking_therapies_rules import MeasureRule, Problem, Rules, problem_of

APPOINTMENTS = 2


class Why(StrEnum):
    """Why the anxiety form is the one it is."""

    USUAL = "usual"  # the problem has no form of its own
    OWN = "own"  # the problem's own form
    NO_PAIR = "no_pair"  # fell back: the problem's own form was not measured twice
    UNCONFIRMED = "unconfirmed"  # fell back: its thresholds are switched off
    NOT_READ = "not_read"  # fell back: the problem has a form of its own whose figures were not read


#: English message ids.
WHY_WORDS: Mapping[Why, str] = {
    Why.USUAL: "the usual anxiety form for this problem",
    Why.OWN: "the form made for this problem",
    Why.NO_PAIR: "the form made for this problem was not filled in twice, so the usual one is used",
    Why.UNCONFIRMED: "the thresholds of the form made for this problem are not confirmed, so the usual one is used",
    Why.NOT_READ: "this problem has a form of its own that is not known here, so the usual one is used",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """First and last score of one form; None where there is none. One score alone is a first."""

    first: float | None = None
    last: float | None = None

    @property
    def whole(self) -> bool:
        """Whether both are there."""
        return self.first is not None and self.last is not None


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral: the latest primary problem descriptor, and a pair of scores by key of the form."""

    referral: str
    problem: str
    finished: bool
    pairs: Mapping[str, Pair]


@dataclass(frozen=True, slots=True)
class Choice:
    """The anxiety form used, the one wanted, and why they may differ."""

    measure: str
    wanted: str
    why: Why

    @property
    def fell_back(self) -> bool:
        """Whether the usual form stands in for the problem's own."""
        return self.why in (Why.NO_PAIR, Why.UNCONFIRMED, Why.NOT_READ)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the definitions say of one referral. None: cannot be said, because a score is missing.

    ``change`` is improved, within chance ("no reliable change") or deteriorated.
    """

    referral: str
    finished: bool
    problem: str
    anxiety: Choice
    at_caseness: bool | None
    change: Verdict | None
    recovered: bool
    reliably_recovered: bool
    pair: tuple[str, str]


def is_finished(*, ended: bool, attended_treatment: int) -> bool:
    """Whether a course counts as finished: ended, with at least two attended treatment appointments."""
    return ended and attended_treatment >= APPOINTMENTS


def anxiety_form(rules: Rules, problem: str, pairs: Mapping[str, Pair]) -> Choice:
    """Return the anxiety form for a problem descriptor, given what was measured."""
    known = problem_of(rules, problem)
    if known is None or not known.measures:
        why = Why.NOT_READ if known is not None and known.own_scale_not_read else Why.USUAL
        return Choice(rules.anxiety, "" if why is Why.NOT_READ else rules.anxiety, why)
    return _own_form(rules, known, pairs)


def _own_form(rules: Rules, problem: Problem, pairs: Mapping[str, Pair]) -> Choice:
    paired = [key for key in problem.measures if key in pairs and pairs[key].whole]
    usable = [key for key in paired if rules.measures[key].on]
    if usable:
        return Choice(usable[0], usable[0], Why.OWN)
    wanted = paired[0] if paired else problem.measures[0]
    return Choice(rules.anxiety, wanted, Why.UNCONFIRMED if paired else Why.NO_PAIR)


def outcome(referral: Referral, rules: Rules) -> Outcome:
    """Return what the definitions say of one referral, finished or not."""
    choice = anxiety_form(rules, referral.problem, referral.pairs)
    keys = rules.depression, choice.measure
    measured = [(rules.measures[key], referral.pairs.get(key, Pair())) for key in keys]
    case = _at_caseness(measured)
    change = _change(measured)
    recovered = case is True and all(
        pair.last is not None and not rule.is_case(pair.last) for rule, pair in measured
    )
    recovered = recovered and all(pair.whole for _, pair in measured)
    return Outcome(
        referral=referral.referral,
        finished=referral.finished,
        problem=referral.problem,
        anxiety=choice,
        at_caseness=case,
        change=change,
        recovered=recovered,
        reliably_recovered=recovered and change is Verdict.IMPROVED,
        pair=keys,
    )


def _at_caseness(measured: Iterable[tuple[MeasureRule, Pair]]) -> bool | None:
    found = [None if pair.first is None else rule.is_case(pair.first) for rule, pair in measured]
    if True in found:
        return True
    return None if None in found else False


def _change(measured: Iterable[tuple[MeasureRule, Pair]]) -> Verdict | None:
    verdicts = set()
    for rule, pair in measured:
        if pair.first is None or pair.last is None:
            return None
        verdicts.add(judge(pair.first - pair.last, rule.reliable))
    return _direction(verdicts)


def _direction(verdicts: set[Verdict]) -> Verdict:
    """Put the two forms together: any deterioration is deterioration, improvement needs no deterioration.

    National code for children's outcomes (R34); the adult wording "neither rose by its threshold" agrees.
    """
    if Verdict.DETERIORATED in verdicts:
        return Verdict.DETERIORATED
    return Verdict.IMPROVED if Verdict.IMPROVED in verdicts else Verdict.WITHIN_CHANCE
