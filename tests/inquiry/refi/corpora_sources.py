"""Generated sources of every kind."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ownwords.inquiry.method.refi.model.selections import Area, Selection, SyncSpan, TextSpan, TimeSpan
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind, SyncPoint

NUMBER = st.integers(-5, 2**31 - 1)


def text_source(
    made: dict[str, Any], words: Any, notes: Any, note: str = "", kind: Any = SourceKind.TEXT
) -> Source:
    """A text with passages; a note where `note` is its GUID."""
    draw = made["draw"]
    text = draw(st.none() | words)
    length = len(text or "")
    spans = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    transcript = kind is SourceKind.TRANSCRIPT
    points = tuple(
        SyncPoint(made["guid"](), draw(st.none() | NUMBER), draw(st.none() | st.integers(0, length)))
        for _ in range(2 if transcript else 0)
    )
    places = [
        TextSpan(*draw(spans)) for _ in range(0 if transcript or text is None else draw(st.integers(0, 2)))
    ]
    if transcript:
        places = [SyncSpan(points[0].guid, draw(st.sampled_from(["", points[1].guid])))]
    return Source(
        guid=note or made["guid"](),
        kind=SourceKind.NOTE if note else kind,
        name=draw(words),
        text=text,
        description=draw(words),
        stamp=draw(made["stamps"]),
        selections=tuple(_selection(made, words, place) for place in places),
        codings=() if transcript else made["codings"](),
        notes=notes,
        values=() if transcript else made["values"](),
        sync_points=points,
        plain_path="" if text is not None else draw(st.sampled_from(["", "absolute:///x/y.txt"])),
    )


def media(made: dict[str, Any], words: Any, notes: Any) -> Source:
    """A picture, PDF, recording or film with its parts."""
    draw = made["draw"]
    kind = draw(st.sampled_from([SourceKind.PICTURE, SourceKind.PDF, SourceKind.AUDIO, SourceKind.VIDEO]))
    part = {SourceKind.PICTURE: SourceKind.TEXT_DESCRIPTION, SourceKind.PDF: SourceKind.REPRESENTATION}
    timed = kind in (SourceKind.AUDIO, SourceKind.VIDEO)
    inside = part.get(kind, SourceKind.TRANSCRIPT)
    corners = [draw(NUMBER) for _ in range(4)]
    page = draw(st.integers(0, 99)) if kind is SourceKind.PDF else None
    place = TimeSpan(*corners[:2]) if timed else Area(*corners, page)
    represented = text_source(made, words, (), kind=SourceKind.REPRESENTATION) if page and page > 50 else None
    return Source(
        guid=made["guid"](),
        kind=kind,
        name=draw(words),
        selections=(_selection(made, words, place, represented),),
        codings=made["codings"](),
        notes=notes,
        values=made["values"](),
        parts=tuple(
            text_source(made, words, notes, kind=inside)
            for _ in range(draw(st.integers(0, 2 if timed else 1)))
        ),
        path="relative:///a b/ä.mp4",
    )


def _selection(made: dict[str, Any], words: Any, place: Any, represented: Source | None = None) -> Selection:
    draw = made["draw"]
    return Selection(
        made["guid"](),
        place,
        made["codings"](),
        draw(words),
        draw(words),
        draw(made["stamps"]),
        (),
        represented,
    )
