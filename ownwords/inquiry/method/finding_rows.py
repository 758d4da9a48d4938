"""One row of the chain from a finding to a place in a text, and the table (CSV) of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from ownwords.connections.method.exchange.tables import guarded

COLUMNS = (
    "finding", "practice", "theme", "code", "stands", "text", "who", "page", "turn", "from", "to", "taken_back",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A finding, the keys of the elements it speaks to, and as much of the way down as there is.

    ``stands`` is "for" or "against"; ``page`` and ``turn`` count from 1, ``start`` and ``end`` are code points of the
    present text, from 0. ``gone``: the words were withdrawn, struck out or corrected away.
    """

    finding: str
    practice: tuple[str, ...] = ()
    theme: str = ""
    code: str = ""
    stands: str = ""
    text: str = ""
    who: str = ""
    page: int | None = None
    turn: int | None = None
    start: int | None = None
    end: int | None = None
    gone: bool = False

    def cells(self) -> tuple[str, ...]:
        """Return the row as text, in the order of COLUMNS."""
        numbers = ("" if one is None else str(one) for one in (self.page, self.turn, self.start, self.end))
        return (
            self.finding, " ".join(self.practice), self.theme, self.code, self.stands, self.text, self.who,
            *numbers, "yes" if self.gone else "",
        )  # fmt: skip


def as_csv(rows: Iterable[ChainRow]) -> bytes:
    """Return UTF-8 with a byte order mark; a cell that a spreadsheet would run is made harmless."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row.cells()])
    return b"\xef\xbb\xbf" + sink.getvalue().encode()
