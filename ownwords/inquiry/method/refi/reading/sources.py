"""Sources, their parts and notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from ownwords.inquiry.method.refi.model.cases import Value
from ownwords.inquiry.method.refi.model.selections import Coding
from ownwords.inquiry.method.refi.model.sources import WORDS, Source, SourceKind, SyncPoint
from ownwords.inquiry.method.refi.reading.attributes import stamped, whole
from ownwords.inquiry.method.refi.reading.cases import value
from ownwords.inquiry.method.refi.reading.draft import Draft, Frame
from ownwords.inquiry.method.refi.reading.inside import inside, targets, words
from ownwords.inquiry.method.refi.reading.placing import placed
from ownwords.inquiry.method.refi.reading.pull import Element, local
from ownwords.inquiry.method.refi.reading.selections import coding
from ownwords.inquiry.method.refi.reading.texts import media_there, raw_text
from ownwords.inquiry.method.refi.report import Loss

_PARTS = (SourceKind.REPRESENTATION, SourceKind.TEXT_DESCRIPTION, SourceKind.TRANSCRIPT)
_CHILDREN = ("Description", "PlainTextContent", "Coding", "NoteRef", "VariableValue", "SyncPoint")


@dataclass(slots=True)
class _Inside:
    description: str = ""
    content: str | None = None
    codings: list[Coding] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    points: list[SyncPoint] = field(default_factory=list)


def start_source(draft: Draft, element: Element) -> None:
    """Open a source: selections and parts that follow are inside it."""
    draft.frames.append(Frame())


def end_source(draft: Draft, element: Element) -> None:
    """Take a source and put it where it belongs."""
    frame = draft.frames.pop()
    kind = SourceKind(local(element))
    found = _inside(draft, element)
    name = element.get("name") or ""
    points, selections, text = tuple(found.points), tuple(frame.selections), None
    if kind in WORDS:
        raw = raw_text(draft, element, found.content, name, len(selections))
        if raw is not None:
            text, selections, points = placed(draft, name, raw, selections, points)
    else:
        media_there(draft, element, name)
    source = Source(
        guid=draft.ids.new(_group(kind), element.get("guid"), name),
        kind=kind,
        name=name,
        text=text,
        description=found.description,
        stamp=stamped(draft, element, "source"),
        selections=selections,
        codings=tuple(found.codings),
        notes=targets(draft, found.notes),
        values=tuple(found.values),
        parts=tuple(frame.parts),
        sync_points=points,
        **_paths(element),
    )
    _put(draft, source)


def _inside(draft: Draft, element: Element) -> _Inside:
    found = _Inside()
    for name, child in inside(draft, element, "source", _CHILDREN):
        if name == "Description":
            found.description = words(child)
        elif name == "PlainTextContent":
            found.content = words(child)
        elif name == "NoteRef":
            found.notes.append(child)
        elif name == "VariableValue":
            found.values.append(value(draft, child))
        elif name == "SyncPoint":
            found.points.append(_sync_point(draft, child))
        elif made := coding(draft, child):
            found.codings.append(made)
    return found


def _sync_point(draft: Draft, element: Element) -> SyncPoint:
    guid = draft.ids.new("sync point", element.get("guid"))
    return SyncPoint(guid, whole(element, "timeStamp"), whole(element, "position"))


def _paths(element: Element) -> dict[str, str]:
    named = {"plain_path": "plainTextPath", "rich_path": "richTextPath", "path": "path"}
    return {name: element.get(of) or "" for name, of in {**named, "current_path": "currentPath"}.items()}


def _group(kind: SourceKind) -> str:
    if kind is SourceKind.NOTE:
        return "note"
    return "part of a source" if kind in _PARTS else "source"


def _put(draft: Draft, source: Source) -> None:
    if draft.frames:
        draft.frames[-1].parts.append(source)
    elif source.kind is SourceKind.NOTE:
        draft.notes.append(source)
    elif source.kind in _PARTS:
        draft.log.lost("source", Loss.WRONG_KIND, source.name)
    else:
        draft.sources.append(source)
