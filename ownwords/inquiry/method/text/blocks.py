"""Paragraphs and tables in reading order, gathered while a document is read, then laid out as one text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ownwords.inquiry.method.text.cleaning import clean
from ownwords.inquiry.method.text.notes import Notes

Block: TypeAlias = "str | Table"


@dataclass(slots=True)
class Table:
    """Rows of cells; a cell holds blocks, and so further tables."""

    rows: list[list[list[Block]]] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)


class Blocks:
    """Gathers a document. A paragraph may hold a text box, whose blocks come after it."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._held: list[list[Block]] = [[]]
        self._open: list[_Paragraph] = []
        self._tables: list[Table] = []
        self._carried: list[str] = []

    @property
    def all(self) -> list[Block]:
        """Return everything gathered on the outermost level."""
        return self._held[0]

    def start_paragraph(self) -> None:
        """Begin a paragraph; it takes over the words of one whose end was deleted."""
        self._open.append(_Paragraph(self._carried))
        self._carried = []

    def text(self, words: str) -> None:
        """Add words to the paragraph that is open; outside any, they begin one."""
        if not self._open:
            self.start_paragraph()
        self._open[-1].pieces.append(words)

    def pending(self) -> str:
        """Return the words of the open paragraph so far."""
        return "".join(self._open[-1].pieces) if self._open else ""

    def end_paragraph(self, *, joined: bool = False) -> None:
        """End the open paragraph, if any; `joined` carries its words into the next one."""
        if not self._open:
            return
        paragraph = self._open.pop()
        if joined:
            self._carried = paragraph.pieces
        else:
            self._held[-1].append(clean("".join(paragraph.pieces), self._notes))
        self._held[-1] += paragraph.after

    def drop_paragraph(self) -> None:
        """Forget the open paragraph, if any, but not what hangs on it."""
        if self._open:
            self._held[-1] += self._open.pop().after

    def start_table(self) -> None:
        """Begin a table inside whatever is open."""
        self._tables.append(Table())

    def start_row(self) -> None:
        """Begin a row; outside any table nothing begins."""
        if self._tables:
            self._tables[-1].rows.append([])

    def start_cell(self) -> None:
        """Begin a cell; what follows goes into it."""
        self._held.append([])

    def end_cell(self) -> None:
        """End the cell. One outside any table is just words; one outside any row begins a row."""
        cell = self._held.pop()
        if not self._tables:
            self._held[-1] += cell
            return
        rows = self._tables[-1].rows
        if not rows:
            rows.append([])
        rows[-1].append(cell)

    def end_last_cell(self) -> None:
        """End a cell that may only have been begun: without any block it was none."""
        if self._held[-1]:
            self.end_cell()
        else:
            self._held.pop()

    def drop_row(self) -> None:
        """Forget the newest row, which was deleted."""
        self._tables[-1].rows.pop()

    def end_table(self) -> None:
        """End the table, which is now a block of what is around it."""
        self._held[-1].append(self._tables.pop())

    def start_box(self) -> None:
        """Begin a text box inside a paragraph."""
        self._held.append([])

    def end_box(self) -> None:
        """End the text box: its blocks follow the paragraph."""
        box = self._held.pop()
        (self._open[-1].after if self._open else self._held[-1]).extend(box)
