"""Blocks laid out as one text: a line for each paragraph and row, a tab between cells; rows keep where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.text.blocks import Block, Table
from ownwords.inquiry.method.text.cleaning import MARK


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an outer table: its number among tables, and (start, end) of each cell."""

    table: int
    cells: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Return where the row begins."""
        return self.cells[0][0]

    @property
    def end(self) -> int:
        """Return where the row ends."""
        return self.cells[-1][1]


class _Sheet:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.rows: list[Row] = []
        self.length = self.tables = self.depth = 0

    def write(self, text: str) -> None:
        if not self.length:
            text = text.lstrip(MARK)
        self.pieces.append(text)
        self.length += len(text)

    def blocks(self, blocks: Sequence[Block]) -> None:
        for number, block in enumerate(blocks):
            if number:
                self.write("\n")
            if isinstance(block, Table):
                self.table(block)
            else:
                self.write(block)

    def table(self, table: Table) -> None:
        self.depth += 1
        for number, row in enumerate([row for row in table.rows if row]):
            if number:
                self.write("\n")
            self.row(row)
        self.depth -= 1
        self.tables += self.depth == 0

    def row(self, row: Sequence[Sequence[Block]]) -> None:
        cells = []
        for number, cell in enumerate(row):
            if number:
                self.write("\t")
            start = self.length
            self.blocks(cell)
            cells.append((start, self.length))
        if self.depth == 1:
            self.rows.append(Row(self.tables, tuple(cells)))


def laid_out(blocks: Sequence[Block]) -> tuple[str, tuple[Row, ...]]:
    """Return the text of blocks, and the rows of its outer tables."""
    sheet = _Sheet()
    sheet.blocks(blocks)
    return "".join(sheet.pieces), tuple(sheet.rows)
