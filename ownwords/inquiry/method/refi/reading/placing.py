"""Selections put where they belong in the text as we keep it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from ownwords.inquiry.method.refi.model.selections import Selection, SyncSpan, TextSpan
from ownwords.inquiry.method.refi.model.sources import SyncPoint
from ownwords.inquiry.method.refi.reading.choosing import Sample, chosen_reading, samples_of
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.line_ends import Reading, one_line_end
from ownwords.inquiry.method.refi.reading.texts import Raw
from ownwords.inquiry.method.refi.report import Loss, Repair

Placed = tuple[str, tuple[Selection, ...], tuple[SyncPoint, ...]]


def placed(
    draft: Draft, name: str, raw: Raw, selections: tuple[Selection, ...], points: tuple[SyncPoint, ...]
) -> Placed:
    """Return text, selections and sync points, by the way of counting that fits this source."""
    text = one_line_end(raw.text)
    if draft.own:
        return raw.text, selections, points
    samples = samples_of(selections) or _samples_between(selections, points)
    farthest = max(chain(_ends(selections), (one.position or 0 for one in points)), default=0)
    reading, what = chosen_reading(raw, samples, farthest, draft.origin)
    if what is not None:
        draft.log.repaired("source", what, name)
    if len(text) != len(raw.text):
        draft.log.repaired("source", Repair.LINE_ENDS, name)
    kept = (_moved(draft, one, reading, text) for one in selections)
    return text, tuple(one for one in kept if one is not None), _synced(points, reading, len(text))


def _moved(draft: Draft, one: Selection, reading: Reading, text: str) -> Selection | None:
    if not isinstance(one.place, TextSpan):
        return one
    start, end = reading.span(one.place.start, one.place.end)
    if 0 <= start < end <= len(text):
        same = start == one.place.start and end == one.place.end
        return one if same else replace(one, place=TextSpan(start, end))
    span = _mended(draft, one.name, start, end, text)
    if span is None:
        draft.log.lost("selection", Loss.OUTSIDE, one.name or one.guid)
        return None
    return replace(one, place=span)


def _mended(draft: Draft, name: str, start: int, end: int, text: str) -> TextSpan | None:
    """Return the span put right; None where nothing of it lies in the text."""
    say = name or f"{start}-{end}"
    if start > end:
        start, end = end, start
        draft.log.repaired("selection", Repair.BACKWARDS, say)
    if start > len(text) or end < 0 or (start == len(text) < end):
        return None
    if end > len(text) or start < 0:
        start, end = max(0, start), min(end, len(text))
        draft.log.repaired("selection", Repair.CLIPPED, say)
    if start == end:
        if len(name) > 1 and text.startswith(name, start):
            draft.log.repaired("selection", Repair.NAME_GIVES_LENGTH, say)
            return TextSpan(start, start + len(name))
        draft.log.repaired("selection", Repair.ZERO_LENGTH, say)
    return TextSpan(start, end)


def _ends(selections: tuple[Selection, ...]) -> list[int]:
    return [one.place.end for one in selections if isinstance(one.place, TextSpan)]


def _samples_between(selections: tuple[Selection, ...], points: tuple[SyncPoint, ...]) -> list[Sample]:
    at = {one.guid: one.position for one in points if one.position is not None}
    spans = [
        (at[one.place.first], at[one.place.last], one.name)
        for one in selections
        if isinstance(one.place, SyncSpan) and one.place.first in at and one.place.last in at
    ]
    return [(start, end, name) for start, end, name in spans if name.strip() and start < end]


def _synced(points: tuple[SyncPoint, ...], reading: Reading, length: int) -> tuple[SyncPoint, ...]:
    def move(one: SyncPoint) -> SyncPoint:
        if one.position is None:
            return one
        return replace(one, position=min(length, max(0, reading.place(one.position))))

    return tuple(move(one) for one in points) if reading.extras or reading.shift else points
