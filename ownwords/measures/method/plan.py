"""What scoring needs of an instrument, laid out once for speed. Part of ``scoring``; nobody else needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ownwords.measures.method.definitions import Alert, Band, Combine, Instrument, Item, Score, ScoringRule
from ownwords.measures.method.special import RULES, Finding

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class ScorePlan:
    """One score: its items with what to take them from when they are turned round, and all that is looked up."""

    key: str
    items: tuple[tuple[str, int | None], ...]  # (item, lowest + highest when it is turned round)
    combine: Combine
    factor: float
    whole: bool
    most_points: int  # of one item; for percentages
    bands: tuple[Band, ...]  # from the highest down; only where their source was read
    table: Mapping[int, float]
    rules: Mapping[str, ScoringRule]
    in_force: ScoringRule
    direction: str
    formula: Mapping[str, object]

    def rule(self, version: str) -> ScoringRule:
        """Return a version of the rule, the one in force when this score never had that version."""
        return self.rules.get(version, self.in_force)

    def band(self, value: float) -> str | None:
        """Return the key of the highest band that begins at or below ``value``."""
        for band in self.bands:
            if value >= band.low:
                return band.key
        return None

    def told(self, version: str, reason: Callable[[str, Mapping[str, object]], Told]) -> tuple[Told, ...]:
        """Return what is to be said about the rule, the formula and the direction."""
        rule = self.rule(version)
        source = rule.missing.source
        about = {
            "version": rule.version,
            "citation": source.citation,
            "confirmed": source.confirmed,
            "ours": source.ours,
        }
        better = {"direction": self.direction}
        return reason("rule", about), reason("formula", self.formula), reason("better", better)


@dataclass(frozen=True, slots=True)
class Plan:
    """An instrument, ready to score with."""

    made_from: Instrument
    legal: Mapping[str, frozenset[int]]
    in_order: Mapping[str, tuple[int, ...]]
    may_not_be_chosen: frozenset[str]
    scores: tuple[ScorePlan, ...]
    by_key: Mapping[str, ScorePlan]
    versions: frozenset[str]
    alerts: tuple[Alert, ...]
    special: Callable[[Mapping[str, int]], Finding] | None


_plans: dict[str, Plan] = {}


def plan_of(instrument: Instrument) -> Plan:
    """Return the plan of an instrument, made once for each definition.

    Kept by key together with what it was made from, so that an instrument that was changed by ``replace`` gets a
    plan of its own.
    """
    plan = _plans.get(instrument.key)
    if plan is None or plan.made_from is not instrument:
        plan = _plans[instrument.key] = _made(instrument)
    return plan


def _made(instrument: Instrument) -> Plan:
    items = {item.key: item for item in instrument.items}
    scores = tuple(_score(instrument, one, items) for one in instrument.scores)
    return Plan(
        made_from=instrument,
        legal={key: frozenset(item.legal) for key, item in items.items()},
        in_order={key: item.legal for key, item in items.items()},
        may_not_be_chosen=frozenset(item.key for item in instrument.items if item.may_not_be_chosen),
        scores=scores,
        by_key={one.key: one for one in scores},
        versions=frozenset(version for one in scores for version in one.rules),
        alerts=instrument.alerts,
        special=RULES[instrument.special] if instrument.special else None,
    )


def _score(instrument: Instrument, score: Score, items: Mapping[str, Item]) -> ScorePlan:
    used = [items[key] for key in score.items]
    read = score.bands_source is not None and score.bands_source.confirmed
    formula = score.formula
    return ScorePlan(
        key=score.key,
        items=tuple((item.key, item.low + item.high if item.reversed else None) for item in used),
        combine=score.combine,
        factor=score.factor,
        whole=score.whole,
        most_points=max(item.high for item in used),
        bands=tuple(reversed(score.bands)) if read else (),
        table=dict(score.table),
        rules={rule.version: rule for rule in score.rules},
        in_force=score.rule,
        direction=str(instrument.better(score)),
        formula={"citation": formula.citation, "confirmed": formula.confirmed} if formula else {},
    )
