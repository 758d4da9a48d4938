"""Tables as CSV: cells that never run, and pieces that begin before any row is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from ownwords.people.method.tables import PIECE, in_pieces, unguarded, written


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\x00"), max_size=20)))
def test_every_text_comes_back_and_none_begins_as_a_formula(texts: list[str]) -> None:
    """A spreadsheet runs what begins with = + - @; an apostrophe before it stops that."""
    made = written(["words", "more"], ([one, ""] for one in texts))
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert [unguarded(row[0]) for row in rows[1:]] == texts
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_the_header_goes_out_before_any_row_is_asked_for() -> None:
    """Nobody waits for the first byte while a million rows are looked up."""
    asked = []

    def rows() -> Iterator[list[str]]:
        for number in range(3):
            asked.append(number)
            yield ["x" * PIECE]

    pieces = in_pieces(["words"], rows())
    assert next(pieces) == b"\xef\xbb\xbfwords\r\n"
    assert asked == []
    assert len(list(pieces)) == 3
