"""The same chart as rows: every answer exactly once, under the words that the person saw when answering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ownwords.measures.method.chart.model import Panel, Point, WordingMark


@dataclass(frozen=True, slots=True)
class Part:
    """Answers in a row that were given to the same words. ``wording`` is None for a standard measure."""

    wording: WordingMark | None
    points: tuple[Point, ...]


def parts(panel: Panel) -> tuple[Part, ...]:
    """Return the rows of the table in order of time. Raises KeyError for an answer to words that the panel lacks."""
    return tuple(_parts(panel))


def _parts(panel: Panel) -> Iterator[Part]:
    if not panel.wordings:
        if panel.points:
            yield Part(None, panel.points)
        return
    known = {mark.number: mark for mark in panel.wordings}
    for number, points in groupby(panel.points, key=lambda point: point.wording):
        yield Part(known[number], tuple(points))
