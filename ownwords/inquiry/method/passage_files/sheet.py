"""Passages as a spreadsheet (XLSX), in little memory whatever their number."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import BinaryIO

from ownwords.inquiry.method.passage_files.rows import COLUMNS, Row

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""
MOST_CELL = 32_767
CUT = " […]"
WIDTHS = {"code": 40, "text": 24, "who": 16, "words": 80, "memo": 40}


def as_xlsx(rows: Iterable[Row], out: BinaryIO | io.BytesIO) -> None:
    """Write the sheet. Every cell is text, so that none is a formula or a link; a long one is cut and marked."""
    from xlsxwriter import Workbook

    book = Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    for place, name in enumerate(COLUMNS):
        sheet.set_column(place, place, WIDTHS.get(name, 12))
        sheet.write_string(0, place, name, bold)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row.cells()):
            if cell:
                sheet.write_string(number, place, fitted(cell))
    book.close()


def fitted(cell: str) -> str:
    """Return a text as one cell holds it, cut and marked where it is longer."""
    # Excel counts UTF-16 units: an emoji is two.
    if len(cell) * 2 <= MOST_CELL:
        return cell
    units = cell.encode("utf-16-le", "replace")
    if len(units) <= 2 * MOST_CELL:
        return cell
    return units[: 2 * (MOST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT
