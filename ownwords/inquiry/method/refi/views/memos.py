"""Memos, wherever a program put them: a note that is pointed to, a note joined by a link, or a description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.model.sources import Source
from ownwords.inquiry.method.refi.model.stamp import UNSIGNED, Stamp
from ownwords.inquiry.method.refi.reading.there import with_parts


class MemoForm(StrEnum):
    """How the file keeps a memo. In a description its author and date are lost."""

    NOTE = "note"
    LINK = "link"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Memo:
    """What somebody wrote about one thing, by its GUID.

    `kind` is empty where only the GUID tells what it is about. `note` is the GUID of its note, empty for a description.
    """

    kind: str
    about: str
    text: str
    form: MemoForm
    note: str = ""
    name: str = ""
    stamp: Stamp = UNSIGNED


def memos(project: Project) -> Iterator[Memo]:
    """Yield every memo of a project once for each thing it is about; then notes about nothing in particular."""
    notes = {one.guid: one for one in project.notes}
    told: set[tuple[str, str]] = set()
    for form, kind, about, note in (*_pointed(project), *_linked(project)):
        if note not in notes or (about, note) in told:
            continue
        told.add((about, note))
        found = notes[note]
        yield Memo(kind, about, found.text or found.description, form, note, found.name, found.stamp)
    used = {note for _, note in told}
    for one in project.notes:
        if one.guid not in used:
            yield Memo("", "", one.text or one.description, MemoForm.NOTE, one.guid, one.name, one.stamp)
    for source in _all(project):
        for place in source.selections:
            if place.description:
                yield Memo(
                    "selection", place.guid, place.description, MemoForm.DESCRIPTION, stamp=place.stamp
                )


def _pointed(project: Project) -> Iterator[tuple[MemoForm, str, str, str]]:
    return ((MemoForm.NOTE, *one) for one in _references(project))


def _references(project: Project) -> Iterator[tuple[str, str, str]]:
    yield from (("project", "", note) for note in project.note_refs)
    yield from (("code", one.guid, note) for one in project.codes for note in one.notes)
    for source in _all(project):
        yield from (("source", source.guid, note) for note in source.notes)
        for place in source.selections:
            yield from (("selection", place.guid, note) for note in place.notes)
            yield from (("coding", one.guid, note) for one in place.codings for note in one.notes)
        yield from (("coding", one.guid, note) for one in source.codings for note in one.notes)
    yield from (("link", one.guid, note) for one in project.links for note in one.notes)


def _linked(project: Project) -> Iterator[tuple[MemoForm, str, str, str]]:
    """Yield links one end of which may be a note; the file does not say of which kind the other end is."""
    for one in project.links:
        yield MemoForm.LINK, "", one.target, one.origin
        yield MemoForm.LINK, "", one.origin, one.target


def _all(project: Project) -> Iterator[Source]:
    for top in (*project.sources, *project.notes):
        yield from with_parts(top)
