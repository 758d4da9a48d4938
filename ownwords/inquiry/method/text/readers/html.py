"""HTML: the words that a browser would show, a line for each block; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ownwords.inquiry.method.text.blocks import Blocks
from ownwords.inquiry.method.text.cleaning import UNKEEPABLE, clean
from ownwords.inquiry.method.text.layout import laid_out
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.readers.source import Draft, Source
from ownwords.inquiry.method.text.streaming import hear_html

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: A browser treats these as one space outside of pre.
SPACES = re.compile("[ \t\n\r\f]+")
SKIPPED = frozenset("script style template head iframe object noframes svg math".split())
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1"
    " h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary ul caption".split()
)
PICTURES = frozenset("img picture video audio canvas embed".split())


def read(source: Source) -> Draft:
    """Read a page; what it declares of its encoding counts after a mark and UTF-8."""
    declared = DECLARED.search(source.data[:4096])
    decoded = source.decoded(declared[1].decode("ascii", "ignore") if declared else None)
    words = _HtmlWords(source.notes)
    kept = UNKEEPABLE.sub("", clean(decoded.text, source.notes))
    hear_html(kept, words, source.limits)
    words.finish()
    text, rows = laid_out(words.blocks.all)
    return Draft(text, decoded.encoding, decoded.guessed, rows=rows)


class _HtmlWords:
    """Hears a page. An empty block is no line, one with a line break is."""

    def __init__(self, notes: Notes) -> None:
        self.blocks = Blocks(notes)
        self._notes = notes
        self._skip = self._pre = 0
        self._last = ""

    def start(self, _space: str, name: str, _attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip or name in SKIPPED:
            self._skip += 1
        elif name == "br":
            self._add("\n")
        elif name in PICTURES:
            self._notes.add("pictures")
        elif name in BLOCKS:
            self._pre += name == "pre"
            self.finish()
        elif name in _STARTS:
            self.finish()
            _STARTS[name](self.blocks)

    def end(self, _space: str, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
        elif name in BLOCKS:
            self.finish()
            self._pre -= name == "pre"
        elif name in _ENDS:
            self.finish()
            _ENDS[name](self.blocks)

    def data(self, text: str) -> None:
        """Characters, with white space as a browser shows it."""
        if self._skip:
            return
        if not self._pre:
            text = SPACES.sub(" ", text)
            if self._last in ("", " ", "\n"):
                text = text.removeprefix(" ")
        elif not self._last:
            text = text.removeprefix("\n")
        self._add(text)

    def _add(self, text: str) -> None:
        if text:
            self._last = text[-1]
            self.blocks.text(text)

    def finish(self) -> None:
        """End the block that is open, without the white space at its end and without its last line break."""
        pending, self._last = self.blocks.pending(), ""
        if not pending or (not pending.strip(" ") and not self._pre):
            self.blocks.drop_paragraph()
            return
        kept = pending if self._pre else re.sub(" *\n *", "\n", pending).rstrip(" ")
        self.blocks.drop_paragraph()
        self.blocks.text(kept.removesuffix("\n"))
        self.blocks.end_paragraph()


_STARTS = {
    "table": Blocks.start_table,
    "tr": Blocks.start_row,
    "td": Blocks.start_cell,
    "th": Blocks.start_cell,
}
_ENDS = {"table": Blocks.end_table, "td": Blocks.end_cell, "th": Blocks.end_cell}
