"""The text of a source: inside the XML or in a file of the package, in whatever encoding."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.pull import Element
from ownwords.inquiry.method.refi.refusal import Unreadable
from ownwords.inquiry.method.refi.report import Loss, Repair

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Raw:
    """A text with its line ends as they came; `marked` where a byte order mark was taken off."""

    text: str
    marked: bool = False


def raw_text(draft: Draft, element: Element, content: str | None, name: str, held: int) -> Raw | None:
    """Return the text; None, with a word in the report, where it is not in the file. `held` selections wait for it."""
    path = element.get("plainTextPath") or ""
    if content or (content is not None and not path):
        return _unmarked(draft, content, name)
    if not path:
        why = "only as a formatted file" if element.get("richTextPath") else "no text and no path"
        _missing(draft, f"{name}: {why}" if name else why, held)
        return None
    inside = draft.package.find(path)
    if inside is None:
        _missing(draft, f"{name}: {path}", held)
        return None
    if "://" not in path:
        draft.log.repaired("source", Repair.NO_SCHEME, path)
    data = draft.package.content(inside, draft.limits.text)
    if data is None:
        draft.log.lost("text of a source", Loss.NOT_DECODED, f"{name}: {path}")
        return None
    draft.text_bytes += len(data)
    if draft.text_bytes > draft.limits.texts:
        raise Unreadable("The texts in this file are longer together than a project can be.")
    return _decoded(draft, data, name)


def media_there(draft: Draft, element: Element, name: str) -> None:
    """Note a recording, picture or PDF that is not in the package."""
    path = element.get("path") or element.get("currentPath") or ""
    if not path or draft.package.find(path) is None:
        draft.log.lost("file of a source", Loss.NO_MEDIA, f"{name}: {path}" if path else name)


def _missing(draft: Draft, place: str, held: int) -> None:
    draft.log.lost("text of a source", Loss.NO_TEXT, place)
    if held:
        draft.log.lost("selection", Loss.NO_TEXT, place, held)


def _decoded(draft: Draft, data: bytes, name: str) -> Raw:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                continue
            draft.log.repaired("source", Repair.MARK, name)
            if encoding != "utf-8":
                draft.log.repaired("source", Repair.ENCODING, f"{name}: {encoding}")
            return Raw(text, marked=True)
    try:
        return Raw(data.decode("utf-8"))
    except UnicodeDecodeError:
        draft.log.repaired("source", Repair.ENCODING, f"{name}: windows-1252")
        return Raw(data.decode("cp1252", errors="replace"))


def _unmarked(draft: Draft, content: str, name: str) -> Raw:
    if not content.startswith("\ufeff"):
        return Raw(content)
    draft.log.repaired("source", Repair.MARK, name)
    return Raw(content[1:], marked=True)
