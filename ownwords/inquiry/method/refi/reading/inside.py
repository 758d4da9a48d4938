"""The children of an element: those that belong there, and a word about the others."""

from __future__ import annotations

from collections.abc import Iterator

from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.pull import Element, local
from ownwords.inquiry.method.refi.report import Loss, Repair

STREAMED = frozenset(
    {
        *("User", "Code", "Variable", "Case", "Link", "Set", "Graph", "Note"),
        *("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"),
        *("Representation", "TextDescription", "Transcript"),
        *("PlainTextSelection", "PictureSelection", "PDFSelection", "AudioSelection"),
        *("VideoSelection", "TranscriptSelection"),
    }
)
"""Elements that are read as soon as they end and then let go, so that memory holds the project and not its XML."""


def inside(
    draft: Draft, element: Element, kind: str, names: tuple[str, ...]
) -> Iterator[tuple[str, Element]]:
    """Yield (name, child) of the children called `names`; any other is noted as not taken."""
    for child in element:
        name = local(child)
        if name in names:
            yield name, child
        elif name not in STREAMED:
            draft.log.lost(kind, Loss.UNKNOWN, f"<{name}>")


def words(element: Element) -> str:
    """Return the text of an element."""
    return element.text or ""


def let_go(element: Element) -> None:
    """Free an element that was read, and the one before it, but never itself: text after it may still come."""
    element.clear(keep_tail=True)
    before = element.getprevious()
    if before is not None and local(before) in STREAMED:
        element.getparent().remove(before)


def targets(draft: Draft, children: list[Element]) -> tuple[str, ...]:
    """Return the GUIDs that references mean; a codebook's `guid` and a project's `targetGUID` alike."""
    found = (draft.ids.ref(child.get("targetGUID") or child.get("guid")) for child in children)
    return tuple(dict.fromkeys(one for one in found if one))


def note_empty(draft: Draft, element: Element) -> None:
    """Note a list that holds nothing, which the schema does not allow."""
    draft.log.repaired(local(element), Repair.EMPTY_LIST)
