"""A chart as a table (CSV), as a sheet (XLSX) and as a document (.docx, landscape); all keep the references."""

from __future__ import annotations

import io
from typing import Any

from ownwords.inquiry.method.charting.rows import Reference, Whole
from ownwords.inquiry.method.passage_files.sheet import fitted
from ownwords.inquiry.method.quoting import NOT_TO_QUOTE
from ownwords.inquiry.method.refi.parts.characters import legal
from ownwords.inquiry.method.word import begun, finished, fit, header_row
from ownwords.people.method.tables import written

NARROW, WIDE = 24, 48
SMALL = 8
MOST_NAME = 31


def as_csv(chart: Whole) -> bytes:
    """Return one table: the matrix, an empty line, then the references. Every line has as many cells.

    UTF-8 with a byte order mark; a cell that a spreadsheet would run is made harmless.
    """
    lines = [*chart.matrix(), [], [chart.references_called], *chart.listed()]
    wide = max(map(len, lines))
    first, *rest = [line + [""] * (wide - len(line)) for line in lines]
    return written(first, rest)


def as_xlsx(chart: Whole) -> bytes:
    """Return a workbook: the matrix, and a second sheet with the references.

    Every cell is text, so that none is a formula or a link; a long one is cut and marked.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for name, lines in (("1", chart.matrix()), ("2", chart.listed())):
        sheet = book.add_worksheet(_sheet_name(chart.title if name == "1" else chart.references_called, name))
        sheet.set_column(0, 0, NARROW)
        sheet.set_column(
            1, max(len(chart.columns), len(chart.reference_columns)), WIDE if name == "1" else NARROW
        )
        for row, line in enumerate(lines):
            for column, cell in enumerate(line):
                sheet.write_string(row, column, fitted(cell), bold if not row or not column else plain)
        sheet.freeze_panes(1, 1)
    book.close()
    return out.getvalue()


def _sheet_name(title: str, number: str) -> str:
    """Return a name that a workbook takes: short, without those it forbids, different from the other's."""
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in legal(title)[0])
    named = f"{number} {' '.join(plain.split())}"
    # Excel counts UTF-16 units: an emoji is two.
    return named.encode("utf-16-le")[: 2 * MOST_NAME].decode("utf-16-le", "ignore").strip()


def as_docx(chart: Whole) -> bytes:
    """Return a document in landscape: the matrix as a table, below it the references.

    Characters that XML cannot carry become U+FFFD.
    """
    from docx.enum.section import WD_ORIENT

    made = begun(chart.title)
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    if chart.guidance:
        made.add_paragraph(fit(chart.guidance))
    _put_matrix(made, chart)
    made.add_heading(fit(chart.references_called), 1)
    for one in chart.references:
        made.add_paragraph(fit(_told(chart, one)))
    return finished(made)


def _put_matrix(made: Any, chart: Whole) -> None:
    from docx.shared import Pt
    from docx.table import _Cell

    made.styles["Table Grid"].font.size = Pt(SMALL)
    lines = list(chart.matrix())
    table = made.add_table(rows=len(lines), cols=len(lines[0]), style="Table Grid")
    # By way of `row.cells` a table of three thousand cells takes half a minute: each asks for all of them.
    for row, line in zip(table._tbl.tr_lst, lines, strict=True):
        for cell, words in zip(row.tc_lst, line, strict=True):
            _Cell(cell, table).text = fit(words)
    header_row(table.rows[0])


def _told(chart: Whole, one: Reference) -> str:
    number, *about = one.cells()[:5]
    place = ", ".join(filter(None, [*about[:2], *_places(chart, one.page, one.turn)]))
    kept = f" ({chart.not_to_quote})" if one.may_be_quoted in NOT_TO_QUOTE else ""
    return f"{number} {place}: “{one.words}”{kept}"


def _places(chart: Whole, page: int | None, turn: int | None) -> list[str]:
    called = chart.reference_columns
    return [f"{name} {at}" for name, at in ((called[3], page), (called[4], turn)) if at is not None]
