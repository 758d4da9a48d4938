"""OpenDocument text (.odt), heard element by element (OpenDocument 1.2 part 1)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ownwords.inquiry.method.text.archive import Archive
from ownwords.inquiry.method.text.blocks import Blocks
from ownwords.inquiry.method.text.layout import laid_out
from ownwords.inquiry.method.text.limits import MEGABYTE
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.readers.source import Draft, Source
from ownwords.inquiry.method.text.refused import CannotRead
from ownwords.inquiry.method.text.streaming import hear_xml

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
SPACES = re.compile("[ \t\r\n]+")
#: Left out whole, with the kind of note, if any.
SKIPPED = {
    "tracked-changes": None,
    "note": "footnotes",
    "annotation": "comments",
    "ruby-text": None,
    "title": None,
    "desc": None,
}
NOTED = {
    "image": "pictures",
    "list-item": "list_numbers",
    "deletion": "deletions",
    "change-start": "insertions",
    "change": "deletions",
}
#: More blanks than this in one element are no text.
MOST_BLANKS = 10_000


def read(source: Source) -> Draft:
    """Read paragraphs and tables in reading order, tracked changes as if accepted."""
    archive = Archive(source.data, source.limits)
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.whole(manifest, 8 * MEGABYTE):
        raise CannotRead("password")
    words = _OdtWords(source.notes)
    hear_xml(archive.chunks("content.xml"), words, source.limits, kind="OpenDocument")
    text, rows = laid_out(words.blocks.all)
    return Draft(text, rows=rows)


class _OdtWords:
    """Hears content.xml. White space counts once, except where an element says how much there is (6.1.2)."""

    def __init__(self, notes: Notes) -> None:
        self.blocks = Blocks(notes)
        self._notes = notes
        self._skip = 0
        self._paragraphs = 0
        self._after_space = True

    def start(self, space: str, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip:
            self._skip += 1
        elif name in SKIPPED:
            self._skip = 1
            if kind := SKIPPED[name]:
                self._notes.add(kind)
        elif name in NOTED:
            self._notes.add(NOTED[name])
        elif space == TEXT and name in ("p", "h"):
            self._paragraphs += 1
            self._after_space = True
            self.blocks.start_paragraph()
        elif space == TEXT and self._paragraphs:
            self._sign(name, attributes)
        elif name in _STARTS:
            _STARTS[name](self.blocks)

    def _sign(self, name: str, attributes: Mapping[str, str]) -> None:
        signs = {"tab": "\t", "line-break": "\n", "s": " "}
        if name in signs:
            count = attributes.get(f"{{{TEXT}}}c", "1") if name == "s" else "1"
            self.blocks.text(signs[name] * min(int(count) if count.isdecimal() else 1, MOST_BLANKS))
            self._after_space = False

    def end(self, space: str, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
        elif space == TEXT and name in ("p", "h"):
            self._paragraphs -= 1
            self.blocks.end_paragraph()
        elif name in _ENDS:
            _ENDS[name](self.blocks)

    def data(self, text: str) -> None:
        """Characters count inside paragraphs."""
        if self._skip or not self._paragraphs:
            return
        words = SPACES.sub(" ", text)
        if self._after_space:
            words = words.removeprefix(" ")
        if words:
            self._after_space = words.endswith(" ")
            self.blocks.text(words)


_STARTS = {
    "table": Blocks.start_table,
    "table-row": Blocks.start_row,
    "table-cell": Blocks.start_cell,
    "covered-table-cell": Blocks.start_cell,
    "text-box": Blocks.start_box,
}
_ENDS = {
    "table": Blocks.end_table,
    "table-cell": Blocks.end_cell,
    "covered-table-cell": Blocks.end_cell,
    "text-box": Blocks.end_box,
}
