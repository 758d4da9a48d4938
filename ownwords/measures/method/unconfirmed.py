"""Which facts of an instrument nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownwords.measures.method.definitions import Instrument, Score, Source


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """One fact that was recalled or read only second hand: where it stands, and what is said about it."""

    fact: str  # "total.bands", "total.cut_off", "total.rules.2026-11", "licence", "sources.2"
    source: Source


def unconfirmed(instrument: Instrument) -> tuple[Unconfirmed, ...]:
    """Return every unconfirmed fact of an instrument in the order of its definition."""
    return tuple(Unconfirmed(fact, source) for fact, source in _facts(instrument) if not source.confirmed)


def _facts(instrument: Instrument) -> Iterator[tuple[str, Source]]:
    yield "licence", instrument.licence.source
    for score in instrument.scores:
        for name, source in _of_score(score):
            yield f"{score.key}.{name}", source
    for place, source in enumerate(instrument.sources, 1):
        yield f"sources.{place}", source


def _of_score(score: Score) -> Iterator[tuple[str, Source]]:
    if score.formula:
        yield "formula", score.formula
    for rule in score.rules:
        yield f"rules.{rule.version}", rule.missing.source
    if score.bands_source:
        yield "bands", score.bands_source
    if score.cut_off:
        yield "cut_off", score.cut_off.source
    if score.reliable_change:
        yield "reliable_change", score.reliable_change.source
    if score.important_difference:
        yield "important_difference", score.important_difference.source
