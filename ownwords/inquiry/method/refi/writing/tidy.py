"""A project made fit to be written: texts with line ends of one character, only what belongs where it is."""

from __future__ import annotations

from dataclasses import replace

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.selections import Coding, Selection, TextSpan
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind
from ownwords.inquiry.method.refi.reading.line_ends import Reading, as_written, one_line_end
from ownwords.inquiry.method.refi.report import Loss, Repair
from ownwords.inquiry.method.refi.writing.selections import element_of

_PARTS: dict[SourceKind, tuple[SourceKind, int | None]] = {
    SourceKind.PICTURE: (SourceKind.TEXT_DESCRIPTION, 1),
    SourceKind.PDF: (SourceKind.REPRESENTATION, 1),
    SourceKind.AUDIO: (SourceKind.TRANSCRIPT, None),
    SourceKind.VIDEO: (SourceKind.TRANSCRIPT, None),
}


def tidied(source: Source, codes: frozenset[str], log: Log) -> Source:
    """Return the source without codings of codes that are not in `codes`, and without what its kind cannot hold."""
    kept = [one for one in source.selections if element_of(source.kind, one.place)]
    _told("selection", source, len(source.selections) - len(kept), log)
    reading = as_written(source.text) if source.text and "\r" in source.text else None
    if reading:
        log.repaired("source", Repair.LINE_ENDS, source.name)
    return replace(
        source,
        text=one_line_end(source.text) if source.text else source.text,
        selections=tuple(_selection(one, codes, reading, log) for one in kept),
        codings=_codings(source.codings, codes, log),
        parts=_parts(source, log),
        sync_points=tuple(
            replace(one, position=reading.place(one.position))
            if reading and one.position is not None
            else one
            for one in source.sync_points
        ),
    )


def _selection(one: Selection, codes: frozenset[str], reading: Reading | None, log: Log) -> Selection:
    codings = _codings(one.codings, codes, log)
    if reading and isinstance(one.place, TextSpan):
        span = TextSpan(*reading.span(one.place.start, one.place.end))
        return replace(one, place=span, codings=codings)
    return one if codings is one.codings else replace(one, codings=codings)


def _codings(given: tuple[Coding, ...], codes: frozenset[str], log: Log) -> tuple[Coding, ...]:
    kept = tuple(one for one in given if one.code in codes)
    if len(kept) == len(given):
        return given
    log.lost("coding", Loss.NO_CODE, "", len(given) - len(kept))
    return kept


def _parts(source: Source, log: Log) -> tuple[Source, ...]:
    kind, most = _PARTS.get(source.kind, (None, 0))
    kept = [one for one in source.parts if one.kind is kind][:most]
    _told("part of a source", source, len(source.parts) - len(kept), log)
    return tuple(kept)


def _told(kind: str, source: Source, gone: int, log: Log) -> None:
    if gone:
        log.lost(kind, Loss.WRONG_KIND, source.name, gone)
