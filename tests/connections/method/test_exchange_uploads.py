"""One file that somebody hands over: which kind it is, what is in it, and what is never taken."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.connections.method.exchange.csv_files import as_zip, write_csv
from ownwords.connections.method.exchange.graphml import write_graphml
from ownwords.connections.method.exchange.model import FileFault, Item, SharedMap
from ownwords.connections.method.exchange.packing import packed, unpacked
from ownwords.connections.method.exchange.plans import Known, Plan, Remark, plan_of, together
from ownwords.connections.method.exchange.uploads import (
    MOST_ITEMS,
    MOST_UNPACKED,
    MOST_UPLOADED,
    Upload,
    read_upload,
)
from ownwords.connections.method.network import What
from tests.connections.method.test_exchange_network_canvas import EDGES, EGOS, PEOPLE, PLACES

KNOWN = Known({"family", "friend"}, {"helps", "harms", "both", "neither"}, {"drifted", "other"})
TODAY = date(2026, 3, 1)
ANN = Item("a", "Ann", What.PERSON, ("family",), 1, 0.5, 0.25, True, None, "helps", "", {"angle": "40"})
PIER = Item("p", "The pier", What.PLACE, more={"angle": ""})
MAP = SharedMap((ANN, PIER), (("a", "p"),), "map", "2026-03-01")


def plan(one: SharedMap, *, own: bool = False) -> Plan:
    """Return what a map would become, on a fixed day."""
    return plan_of(one, KNOWN, own=own, today=TODAY, first=date(1980, 5, 1))


def zipped(files: dict[str, bytes]) -> bytes:
    """Return files as one ZIP."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return sink.getvalue()


CANVAS = {
    "out/P01_attributeList_Person.csv": PEOPLE,
    "out/P01_attributeList_Place.csv": PLACES,
    "out/P01_edgeList_Knows.csv": EDGES,
    "out/P01_ego.csv": EGOS,
}


@pytest.mark.parametrize("form", ["zip", "graphml", "items alone", "GraphML in a ZIP"])
def test_every_file_that_is_written_here_is_known_again(form: str) -> None:
    """connecting R23: what leaves comes back, whichever kind of file it was."""
    tables, graph = write_csv([MAP]), write_graphml([MAP])
    name, content = {
        "zip": ("map.csv.zip", as_zip(tables)),
        "graphml": ("map.graphml", graph),
        "items alone": ("items.csv", tables.items),
        "GraphML in a ZIP": ("x.zip", zipped({"map.graphml": graph})),
    }[form]
    found = read_upload(name, content)
    assert found.own
    (one,) = found.maps
    assert [(item.name, item.ring, item.gives, item.takes) for item in one.items] == [
        ("Ann", 1, True, None),
        ("The pier", None, None, None),
    ]
    assert one.links == (() if form == "items alone" else (("a", "p"),))
    assert one.links_asked
    assert plan(one, own=True).items[0].angle == 40


def test_network_canvas_is_read_from_the_zip_that_it_makes_with_every_session() -> None:
    """connecting R23, 3.1: attribute lists, edge list and ego file; three sessions, none left out."""
    found = read_upload(
        "canvas.zip", zipped({**CANVAS, "out/P01_adjacencyMatrix.csv": b"x,y\n", "read.me": b"x"})
    )
    assert [len(one.items) for one in found.maps] == [3, 1, 0]
    assert found.maps[0].links == (("u-1", "u-2"), ("u-1", "u-4"))
    assert set(found.unused) == {"P01_adjacencyMatrix.csv", "read.me"}
    assert not found.own
    first = plan(found.maps[0])
    assert [one.ring for one in first.items] == [None, None, None]
    assert first.remarks == {Remark.PLACE_WITHOUT_RING: 1}
    assert first.unstated == {"what": 0, "kinds": 3, "ring": 3, "effect": 3, "gives": 3, "takes": 3}
    assert "supports" in first.left_out


def test_columns_that_bear_our_names_are_read_when_every_value_fits_and_stay_apart_when_not() -> None:
    """connecting R23, R4: nothing is guessed: a variable called ring that holds something else is no ring."""
    fits = b"nodeID,networkCanvasEgoUUID,name,ring,gives,map_x,map_y\n1,e,Al,2,true,1,0.5\n2,e,Bo,,,,\n"
    (one,) = read_upload("P_attributeList_Person.csv", fits).maps
    first, second = plan(one).items
    assert (first.what, first.ring, first.angle, first.gives_me, first.i_give) == (
        "person",
        2,
        90,
        True,
        None,
    )
    assert (second.ring, second.angle, second.gives_me) == (None, None, None)
    assert not one.links_asked
    (other,) = read_upload("nodes.csv", fits.replace(b"Al,2", b"Al,gold")).maps
    assert other.items[0].ring is None
    assert other.items[0].more["ring"] == "gold"


def test_graphml_of_another_program_without_a_link_does_not_say_that_links_were_asked() -> None:
    """connecting R16, R23: blank is not stated."""
    graph = b'<graphml><graph edgedefault="undirected"><node id="1"/><node id="2"/></graph></graphml>'
    assert not read_upload("x.graphml", graph).maps[0].links_asked
    linked = graph.replace(b"</graph>", b'<edge source="1" target="2"/></graph>', 1)
    assert read_upload("x.graphml", linked).maps[0].links_asked


ENTITY = b'<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>'
BAD = (
    ("bomb.graphml", ENTITY, "document type or entities"),
    ("bomb.zip", zipped({"items.csv": b"0" * (MOST_UNPACKED + 1)}), "unpacks to more than 8 MB"),
    ("large.csv", b"x" * (MOST_UPLOADED + 1), "has more than 2 MB"),
    ("out.zip", zipped({"../../items.csv": b"egoID,alterID\n1,a\n"}), "leads out of the ZIP"),
    ("root.zip", zipped({"/etc/items.csv": b"egoID,alterID\n1,a\n"}), "leads out of the ZIP"),
    ("win.zip", zipped({"C:\\items.csv": b"egoID,alterID\n1,a\n"}), "leads out of the ZIP"),
    ("many.zip", zipped({f"{n}.csv": b"x" for n in range(61)}), "holds more than 60 files"),
    ("both.zip", zipped({"a.graphml": b"<graphml/>", "items.csv": b"x"}), "holds GraphML and CSV"),
    ("twice.zip", zipped({"a/items.csv": b"x", "b/items.csv": b"y"}), "stands twice"),
    ("none.zip", zipped({"photo.jpg": b"x"}), "holds neither items.csv"),
    ("broken.zip", b"PK\x03\x04" + b"\x00" * 40, "cannot be opened as a ZIP"),
    ("photo.csv", bytes(range(256)), "column egoID is missing|no UTF-8"),
    ("latin.csv", "egoID,alterID,name\n1,a,Zoë\n".encode("latin-1"), "byte .*: is no UTF-8 text"),
    ("wide.csv", "egoID,alterID\n1,a\n".encode("utf-16"), "is no UTF-8 text"),
    ("empty.csv", b" \n", "is empty"),
    ("nobody.csv", b"egoID,alterID\n1,\n", "holds nobody and nothing"),
    ("links.csv", b"egoID,Source,Target\n1,a,b\n", "put items.csv and ties.csv into one ZIP"),
    ("ring.csv", b"egoID,alterID,ring\n1,a,2\n1,b,9\n", "line 3, column ring: '9' is no ring"),
    ("no.graphml", b"<svg/>", "is no GraphML"),
    (
        "crowd.csv",
        b"egoID,alterID\n" + b"".join(b"1,a%d\n" % n for n in range(MOST_ITEMS + 1)),
        "map 1: has 301 items; at most 300 fit",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("name", "content", "words"), BAD, ids=[one[0] for one in BAD])
def test_a_hostile_or_damaged_file_is_refused_and_says_where(name: str, content: bytes, words: str) -> None:
    """connecting R23, R20: a clear answer, nothing read in part."""
    with pytest.raises(FileFault, match=words):
        read_upload(name, content)


def test_a_zip_that_lies_about_its_sizes_is_still_counted_while_it_is_unpacked() -> None:
    """connecting R23: a ZIP bomb whose directory claims a few bytes."""
    made = bytearray(zipped({"items.csv": b"0" * (MOST_UNPACKED + 12_345)}))
    real = (MOST_UNPACKED + 12_345).to_bytes(4, "little")
    assert made.count(real) == 2
    with pytest.raises(FileFault, match=r"unpacks to more than|cannot be opened"):
        read_upload("lies.zip", bytes(made).replace(real, (10).to_bytes(4, "little")))


def test_a_locked_zip_and_one_cut_short_are_refused_in_words() -> None:
    """connecting R23: damaged in transit, or locked with a password."""
    whole = as_zip(write_csv([MAP]))
    with pytest.raises(FileFault, match="cannot be opened as a ZIP"):
        read_upload("cut.zip", whole[: len(whole) // 2])
    locked = bytearray(whole)
    for start in (whole.index(b"PK\x03\x04") + 6, whole.index(b"PK\x01\x02") + 8):
        locked[start] |= 1
    with pytest.raises(FileFault, match="locked with a password"):
        read_upload("locked.zip", bytes(locked))


@given(st.binary(max_size=400))
def test_no_bytes_whatever_end_in_anything_but_a_file_fault(content: bytes) -> None:
    """connecting R23: whatever is sent, the answer is a sentence."""
    for name in ("x.zip", "x.csv", "x.graphml"):
        for start in (b"", b"PK\x03\x04", b"<graphml>", b"egoID,alterID\n"):
            with suppress(FileFault):
                read_upload(name, start + content)


def test_several_maps_side_by_side_keep_apart_what_has_the_same_id() -> None:
    """connecting 3.1: ids start again in each map of a file."""
    both = together([MAP, SharedMap((ANN,), links_asked=False)])
    assert [item.id for item in both.items] == ["1 a", "1 p", "2 a"]
    assert both.links == (("1 a", "1 p"),)
    assert not both.links_asked


def test_what_does_not_fit_is_kept_in_words_and_told() -> None:
    """connecting R4, R7, R23: nothing guessed and nothing lost: other kinds, other endings, names too long."""
    long = "A" * 130
    items = (
        Item("1", "", kinds=("choir", "friend"), effect="neutral", more={"age": "9"}),
        Item("2", long, effect="annoys", ended="moved away"),
        Item("3", "Two\nlines", ended="drifted"),
    )
    made = plan(SharedMap(items, (("1", "2"), ("2", "1"), ("3", "3"))))
    first, second, third = made.items
    assert (first.words, first.relations, first.helps, first.note) == ("?", ("friend",), "neither", "choir")
    assert (second.words, second.note) == ("A" * 119 + "…", f"{long}\nannoys")
    assert (second.ended_as, second.ended_words, second.ended_on) == ("other", "moved away", TODAY)
    assert (third.words, third.ended_as, third.ended_on) == ("Two lines", "drifted", TODAY)
    assert made.links == (("1", "2"),)
    assert made.remarks == {
        Remark.NO_NAME: 1,
        Remark.NAME_ALTERED: 2,
        Remark.KINDS_IN_NOTE: 1,
        Remark.EFFECT_IN_NOTE: 1,
        Remark.ENDED_OTHERWISE: 1,
        Remark.ENDED_TODAY: 2,
        Remark.LINK_AGAIN: 1,
        Remark.LINK_TO_ITSELF: 1,
        Remark.PLACE_WITHOUT_RING: 0,
    }
    assert made.left_out == ("age",)


DAYS = (("2025-01-02", date(2025, 1, 2)), ("2027-01-01", TODAY), ("1970-01-01", TODAY), ("x", TODAY))


@pytest.mark.parametrize(("day", "kept"), DAYS)
def test_a_day_that_cannot_be_is_not_taken(day: str, kept: date) -> None:
    """connecting R7: an end lies neither ahead of today nor before the person was born."""
    one = SharedMap((Item("1", "Al", ended="drifted", more={"endedOn": day, "endedWords": "He left."}),))
    (made,) = plan(one, own=True).items
    assert (made.ended_on, made.ended_words) == (kept, "He left.")


def test_a_sign_that_no_text_holds_and_a_note_too_long_are_refused_with_their_place() -> None:
    """connecting R23: said before anything is kept, not while it is being kept."""
    with pytest.raises(FileFault, match="item 2: holds a sign"):
        plan(SharedMap((ANN, Item("2", "a\x00b"))))
    with pytest.raises(FileFault, match="item 1: says more than the 2000"):
        plan(SharedMap((Item("1", "Al", more={"note": "x" * 2001}),)), own=True)


@given(
    st.lists(
        st.builds(
            Item,
            st.uuids().map(str),
            st.text(max_size=20),
            st.sampled_from([None, *What]),
            st.lists(st.text(max_size=9)).map(tuple),
            st.sampled_from([None, 1, 2, 3]),
            gives=st.sampled_from([None, True, False]),
            more=st.dictionaries(st.text(max_size=5), st.text(max_size=9)),
        ),
        max_size=4,
    )
)
def test_what_a_page_carries_along_comes_back_as_it_was(items: list[Item]) -> None:
    """DESIGN house rule 7: what was shown is what will be kept."""
    links = ((items[0].id, items[-1].id),) if items else ()
    found = Upload(
        (SharedMap(tuple(items), links, "c", "s", links_asked=False, ego="e", graph="g"),), True, ("x",)
    )
    assert unpacked(json.loads(json.dumps(packed(found)))) == found
