"""The outermost element, and the lists directly in it."""

from __future__ import annotations

import re

from ownwords.inquiry.method.refi.reading.attributes import stamped
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.inside import inside, note_empty, targets, words
from ownwords.inquiry.method.refi.reading.pull import Element, local, namespace
from ownwords.inquiry.method.refi.refusal import Unreadable
from ownwords.inquiry.method.refi.report import Loss, Repair

LISTS = ("Users", "Codes", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs")
STRICT = ("urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0")
_OURS = re.compile(r"(urn:QDA-XML:(project|codebook)[:\d.]*)?", re.IGNORECASE)
NEITHER = "This XML is neither a project nor a codebook of the exchange format."


def start_root(draft: Draft, element: Element) -> None:
    """Take what the outermost element says; a `CodeBook` inside a project says nothing."""
    if element.getparent() is not None:
        return
    if element.getroottree().docinfo.doctype:
        raise Unreadable(NEITHER)
    spoken = namespace(element)
    if not _OURS.fullmatch(spoken):
        raise Unreadable(NEITHER)
    if spoken not in STRICT:
        draft.log.repaired("project", Repair.NAMESPACE, spoken or "none")
    draft.name = element.get("name") or ""
    draft.origin = element.get("origin") or ""
    draft.base_path = element.get("basePath") or ""
    draft.stamp = stamped(draft, element, "project")


def end_root(draft: Draft, element: Element) -> None:
    """Take the project's description and its notes."""
    known = ("Description", "NoteRef", "CodeBook", *LISTS)
    notes = []
    for name, child in inside(draft, element, local(element).lower(), known):
        if name == "Description":
            draft.description = words(child)
        elif name == "NoteRef":
            notes.append(child)
    draft.note_refs.extend(targets(draft, notes))


def start_list(draft: Draft, element: Element) -> None:
    """Count what comes from here on."""
    draft.lists.append(draft.elements)


def end_list(draft: Draft, element: Element) -> None:
    """Note an empty list, and whatever in it was nothing of its kind."""
    before = draft.lists.pop()
    for child in inside(draft, element, local(element).lower(), ()):
        draft.log.lost(child[0], Loss.UNKNOWN)
    if draft.elements == before and not len(element):
        note_empty(draft, element)
