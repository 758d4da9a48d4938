"""Texts, and which file of the package each goes to: the GUID of the source with the ending of its kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind
from ownwords.inquiry.method.refi.parts.characters import encodable
from ownwords.inquiry.method.refi.report import Loss, Repair

SCHEME = "internal://"


@dataclass(slots=True)
class Files:
    """Files that the XML points to: names of texts with their sources, names of other files."""

    log: Log
    texts: dict[str, Source] = field(default_factory=dict)
    media: list[str] = field(default_factory=list)

    def text_path(self, source: Source) -> str | None:
        """Return the path of the source's text; None where it goes into the XML or there is none."""
        if source.text is None:
            outside = (
                source.plain_path and not source.plain_path.startswith(SCHEME) and "://" in source.plain_path
            )
            if not outside:
                self.log.lost("text of a source", Loss.NO_TEXT, source.name)
            return source.plain_path if outside else None
        name = f"{source.guid}.txt"
        if source.kind is SourceKind.NOTE or name in self.texts:
            return None
        self.texts[name] = source
        return SCHEME + name

    def media_path(self, path: str) -> str | None:
        """Return the path of another file, and remember it where it is inside the package."""
        if path.startswith(SCHEME) and (name := path.removeprefix(SCHEME)) not in self.media:
            self.media.append(name)
        return path or None


def text_bytes(source: Source, log: Log) -> bytes:
    """Return a text as its file holds it: UTF-8, and a mark in front only where the text begins with one itself."""
    text, count = encodable(source.text or "")
    if count:
        log.repaired("source", Repair.CHARACTERS, source.name, count)
    return marked(text).encode()


def marked(text: str) -> str:
    """Return the text with a mark in front where it begins with one itself: readers take one off."""
    return "\ufeff" + text if text.startswith("\ufeff") else text
