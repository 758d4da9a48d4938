"""A report as a Word document: real headings, a table of contents, quotations as quotations, header rows, alt text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ownwords.inquiry.method.reporting.blocks import (
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Report,
    Table,
)
from ownwords.inquiry.method.reporting.document_parts import contents, in_language, picture
from ownwords.inquiry.method.reporting.drawing import as_png
from ownwords.inquiry.method.word import DEEPEST, begun, finished, fit, header_row


def as_docx(report: Report, words: Mapping[str, str]) -> bytes:
    """Return the document. Characters that XML cannot carry become U+FFFD.

    Args:
        words: in the reader's language: contents, and refresh (what stands where the contents will be).
    """
    made = begun(report.title)
    in_language(made, report.language)
    made.add_paragraph(fit(report.below))
    if len(report.contents) > 1:
        made.add_paragraph(fit(words["contents"]), style="TOC Heading")
        contents(made, fit(words["refresh"]))
    for block in report.blocks:
        _WAYS[block.kind](made, block)
    return finished(made)


def _heading(made: Any, one: Heading) -> None:
    made.add_heading(fit(one.text), min(one.level - 1, DEEPEST))


def _paragraph(made: Any, one: Paragraph) -> None:
    run = made.add_paragraph().add_run(fit("".join(part.text for part in one.parts)))
    run.italic = True if one.soft else None


def _listing(made: Any, one: Listing) -> None:
    for point in one.points:
        made.add_paragraph(fit(point.text), style="List Bullet")


def _quote(made: Any, one: Quote) -> None:
    made.add_paragraph(fit(one.words), style="Quote")
    made.add_paragraph(fit(" · ".join(part for part in (one.who.text, one.note) if part)))


def _table(made: Any, one: Table) -> None:
    made.add_paragraph(fit(one.caption), style="Caption")
    table = made.add_table(rows=1, cols=len(one.head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, one.head, strict=True):
        cell.paragraphs[0].add_run(fit(text)).bold = True
    header_row(table.rows[0])
    for row in one.rows:
        for cell, said in zip(table.add_row().cells, row, strict=True):
            cell.text = fit(said.text)
    made.add_paragraph()


def _picture(made: Any, one: Picture) -> None:
    picture(made, as_png(one.drawing), fit(one.alt))
    made.add_paragraph(fit(one.caption), style="Caption")


_WAYS: dict[str, Callable[[Any, Any], None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "listing": _listing,
    "quote": _quote,
    "table": _table,
    "picture": _picture,
}
