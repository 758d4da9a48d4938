"""One row of the chain from a finding to a place in a text, and the table (CSV) of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ownwords.people.method.tables import written

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
    return written(COLUMNS, (row.cells() for row in rows))
