"""Plain text and Markdown: kept as they are. A form feed begins a page, as programs that print PDF files write it."""

from __future__ import annotations

from itertools import accumulate

from ownwords.inquiry.method.text.cleaning import clean
from ownwords.inquiry.method.text.readers.source import Draft, Source


def read(source: Source) -> Draft:
    """Read a text file. Page starts are given where it holds form feeds, each written as a line end."""
    decoded = source.decoded()
    pages = [clean(page, source.notes) for page in decoded.text.split("\f")]
    starts = tuple(accumulate((len(page) + 1 for page in pages[:-1]), initial=0))
    source.notes.add("breaks_as_lines", len(pages) - 1)
    return Draft("\n".join(pages), decoded.encoding, decoded.guessed, starts if len(pages) > 1 else ())
