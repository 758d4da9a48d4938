"""Maps as CSV: out and in again, safe in a spreadsheet, and refused with the place when something is wrong."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.connections.method import network
from ownwords.connections.method.exchange.csv_files import as_zip, read_csv, write_csv
from ownwords.connections.method.exchange.model import FileFault, Item, SharedMap, kinds_of, kinds_text
from ownwords.connections.method.exchange.tables import MOST_BYTES
from ownwords.connections.method.network import What
from ownwords.people.method.tables import guarded, unguarded
from tests.connections.method.strategies import shared_maps, words


@given(shared_maps())
def test_what_goes_out_comes_in_again(maps: tuple[SharedMap, ...]) -> None:
    """connecting R23: the same size, ties and rings; and every word, blank and place besides."""
    assert read_csv(*write_csv(maps)) == maps


@given(shared_maps())
def test_a_second_reader_finds_the_same_size_ties_and_rings(maps: tuple[SharedMap, ...]) -> None:
    """connecting R23: Python's own reader of CSV, which knows nothing of us."""
    files = write_csv(maps)
    items = list(csv.DictReader(io.StringIO(files.items.decode("utf-8-sig"), newline="")))
    ties = list(csv.DictReader(io.StringIO(files.ties.decode("utf-8-sig"), newline="")))
    for one in maps:
        here = [row for row in items if row["egoID"] == one.case and row["alterID"]]
        assert len(here) == len(one.items)
        rings = ["" if item.ring is None else str(item.ring) for item in one.items]
        assert [row["ring"] for row in here] == rings
        assert sum(row["egoID"] == one.case for row in ties) == len(one.links)


@given(st.text())
def test_every_text_comes_back_from_a_cell(text: str) -> None:
    """connecting R23: cells that begin with = + - @ or with apostrophes of their own."""
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("name", ["=1+1", "+44", "-x", "@SUM(A1)", "\t=1", "'=1", "''@x", "'quoted'"])
def test_no_name_runs_in_a_spreadsheet(name: str) -> None:
    """OWASP: CSV injection. The file holds an apostrophe before it, and the name comes back whole."""
    maps = (SharedMap((Item("1", name),), case="a"),)
    files = write_csv(maps)
    cells = [
        cell for row in csv.reader(io.StringIO(files.items.decode("utf-8-sig"), newline="")) for cell in row
    ]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t")]
    assert read_csv(*files)[0].items[0].name == name


def test_a_map_that_was_never_asked_about_links_stays_so() -> None:
    """connecting R16, R23: no ties is not the same as not asked."""
    maps = (SharedMap((Item("1"),), case="a", links_asked=False), SharedMap((Item("1"),), case="b"))
    back = read_csv(*write_csv(maps))
    assert [network.isolates(one.network()).value for one in back] == [None, 1]
    assert [one.links_asked for one in read_csv(b"egoID,alterID\na,1\n", None)] == [False]
    assert [one.links_asked for one in read_csv(b"egoID,alterID\na,1\n", b"egoID,Source,Target\n")] == [True]


def test_what_has_ended_leaves_the_measures_and_stays_in_the_file() -> None:
    """connecting R7: ended ties leave counts."""
    one = SharedMap((Item("1"), Item("2", ended="drifted"), Item("3")), (("1", "2"), ("1", "3")), "a")
    (back,) = read_csv(*write_csv((one,)))
    assert len(back.items) == 3
    assert network.size(back.network()) == 2
    assert network.tie_count(back.network()).value == 1


def test_a_file_of_the_package_egor_is_read() -> None:
    """connecting 3.1: its names of columns, other columns kept, blank is not stated."""
    items = b"egoID,alterID,age,gives,what\r\n1,1,44,,Place\r\n1,2,,no,\r\n2,1,9,yes,\r\n"
    ties = b"egoID,Source,Target,weight\r\n1,1,2,3\r\n"
    first, second = read_csv(items, ties)
    assert first.items == (Item("1", what=What.PLACE, more={"age": "44"}), Item("2", gives=False))
    assert first.links == (("1", "2"),)
    assert (second.case, second.items[0].gives) == ("2", True)


@pytest.mark.parametrize(
    ("items", "ties", "said"),
    [
        (b"", None, "items.csv: column egoID is missing; there are: none"),
        (b"egoID\n", None, "items.csv: column alterID is missing; there are: egoID"),
        (b"egoID,alterID,alterID\n", None, "items.csv: column alterID stands twice"),
        (b"egoID,alterID\na\n", None, "items.csv: line 2: has 1 cells, but the header has 2"),
        (b"egoID,alterID,ring\na,1,4\n", None, "items.csv: line 2, column ring: '4' is no ring"),
        (b"egoID,alterID,x\na,1,2\n", None, "items.csv: line 2, column x: '2' is not within 0 to 1"),
        (b"egoID,alterID,x\na,1,nan\n", None, "items.csv: line 2, column x: 'nan' is not within"),
        (b"egoID,alterID,gives\na,1,perhaps\n", None, "column gives: 'perhaps' is neither yes nor no"),
        (b"egoID,alterID,what\na,1,dog\n", None, "column what: 'dog' is none of person, place"),
        (b"egoID,alterID\na,1\na,1\n", None, "items.csv: line 3, column alterID: '1' stands twice"),
        (b"egoID,alterID,name\na,,Jo\n", None, "items.csv: line 2, column alterID: is blank, but"),
        (b"egoID,alterID\na,1\n", b"egoID,Source,Target\na,1,9\n", "ties.csv: line 2, column Target: '9'"),
        (b"egoID,alterID\na,1\n", b"egoID,Source,Target\nb,1,1\n", "ties.csv: line 2, column egoID: 'b'"),
        (b"egoID,alterID\na,\xff\n", None, "items.csv: byte 16: is no UTF-8 text"),
        (b'egoID,alterID\na,"1\n', None, "items.csv: line 2: cannot be read as a table"),
        (b"x" * (MOST_BYTES + 1), None, "items.csv: has more than 16 MB"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_its_place(items: bytes, ties: bytes | None, said: str) -> None:
    """connecting R23; bad input: file, line, column, reason."""
    with pytest.raises(FileFault) as fault:
        read_csv(items, ties)
    assert said in str(fault.value)


@pytest.mark.parametrize(
    "maps",
    [
        (SharedMap(case="a"), SharedMap(case="a")),
        (SharedMap((Item(""),), case="a"),),
        (SharedMap((Item("1", more={" x": "1"}),), case="a"),),
    ],
)
def test_what_could_not_come_back_is_not_written(maps: tuple[SharedMap, ...]) -> None:
    """connecting R23: two maps under one name, an item without an id, a column without one."""
    with pytest.raises(ValueError, match=r"same case and session|needs an id|needs a name"):
        write_csv(maps)


def test_both_tables_come_in_one_zip_that_is_always_the_same() -> None:
    """connecting R23: one file to keep."""
    files = write_csv((SharedMap((Item("1"),), case="a"),))
    with zipfile.ZipFile(io.BytesIO(as_zip(files))) as made:
        assert {name: made.read(name) for name in made.namelist()} == {
            "items.csv": files.items,
            "ties.csv": files.ties,
        }
    assert as_zip(files) == as_zip(files)


@given(st.lists(words.filter(bool)))
def test_several_kinds_come_back_from_one_cell(kinds: list[str]) -> None:
    """connecting R23: semicolons and backslashes inside a kind."""
    assert kinds_of(kinds_text(tuple(kinds))) == tuple(kinds)
