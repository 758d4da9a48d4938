"""Which element is read by which function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ownwords.inquiry.method.refi.archive.package import Stream
from ownwords.inquiry.method.refi.reading import cases, codes, graphs, root, selections, sources
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.held import MANY, Held
from ownwords.inquiry.method.refi.reading.inside import STREAMED, let_go
from ownwords.inquiry.method.refi.reading.pull import Element, local, pulled
from ownwords.inquiry.method.refi.refusal import Unreadable

Handler: TypeAlias = Callable[[Draft, Element], None]

_SOURCES = (
    *("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"),
    *("Note", "Representation", "TextDescription", "Transcript"),
)
_SELECTIONS = (
    *("PlainTextSelection", "PictureSelection", "AudioSelection"),
    *("VideoSelection", "TranscriptSelection"),
)
_PLACES = frozenset((*_SELECTIONS, "PDFSelection"))
_ROOTS = ("Project", "CodeBook")

START: Mapping[str, Handler] = {
    **dict.fromkeys(_ROOTS, root.start_root),
    **dict.fromkeys(root.LISTS, root.start_list),
    **dict.fromkeys(_SOURCES, sources.start_source),
    "PDFSelection": selections.start_selection,
    "Code": codes.start_code,
}
END: Mapping[str, Handler] = {
    **dict.fromkeys(root.LISTS, root.end_list),
    **dict.fromkeys(_SOURCES, sources.end_source),
    **dict.fromkeys(_SELECTIONS, selections.end_selection),
    "PDFSelection": selections.end_pdf_selection,
    "User": codes.end_user,
    "Code": codes.end_code,
    "Set": codes.end_set,
    "Variable": cases.end_variable,
    "Case": cases.end_case,
    "Link": graphs.end_link,
    "Graph": graphs.end_graph,
}


def read_events(draft: Draft, stream: Stream, mend: Callable[[], None] | None) -> None:
    """Read the XML into the draft."""
    held = Held(draft.limits)
    seen = False
    for event, element in pulled(stream, draft.limits, mend):
        name = local(element)
        if not seen:
            seen = True
            if name not in _ROOTS or element.getparent() is not None:
                raise Unreadable(root.NEITHER)
        if event == "start":
            held.start(name)
            if handler := START.get(name):
                handler(draft, element)
        else:
            held.end(name)
            _ended(draft, name, element)
    if not seen:
        raise Unreadable(root.NEITHER)


def _ended(draft: Draft, name: str, element: Element) -> None:
    if name in _ROOTS and element.getparent() is None:
        root.end_root(draft, element)
    if handler := END.get(name):
        handler(draft, element)
    if name in STREAMED:
        draft.elements += 1
        draft.things += name not in _PLACES
        if draft.elements > draft.limits.elements or draft.things > draft.limits.things:
            raise Unreadable(MANY)
        let_go(element)
