"""The scale of a score in stretches that people are counted in, never more than a handful and never finer than a band.

>>> from ownwords.measures.method.catalogue import instrument
>>> [(one.low, one.high) for one in stretches(instrument("phq-9").score())]
[(0, 4), (5, 9), (10, 14), (15, 19), (20, 27)]
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from ownwords.measures.method.definitions import Direction, Instrument, ReliableChange, Score

MOST = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of a scale: from ``low`` on, up to ``high``; ``words`` only where a publisher named it."""

    low: float
    high: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class CountedBy:
    """What results are counted by. ``key`` changes with anything that would put people into other cells."""

    stretches: tuple[Stretch, ...]
    rule: ReliableChange | None
    direction: Direction
    key: str

    @property
    def edges(self) -> list[float]:
        """The lower ends of the stretches, rising."""
        return [one.low for one in self.stretches]


def counted_by(instrument: Instrument) -> CountedBy:
    """Return how the results of an instrument are counted: its first score, and only by what has been confirmed."""
    score = instrument.score()
    rule = score.reliable_change
    confirmed = rule if rule and rule.source.confirmed and not instrument.about_worker else None
    parts, way = stretches(score), instrument.better(score)
    said = repr(
        (instrument.key, [(one.low, one.high) for one in parts], confirmed and confirmed.points, way.value)
    )
    return CountedBy(parts, confirmed, way, hashlib.sha256(said.encode()).hexdigest())


def stretches(score: Score) -> tuple[Stretch, ...]:
    """Return the bands of a score where they are confirmed, otherwise equal parts of its range, rising."""
    if score.bands and score.bands_source and score.bands_source.confirmed:
        return tuple(Stretch(band.low, band.high, band.words) for band in score.bands)
    return tuple(_equal(score))


def _equal(score: Score) -> Iterator[Stretch]:
    """Cut a range into at most five parts; whole scores into parts of whole numbers, the last one may be longer."""
    span = score.high - score.low
    if not score.whole:
        for n in range(MOST):
            yield Stretch(round(score.low + n * span / MOST, 3), round(score.low + (n + 1) * span / MOST, 3))
        return
    parts = int(min(MOST, span + 1))
    step = int((span + 1) // parts)
    for n in range(parts):
        low = score.low + n * step
        yield Stretch(low, score.high if n == parts - 1 else low + step - 1)
