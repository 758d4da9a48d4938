"""References inside sources: codings to codes, notes, values, sync points."""

from __future__ import annotations

from dataclasses import replace

from ownwords.inquiry.method.refi.model.selections import Coding, Selection, SyncSpan
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind
from ownwords.inquiry.method.refi.reading.there import There
from ownwords.inquiry.method.refi.report import Loss


def resolve_source(there: There, one: Source) -> Source:
    """Return the source without what points nowhere; most sources come back as they are."""
    points = {point.guid for point in one.sync_points}
    selections = tuple(
        kept for place in one.selections if (kept := _selection(there, place, points)) is not None
    )
    known = there.guids["variable"]
    values = tuple(value for value in one.values if value.variable in known)
    if len(values) < len(one.values):
        there.log.lost("value of a source", Loss.NO_TARGET, one.name, len(one.values) - len(values))
    return replace(
        one,
        selections=selections,
        codings=_codings(there, one.codings),
        notes=there.kept("source", "note", one.notes),
        values=values,
        parts=_parts(there, one),
    )


def _parts(there: There, one: Source) -> tuple[Source, ...]:
    most = None if one.kind in (SourceKind.AUDIO, SourceKind.VIDEO) else 1
    if most is not None and len(one.parts) > most:
        there.log.lost("part of a source", Loss.WRONG_KIND, one.name, len(one.parts) - most)
    return tuple(resolve_source(there, part) for part in one.parts[:most])


def _selection(there: There, one: Selection, points: set[str]) -> Selection | None:
    place = one.place
    if isinstance(place, SyncSpan) and any(end and end not in points for end in (place.first, place.last)):
        there.log.lost("selection", Loss.NO_TARGET, one.name or one.guid)
        return None
    codings = _codings(there, one.codings)
    notes = there.kept("selection", "note", one.notes) if one.notes else one.notes
    represented = resolve_source(there, one.represented) if one.represented else None
    if codings is one.codings and notes is one.notes and represented is None:
        return one
    return replace(one, codings=codings, notes=notes, represented=represented)


def _codings(there: There, codings: tuple[Coding, ...]) -> tuple[Coding, ...]:
    known = there.guids["code"]
    if all(one.code in known and not one.notes for one in codings):
        return codings
    kept = []
    for one in codings:
        if one.code not in known:
            there.log.lost("coding", Loss.NO_CODE, one.guid)
        else:
            kept.append(replace(one, notes=there.kept("coding", "note", one.notes)))
    return tuple(kept)
