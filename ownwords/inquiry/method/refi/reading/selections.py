"""Selections and codings: the part of a project that is large."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ownwords.inquiry.method.refi.model.selections import (
    Area,
    Coding,
    Place,
    Selection,
    SyncSpan,
    TextSpan,
    TimeSpan,
)
from ownwords.inquiry.method.refi.model.sources import Source
from ownwords.inquiry.method.refi.reading.attributes import stamped, whole
from ownwords.inquiry.method.refi.reading.draft import Draft, Frame
from ownwords.inquiry.method.refi.reading.inside import STREAMED, targets, words
from ownwords.inquiry.method.refi.reading.pull import Element, local
from ownwords.inquiry.method.refi.report import Loss


def start_selection(draft: Draft, element: Element) -> None:
    """Expect the text of a PDF's area."""
    draft.frames.append(Frame())


def end_pdf_selection(draft: Draft, element: Element) -> None:
    """Take an area of a PDF, with its text where there is one."""
    parts = draft.frames.pop().parts
    end_selection(draft, element, parts[0] if parts else None)


def end_selection(draft: Draft, element: Element, represented: Source | None = None) -> None:
    """Take a selection into the source that is open."""
    kind = local(element)
    name = element.get("name") or ""
    place = _PLACES[kind](draft, element)
    if place is None or not draft.frames:
        why = Loss.NO_PLACE if place is None else Loss.WRONG_KIND
        draft.log.lost("selection", why, name or element.get("guid") or "")
        return
    guid = draft.ids.new(kind, element.get("guid"), name)
    description, codings, notes = _children(draft, element)
    selection = Selection(
        guid, place, codings, name, description, stamped(draft, element, kind), notes, represented
    )
    draft.frames[-1].selections.append(selection)


def _children(draft: Draft, element: Element) -> tuple[str, tuple[Coding, ...], tuple[str, ...]]:
    description, codings, notes = "", [], []
    for child in element:
        name = local(child)
        if name == "Coding":
            if made := coding(draft, child):
                codings.append(made)
        elif name == "NoteRef":
            notes.append(child)
        elif name == "Description":
            description = words(child)
        elif name not in STREAMED:
            draft.log.lost("selection", Loss.UNKNOWN, f"<{name}>")
    return description, tuple(codings), targets(draft, notes) if notes else ()


def coding(draft: Draft, element: Element) -> Coding | None:
    """Return a coding; None where it names no code."""
    code, notes = "", []
    for child in element:
        name = local(child)
        if name == "CodeRef":
            code = draft.ids.ref(child.get("targetGUID"))
        elif name == "NoteRef":
            notes.append(child)
        else:
            draft.log.lost("coding", Loss.UNKNOWN, f"<{name}>")
    guid = draft.ids.new("coding", element.get("guid"))
    if not code:
        draft.log.lost("coding", Loss.NO_CODE_REF, guid)
        return None
    return Coding(guid, code, stamped(draft, element, "coding"), targets(draft, notes) if notes else ())


def _span(draft: Draft, element: Element) -> Place | None:
    start, end = whole(element, "startPosition"), whole(element, "endPosition")
    return None if start is None or end is None else TextSpan(start, end)


def _time(draft: Draft, element: Element) -> Place | None:
    begin, end = whole(element, "begin"), whole(element, "end")
    return None if begin is None or end is None else TimeSpan(begin, end)


def _area(draft: Draft, element: Element) -> Place | None:
    corners = [whole(element, name) for name in ("firstX", "firstY", "secondX", "secondY")]
    known = [one for one in corners if one is not None]
    return Area(known[0], known[1], known[2], known[3], whole(element, "page")) if len(known) == 4 else None


def _sync(draft: Draft, element: Element) -> Place | None:
    return SyncSpan(draft.ids.ref(element.get("fromSyncPoint")), draft.ids.ref(element.get("toSyncPoint")))


_PLACES: Mapping[str, Callable[[Draft, Element], Place | None]] = {
    "PlainTextSelection": _span,
    "PictureSelection": _area,
    "PDFSelection": _area,
    "AudioSelection": _time,
    "VideoSelection": _time,
    "TranscriptSelection": _sync,
}
