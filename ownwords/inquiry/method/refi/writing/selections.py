"""Selections and codings. The ends of a passage are exclusive."""

from __future__ import annotations

from collections.abc import Iterable

from ownwords.inquiry.method.refi.model.selections import (
    Area,
    Coding,
    Place,
    Selection,
    SyncSpan,
    TextSpan,
    TimeSpan,
)
from ownwords.inquiry.method.refi.model.sources import SourceKind
from ownwords.inquiry.method.refi.writing.attributes import made, number, stamp
from ownwords.inquiry.method.refi.writing.markup import Attribute, Markup, checked, optional

_AREAS = {SourceKind.PICTURE: "PictureSelection", SourceKind.PDF: "PDFSelection"}
_TIMES = {SourceKind.AUDIO: "AudioSelection", SourceKind.VIDEO: "VideoSelection"}


def element_of(kind: SourceKind, place: Place) -> str | None:
    """Return what a selection at this place is called in this kind of source; None where it cannot be there."""
    if isinstance(place, Area):
        return None if kind is SourceKind.PDF and place.page is None else _AREAS.get(kind)
    if isinstance(place, TimeSpan):
        return _TIMES.get(kind)
    if isinstance(place, SyncSpan):
        return "TranscriptSelection" if kind is SourceKind.TRANSCRIPT else None
    other = (*_AREAS, *_TIMES, SourceKind.TRANSCRIPT)
    return None if kind in other else "PlainTextSelection"


def begin(out: Markup, element: str, one: Selection) -> None:
    """Begin a selection; whoever began it ends it."""
    out.begin(
        element,
        [
            ("guid", checked(one.guid)),
            ("name", one.name or None),
            *_place(one.place, page=element == "PDFSelection"),
            *stamp(one.stamp),
        ],
    )
    out.described(one.description)


def end(out: Markup, element: str, one: Selection) -> None:
    """Write codings and notes of a selection and end it."""
    codings(out, one.codings)
    out.refs("NoteRef", one.notes)
    out.end(element)


def codings(out: Markup, given: Iterable[Coding]) -> None:
    """Write the codings of a selection or of a whole source."""
    for one in given:
        out.begin("Coding", [("guid", checked(one.guid)), *made(one.stamp)])
        out.refs("CodeRef", (one.code,))
        out.refs("NoteRef", one.notes)
        out.end("Coding")


def _place(place: Place, *, page: bool) -> list[Attribute]:
    if isinstance(place, TextSpan):
        return [number("startPosition", place.start), number("endPosition", place.end)]
    if isinstance(place, TimeSpan):
        return [number("begin", place.begin), number("end", place.end)]
    if isinstance(place, SyncSpan):
        return [("fromSyncPoint", optional(place.first)), ("toSyncPoint", optional(place.last))]
    return [
        *([number("page", place.page)] if page else []),
        number("firstX", place.first_x),
        number("firstY", place.first_y),
        number("secondX", place.second_x),
        number("secondY", place.second_y),
    ]
