"""Passages as a Word document: a heading for each text, below it its passages with their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ownwords.inquiry.method.passage_files.page import said_of
from ownwords.inquiry.method.passage_files.rows import BETWEEN, Row
from ownwords.inquiry.method.word import begun, finished, fit

MOST = 5_000
"""Quotations in one document: a Word file of a hundred thousand opens nowhere."""


def as_docx(rows: Iterable[Row], words: Mapping[str, str]) -> bytes:
    """Return the document. Characters that XML cannot carry become U+FFFD. `words` as for `page.as_html`."""
    made = begun(words["title"])
    quote, normal = made.styles["Quote"], made.styles["Normal"]
    last = None
    for row in rows:
        if row.text_guid != last:
            made.add_heading(fit(row.text), 1)
        last = row.text_guid
        code = made.add_paragraph(style=normal)
        code.add_run(fit(BETWEEN.join(row.code))).bold = True
        made.add_paragraph(fit(row.words), style=quote)
        for line in said_of(row, words):
            made.add_paragraph(fit(line), style=normal)
    return finished(made)
