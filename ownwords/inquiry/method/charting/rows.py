"""A chart as every kind of file takes it: cells with numbered references, and the list of what the numbers mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage that summaries rest on. ``number`` is from 1; ``may_be_quoted`` as in `passage_files.rows.Row`."""

    number: int
    who: str
    text: str
    turn: int | None
    page: int | None
    words: str
    may_be_quoted: str

    def cells(self) -> tuple[str, ...]:
        """Return it as text: number, who, text, page, turn, words, whether it may be quoted."""
        page, turn = ("" if one is None else str(one) for one in (self.page, self.turn))
        return f"[{self.number}]", self.who, self.text, page, turn, self.words, self.may_be_quoted


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, the numbers of what it rests on, and a mark, such as that it is older ("" for none)."""

    words: str
    numbers: Sequence[int] = ()
    mark: str = ""

    @property
    def whole(self) -> str:
        """Return it as one text: the words, then its references, then its mark.

        >>> Cell("Walks help.", [1, 4], "older").whole
        'Walks help. [1] [4] (older)'
        """
        marks = [*(f"[{one}]" for one in self.numbers), *([f"({self.mark})"] if self.mark else [])]
        return " ".join([self.words, *marks])


@dataclass(frozen=True, slots=True)
class Whole:
    """A chart: its title, what its rows are called, its columns, its rows in order, and its references in order."""

    title: str
    guidance: str
    rows_called: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    references: Sequence[Reference]
    references_called: str
    reference_columns: Sequence[str]
    not_to_quote: str

    def matrix(self) -> Iterator[list[str]]:
        """Yield the header, then a list of cells for each row."""
        yield [self.rows_called, *self.columns]
        for name, cells in self.rows:
            yield [name, *(cell.whole for cell in cells)]

    def listed(self) -> Iterator[list[str]]:
        """Yield the header, then a list of cells for each reference."""
        yield list(self.reference_columns)
        for one in self.references:
            yield list(one.cells())
