"""What scoring needs of one score, and of an instrument, as frozen data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ownwords.measures.method.definitions import Alert, Band, Combine, Instrument, ScoringRule
from ownwords.measures.method.special import Finding

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
