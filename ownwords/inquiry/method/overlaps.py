"""Codings that lie over one another: cut into stretches that are covered alike, and put in lanes side by side.

Positions are code points; a span is `text[start:end]`. A span without words covers nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ownwords.inquiry.method.text.spans import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch covered by the same spans from end to end; they are numbered as they were given.

    `opens` are the spans that begin here, `closes` those that end with it. A span that is cut off at an edge of the
    whole stretch neither begins nor ends there.
    """

    start: int
    end: int
    covered_by: tuple[int, ...]
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


def segments(start: int, end: int, spans: Sequence[Span]) -> tuple[Segment, ...]:
    """Cut `start` to `end` wherever a span begins or ends. Together the segments are the whole stretch, in order."""
    inside = [(n, one) for n, one in enumerate(spans) if max(one.start, start) < min(one.end, end)]
    cuts = {start, end} | {place for _n, one in inside for place in (one.start, one.end)}
    places = sorted(place for place in cuts if start <= place <= end)
    covered: list[list[int]] = [[] for _place in places]
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for number, one in inside:
        first, last = bisect_left(places, one.start), bisect_left(places, min(one.end, end))
        for at in range(first, last):
            covered[at].append(number)
        opens.setdefault(one.start, []).append(number)
        closes.setdefault(one.end, []).append(number)
    return tuple(
        Segment(a, b, tuple(covered[at]), tuple(opens.get(a, ())), tuple(closes.get(b, ())))
        for at, (a, b) in enumerate(pairwise(places))
    )


def lanes(spans: Sequence[Span]) -> tuple[int, ...]:
    """Return a lane for each span, from 0, so that no two that share a character share a lane.

    There are as many lanes as spans lie over one another at the fullest place. The one that begins first, and of these
    the longest, has the lowest lane that is free (greedy colouring of intervals).
    """
    order = sorted(range(len(spans)), key=lambda n: (spans[n].start, -spans[n].end, n))
    found = [0] * len(spans)
    ends: list[int] = []
    for number in order:
        one = spans[number]
        if one.start >= one.end:
            continue
        lane = next((at for at, stop in enumerate(ends) if stop <= one.start), len(ends))
        if lane == len(ends):
            ends.append(0)
        ends[lane] = one.end
        found[number] = lane
    return tuple(found)
