"""Scores one response and says how: which items, which rule, why there is no score.

>>> from ownwords.measures.method.catalogue import instrument
>>> scored = score(instrument("gad-7"), {"1": 1, "2": 0, "3": 2, "4": 1, "5": 0, "6": 1, "7": 0})
>>> scored.scores[0].value, scored.scores[0].band
(5, 'mild')

A 0 is an answer. Blank, "does not apply", "rather not say" and "not chosen" are no answers, each in its own way;
an item that is absent from ``answers`` is blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import index
from typing import SupportsIndex

from ownwords.measures.method.definitions import Alert, Combine, Given, Instrument, Score, ScoringRule
from ownwords.measures.method.plan import plan_of
from ownwords.measures.method.score_plan import Plan, ScorePlan
from ownwords.measures.method.special import Finding

Answers = Mapping[str, int | Given]


class Why(StrEnum):
    """Why a score has no value."""

    SCORED = ""
    NOTHING_ANSWERED = "nothing-answered"
    TOO_MANY_MISSING = "too-many-missing"
    NONE_CHOSEN = "none-chosen"  # nothing was marked as important: undefined, not 0
    NO_TABLE = "no-table"  # the site has not provided the licensed conversion table
    NO_SUM = "no-sum"  # read item by item, or by a rule of its own


class WrongAnswer(ValueError):
    """An answer that the form does not offer. Carries the item, what was given, and what is legal."""

    def __init__(self, item: str, given: object, legal: tuple[int, ...]) -> None:
        self.item, self.given, self.legal = item, given, legal
        if not legal:
            said = f"There is no item {item!r} on this form."
        elif given is Given.NOT_CHOSEN:
            said = f"Item {item} is for everybody, so it cannot be 'not chosen'."
        else:
            said = f"Item {item} is {given!r}; it can be {in_words(legal)}."
        super().__init__(said)


class UnknownRule(ValueError):
    """A version of a scoring rule that the instrument never had."""


@dataclass(frozen=True, slots=True)
class ScoreResult:
    """One score, or why there is none, with everything that explains it."""

    key: str
    value: float | None  # whole scores are int
    answered: int  # items answered, of those that count
    of: int  # items that count: all of the score, without those that were not chosen
    prorated: bool  # the mean of the answered items stands for the missing ones
    band: str | None  # key; only from bands whose source was read
    rule: str  # version of the rule
    why: Why
    items: tuple[str, ...]  # answered and used, in order
    missing: tuple[str, ...]  # counted and not answered
    reversed: tuple[str, ...]  # of ``items``, those that were turned round
    points: int  # sum of the used items after turning round


@dataclass(frozen=True, slots=True)
class Scored:
    """Everything that comes out of one response."""

    instrument: str
    digest: str  # of the definition that was used
    scores: tuple[ScoreResult, ...]
    alerts: tuple[Alert, ...]  # answers that raise an event of their own, whatever the total
    finding: Finding | None  # of a rule of its own

    def score(self, key: str) -> ScoreResult:
        """Return one of the scores. Raises KeyError."""
        for result in self.scores:
            if result.key == key:
                return result
        raise KeyError(key)


def in_words(legal: tuple[int, ...]) -> str:
    """Return "0 to 3" or "0, 2 or 4"."""
    if legal == tuple(range(legal[0], legal[-1] + 1)):
        return f"{legal[0]} to {legal[-1]}"
    return f"{', '.join(map(str, legal[:-1]))} or {legal[-1]}"


def score(instrument: Instrument, answers: Answers, *, rule: str = "") -> Scored:
    """Return every score of one response, the alerts it raises and what a rule of its own says.

    ``rule`` is the version of a scoring rule; without it, or for a score that has no such version, the one in force.
    Raises WrongAnswer for an item that is not there, text, a fraction, or a number outside the item's answers;
    UnknownRule when no score of the instrument ever had that version.
    """
    plan = plan_of(instrument)
    if rule and rule not in plan.versions:
        raise UnknownRule(
            f"{instrument.key} has no rule {rule!r}; it has {', '.join(sorted(plan.versions))}."
        )
    numbers: dict[str, int] = {}
    not_chosen: set[str] = set()
    for key, given in answers.items():
        legal = plan.legal.get(key)
        if legal is not None and type(given) is int and given in legal:
            numbers[key] = given
        else:
            _take_other(plan, key, given, numbers, not_chosen)
    return Scored(
        instrument=instrument.key,
        digest=instrument.digest,
        scores=tuple([_scored(one, numbers, not_chosen, rule) for one in plan.scores]),
        alerts=tuple([a for a in plan.alerts if a.item in numbers and numbers[a.item] >= a.at_least]),
        finding=plan.special(numbers) if plan.special else None,
    )


_MISSING = (Given.BLANK, Given.NOT_APPLICABLE, Given.RATHER_NOT)


def _take_other(plan: Plan, key: str, given: object, numbers: dict[str, int], not_chosen: set[str]) -> None:
    """Take what is no plain legal number: a way of not answering, a whole number of NumPy's, or a fault."""
    legal = plan.in_order.get(key, ())
    if not legal:
        raise WrongAnswer(key, given, ())
    if isinstance(given, Given):
        if given is Given.NOT_CHOSEN and key in plan.may_not_be_chosen:
            not_chosen.add(key)
        elif given not in _MISSING:
            raise WrongAnswer(key, given, legal)
        return
    if isinstance(given, bool) or not isinstance(given, SupportsIndex) or index(given) not in legal:
        raise WrongAnswer(key, given, legal)
    numbers[key] = index(given)


def _scored(plan: ScorePlan, numbers: dict[str, int], not_chosen: set[str], version: str) -> ScoreResult:
    points = 0
    items, missing, turned = [], [], []
    for key, turn in plan.items:
        number = numbers.get(key)
        if number is None:
            if key not in not_chosen:
                missing.append(key)
            continue
        items.append(key)
        if turn is None:
            points += number
        else:
            points += turn - number
            turned.append(key)
    rule = plan.rule(version)
    value, why = _value(plan, points, len(items), len(missing), rule.missing.most)
    return ScoreResult(
        plan.key,
        value,
        len(items),
        len(items) + len(missing),
        value is not None and bool(missing),
        None if value is None else plan.band(value),
        rule.version,
        why,
        tuple(items),
        tuple(missing),
        tuple(turned),
        points,
    )


def _value(plan: ScorePlan, points: int, answered: int, missing: int, most: int) -> tuple[float | None, Why]:
    if not answered:
        return None, Why.NOTHING_ANSWERED if missing else Why.NONE_CHOSEN
    if missing > most:
        return None, Why.TOO_MANY_MISSING
    if plan.combine is Combine.NONE:
        return None, Why.NO_SUM
    if plan.combine is Combine.CONVERTED and not plan.table:
        return None, Why.NO_TABLE
    return _combined(plan, points, answered, missing), Why.SCORED


def _combined(plan: ScorePlan, points: int, answered: int, missing: int) -> float:
    """Return the score; the mean of the answered items stands for each missing one, whatever the combination."""
    combine, counted = plan.combine, answered + missing
    if combine is Combine.SUM or combine is Combine.SUM_TIMES:
        if plan.whole:
            return (
                half_up(int(plan.factor) * points * counted, answered)
                if missing
                else int(plan.factor) * points
            )
        return plan.factor * points * counted / answered
    if combine is Combine.PERCENT:
        return 100 * points / (answered * plan.most_points)
    if combine is Combine.CONVERTED:
        return plan.table[half_up(points * counted, answered)]
    return plan.factor * points / answered


def half_up(above: int, below: int) -> int:
    """Return above / below to the nearest whole number, a half upwards; exact, both at least 0."""
    return (2 * above + below) // (2 * below)


# ---- side by side --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Comparison:
    """A total that was stored or imported beside the one worked out here; neither replaces the other."""

    stored: float
    recomputed: float | None
    agrees: bool
    rule: str


def recomputed(stored: float, result: ScoreResult) -> Comparison:
    """Compare a stored total with the recomputed one (measures 6).

    They agree when they differ by less than half of the last of two decimals. A total that cannot be worked out
    from the answers does not agree with anything.
    """
    agrees = result.value is not None and abs(stored - result.value) < 0.005
    return Comparison(stored, result.value, agrees, result.rule)


def under_every_rule(instrument: Instrument, answers: Answers, key: str = "") -> tuple[ScoreResult, ...]:
    """Return one score under each dated rule, oldest first, to be shown side by side (measures 7)."""
    wanted = instrument.score(key)
    return tuple(score(instrument, answers, rule=one.version).score(wanted.key) for one in wanted.rules)


def rule_at(asked: Score, day: date) -> ScoringRule:
    """Return the rule that was in force on a day."""
    in_force = [rule for rule in asked.rules if rule.since is None or rule.since <= day]
    return in_force[-1] if in_force else asked.rules[0]


# ---- explaining ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of an explanation as data: a key that the pages know in words, and what goes into it."""

    key: str
    values: Mapping[str, object]


def explain(instrument: Instrument, result: ScoreResult) -> tuple[Reason, ...]:
    """Return how a score came about, in the order in which one would tell it.

    Keys: ``answered`` (answered, of), ``missing`` (items), ``turned-round`` (items), ``combined`` (combine, points,
    factor), ``prorated`` (missing, most), ``no-score`` (why, answered, of, most), ``rule`` (version, citation,
    confirmed, ours), ``formula`` (citation, confirmed), ``better`` (direction).
    """
    plan = plan_of(instrument).by_key[result.key]
    return (
        Reason("answered", {"answered": result.answered, "of": result.of}),
        *([Reason("missing", {"items": result.missing})] if result.missing else ()),
        *([Reason("turned-round", {"items": result.reversed})] if result.reversed else ()),
        *_how(plan, result),
        *plan.told(result.rule, Reason),
    )


def _how(plan: ScorePlan, result: ScoreResult) -> tuple[Reason, ...]:
    most = plan.rule(result.rule).missing.most
    if result.value is None:
        told = {"why": result.why, "answered": result.answered, "of": result.of, "most": most}
        return (Reason("no-score", told),)
    combined = Reason("combined", {"combine": plan.combine, "points": result.points, "factor": plan.factor})
    if not result.prorated:
        return (combined,)
    return combined, Reason("prorated", {"missing": len(result.missing), "most": most})
