"""Many maps at once: the same figures as one by one, and every fault with its row and column."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from ownwords.connections.method import network
from ownwords.connections.method.network import PersonalMap
from ownwords.connections.method.network_frame import Fault, network_frame
from tests.connections.method.strategies import maps

MEASURES = {
    "ties": network.tie_count, "density": network.density, "isolates": network.isolates,
    "effective_size": network.effective_size, "constraint": network.constraint,
}  # fmt: skip


def alters(*rows: tuple[str, str]) -> pl.DataFrame:
    """A table of alters with its line numbers."""
    return pl.DataFrame(rows, {"ego": pl.String, "alter": pl.String}, orient="row").with_row_index("line", 2)


def ties(*rows: tuple[str, str, str]) -> pl.DataFrame:
    """A table of ties with its line numbers."""
    names = {"ego": pl.String, "from": pl.String, "to": pl.String}
    return pl.DataFrame(rows, names, orient="row").with_row_index("line", 2)


def tables(many: list[PersonalMap]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Both tables of some maps."""
    people, links = [], []
    for place, one in enumerate(many):
        people += [(f"e{place}", alter.id) for alter in one.alters] or [(f"e{place}", "")]
        links += [(f"e{place}", *tie) for tie in one.ties]
    return alters(*people), ties(*links)


@given(st.lists(maps(), max_size=5))
def test_many_at_once_give_what_each_gives_alone(many: list[PersonalMap]) -> None:
    """connecting R16: arrays against networkx, null where a figure has a reason instead of a value."""
    found = network_frame(*tables(many))
    assert found.frame.height == len(many)
    for row, one in zip(found.frame.iter_rows(named=True), many, strict=True):
        assert row["size"] == len(one.alters)
        for name, measure in MEASURES.items():
            value = measure(one).value
            assert row[name] == (None if value is None else pytest.approx(value)), name
    counted = sum(network.tie_count(one).value or 0 for one in many)
    said = sum(len(one.ties) for one in many)
    assert said == counted + found.repeated + found.own


@given(st.lists(maps(), max_size=4))
def test_without_ties_nothing_is_known_of_links(many: list[PersonalMap]) -> None:
    """connecting R16: not asked is not zero, for every map alike."""
    found = network_frame(tables(many)[0], None).frame
    assert found.get_column("size").to_list() == [len(one.alters) for one in many]
    assert all(found.get_column(name).null_count() == len(many) for name in MEASURES)


def test_egos_come_in_the_order_in_which_they_first_appear() -> None:
    """A table that is not sorted by ego."""
    found = network_frame(alters(("b", "1"), ("a", "1"), ("b", "2")), ties(("b", "1", "2"))).frame
    assert found.select("ego", "size", "ties").rows() == [("b", 2, 1), ("a", 1, 0)]


def test_the_columns_are_the_same_with_and_without_ties() -> None:
    """What is scripted against does not change its shape."""
    people = alters(("a", "1"), ("a", "2"))
    asked, not_asked = network_frame(people, ties()).frame, network_frame(people, None).frame
    assert asked.schema == not_asked.schema
    assert_frame_equal(asked.select("ego", "size"), not_asked.select("ego", "size"))


@pytest.mark.parametrize(
    ("people", "links", "fault"),
    [
        ([("a", "1"), ("a", "1")], [], Fault("alters", 3, "alter", "'1' of ego 'a' stands twice")),
        ([("", "1")], [], Fault("alters", 2, "ego", "is blank")),
        ([("a", "1"), ("a", "")], [], Fault("alters", 3, "alter", "is blank, but ego 'a' has alters")),
        ([("a", ""), ("a", "")], [], Fault("alters", 3, "alter", "'' of ego 'a' stands twice")),
        ([("a", "1")], [("z", "1", "1")], Fault("ties", 2, "ego", "'z' is not among the alters' egos")),
        ([("a", "1")], [("a", "1", "9")], Fault("ties", 2, "to", "'9' is no alter of ego 'a'")),
        ([("a", "1")], [("a", "", "1")], Fault("ties", 2, "from", "is blank")),
        ([("a", "1"), ("b", "2")], [("a", "1", "2")], Fault("ties", 2, "to", "'2' is no alter of ego 'a'")),
        ([("a", "")], [("a", "1", "1")], Fault("ties", 2, "from", "'1' is no alter of ego 'a'")),
    ],
)
def test_a_fault_is_told_with_row_and_column_and_nothing_is_worked_out(
    people: list[tuple[str, str]], links: list[tuple[str, str, str]], fault: Fault
) -> None:
    """Bad input: duplicates, unknown egos and alters, blanks."""
    found = network_frame(alters(*people), ties(*links))
    assert found.faults == (fault,)
    assert found.frame.height == 0


def test_ids_are_text_and_blanks_around_them_do_not_count() -> None:
    """007 and 7 are two people; a blank line is none."""
    found = network_frame(
        alters((" a", "007"), ("a ", "7"), ("", "")), ties(("a", "7 ", "007"), ("", "", ""))
    )
    assert found.frame.select("ego", "size", "ties").rows() == [("a", 2, 1)]
