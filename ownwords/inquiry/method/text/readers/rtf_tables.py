"""Paragraphs and tables of RTF, which has no table, only rows that follow each other."""

from __future__ import annotations

from ownwords.inquiry.method.text.blocks import Blocks
from ownwords.inquiry.method.text.notes import Notes

ENDS_PARAGRAPH = frozenset(("par", "sect", "page"))


class RtfBlocks:
    """Turns control words about paragraphs, cells and rows into blocks."""

    def __init__(self, notes: Notes) -> None:
        self.blocks = Blocks(notes)
        self._in_table = self._in_row = self._belongs = False

    def text(self, words: str) -> None:
        """Add words where they stand."""
        if self._in_table and not self._in_row and not self._belongs:
            self._end_table()
        self.blocks.text(words)

    def control(self, word: str) -> None:
        """Take one control word; those that mean nothing here are let be."""
        if word in ENDS_PARAGRAPH:
            self.text("")
            self.blocks.end_paragraph()
        elif word == "pard":
            self._belongs = False
        elif word == "intbl":
            self._belongs = True
            self._begin_row()
        elif word == "trowd":
            self._begin_row()
        elif word == "cell" and self._in_row:
            self._end_cell()
            self.blocks.start_cell()
        elif word == "row" and self._in_row:
            self._end_row()

    def _begin_row(self) -> None:
        if self._in_row:
            return
        if not self._in_table:
            self.blocks.end_paragraph()
            self.blocks.start_table()
        self._in_table = self._in_row = True
        self.blocks.start_row()
        self.blocks.start_cell()

    def _end_cell(self) -> None:
        self.blocks.end_paragraph()
        self.blocks.end_cell()

    def _end_row(self) -> None:
        """End the row; the cell after its last one was only begun, and goes unless words stand in it."""
        self.blocks.end_paragraph()
        self.blocks.end_last_cell()
        self._in_row = False

    def _end_table(self) -> None:
        self.blocks.end_table()
        self._in_table = False

    def finish(self) -> None:
        """End whatever is open."""
        if self._in_row:
            self._end_row()
        self.blocks.end_paragraph()
        if self._in_table:
            self._end_table()
