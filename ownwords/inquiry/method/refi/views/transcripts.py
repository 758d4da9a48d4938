"""Passages of a transcript: from one sync point to another."""

from __future__ import annotations

from collections.abc import Iterator

from ownwords.inquiry.method.refi.model.selections import Selection, SyncSpan, TextSpan
from ownwords.inquiry.method.refi.model.sources import Source


def transcript_spans(transcript: Source) -> Iterator[tuple[Selection, TextSpan]]:
    """Yield each selection of a transcript with the text between its sync points.

    A selection without a first point begins with the text, one without a last ends with it. One whose points have no
    position, or lie the wrong way round, has no passage and is left out.
    """
    at = {one.guid: one.position for one in transcript.sync_points}
    length = len(transcript.text or "")
    for one in transcript.selections:
        if not isinstance(one.place, SyncSpan):
            continue
        start = at.get(one.place.first) if one.place.first else 0
        end = at.get(one.place.last) if one.place.last else length
        if start is not None and end is not None and start <= end:
            yield one, TextSpan(start, end)
