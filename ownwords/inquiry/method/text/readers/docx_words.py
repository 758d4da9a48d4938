"""The words of a Word document, heard element by element (ECMA-376 part 1, section 17)."""

from __future__ import annotations

from collections.abc import Mapping

from ownwords.inquiry.method.text.blocks import Blocks
from ownwords.inquiry.method.text.notes import Notes

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
#: Left out whole, with the kind of note: deleted words, the reading over East Asian characters.
SKIPPED = {"del": "deletions", "moveFrom": "deletions", "rt": None}
#: Counted where they stand.
NOTED = {
    "ins": "insertions",
    "moveTo": "insertions",
    "footnoteReference": "footnotes",
    "endnoteReference": "footnotes",
    "commentReference": "comments",
    "vanish": "hidden",
    "altChunk": "unsupported",
}
PICTURES = ("blip", "imagedata")
#: Elements of a run that are characters.
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


class DocxWords:
    """Hears a document and gathers its blocks."""

    def __init__(self, notes: Notes) -> None:
        self.blocks = Blocks(notes)
        self._notes = notes
        self._skip = self._runs = self._properties = 0
        self._taking = self._joined = self._row_deleted = False

    def start(self, space: str, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip or name == "Fallback":
            self._skip += 1
        elif space not in WORD:
            self._notes.add("pictures", int(name in PICTURES))
        elif self._properties or name in ("pPr", "trPr"):
            self._property(name)
        elif name in SKIPPED:
            self._skip = 1
            if kind := SKIPPED[name]:
                self._notes.add(kind)
        elif self._runs and name in SIGNS:
            self.blocks.text(SIGNS[name])
        else:
            self._element(space, name, attributes)

    def _property(self, name: str) -> None:
        """Properties of a paragraph or row: a tab here is a tab stop, a deletion is that of the paragraph's end."""
        self._properties += 1
        self._notes.add("list_numbers", int(name == "numPr"))
        if name in ("del", "moveFrom"):
            self._joined = self._row_deleted = True

    def _element(self, space: str, name: str, attributes: Mapping[str, str]) -> None:
        if name in NOTED:
            self._notes.add(NOTED[name])
        elif name == "sym":
            self._symbol(attributes.get(f"{{{space}}}char", ""))
        elif name in _STARTS:
            _STARTS[name](self)

    def _symbol(self, number: str) -> None:
        try:
            self.blocks.text(chr(int(number, 16)))
        except (ValueError, OverflowError):
            self.blocks.text("\ufffd")
        self._notes.add("symbols")

    def end(self, space: str, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
        elif self._properties and space in WORD:
            self._properties -= 1
        elif space in WORD and name in _ENDS:
            _ENDS[name](self)

    def data(self, text: str) -> None:
        """Characters count inside w:t only; Word shows a line end in it as a space."""
        if self._taking and not self._skip:
            self.blocks.text(text.replace("\n", " ").replace("\r", " "))

    def begin_paragraph(self) -> None:
        """w:p begins."""
        self._joined = False
        self.blocks.start_paragraph()

    def finish_paragraph(self) -> None:
        """w:p ends; without its mark the next one goes on in the same line."""
        self.blocks.end_paragraph(joined=self._joined)
        self._joined = False

    def begin_row(self) -> None:
        """w:tr begins."""
        self._row_deleted = False
        self.blocks.start_row()

    def finish_row(self) -> None:
        """w:tr ends; a deleted row goes."""
        if self._row_deleted:
            self.blocks.drop_row()
            self._notes.add("deletions")
        self._row_deleted = False

    def run(self, step: int) -> None:
        """A run begins (1) or ends (-1)."""
        self._runs += step

    def take(self, taking: bool) -> None:
        """Begin or stop taking characters."""
        self._taking = taking

    def begin_box(self) -> None:
        """w:txbxContent begins."""
        self._notes.add("text_boxes")
        self.blocks.start_box()


_STARTS = {
    "p": DocxWords.begin_paragraph,
    "r": lambda words: words.run(1),
    "t": lambda words: words.take(True),
    "tbl": lambda words: words.blocks.start_table(),
    "tr": DocxWords.begin_row,
    "tc": lambda words: words.blocks.start_cell(),
    "txbxContent": DocxWords.begin_box,
}
_ENDS = {
    "p": DocxWords.finish_paragraph,
    "r": lambda words: words.run(-1),
    "t": lambda words: words.take(False),
    "tbl": lambda words: words.blocks.end_table(),
    "tr": DocxWords.finish_row,
    "tc": lambda words: words.blocks.end_cell(),
    "txbxContent": lambda words: words.blocks.end_box(),
}
