"""GraphML: out and in again, several graphs in one file, files of others, and files that mean harm."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given

from ownwords.connections.method.exchange.graphml import read_graphml, write_graphml
from ownwords.connections.method.exchange.model import MOST_BYTES, FileFault, Item, SharedMap, names
from ownwords.connections.method.network import What
from tests.connections.method.strategies import shared_maps

HEAD = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:nc="http://schema.networkcanvas.com/xmlns"'
)
CANVAS = f"""{HEAD}>
<key id="label" for="all" attr.name="label"/><key id="networkCanvasUUID" for="all" attr.name="networkCanvasUUID"/>
<key id="networkCanvasType" for="all" attr.name="networkCanvasType"/>
<key id="9a" for="node" attr.name="closeness_x"/><key id="9b" for="node" attr.name="closeness_y"/>
<key id="7c" for="node" attr.name="supports"/>
<graph edgedefault="undirected" nc:caseId="P01" nc:sessionUUID="s-1"><data key="7c">about ego</data>
  <node id="1"><data key="networkCanvasUUID">u-1</data><data key="networkCanvasType">Person</data>
    <data key="label">Al</data><data key="9a">0.25</data><data key="9b">0.75</data><data key="7c">true</data></node>
  <node id="2"><data key="networkCanvasUUID">u-2</data><data key="networkCanvasType">venue</data></node>
  <edge id="1" source="1" target="2"/></graph>
<graph edgedefault="directed" nc:caseId="P02" nc:sessionUUID="s-2"><node id="1"/></graph>
</graphml>""".encode()


def file(body: str, keys: str = "") -> bytes:
    """A GraphML file of others."""
    return f"{HEAD}>{keys}{body}</graphml>".encode()


@given(shared_maps())
def test_what_goes_out_comes_in_again(maps: tuple[SharedMap, ...]) -> None:
    """connecting R23: the same size, ties and rings; every word, and case and session of every graph."""
    back = read_graphml(write_graphml(maps))
    assert tuple(replace(one, graph="") for one in back) == maps


@given(shared_maps())
def test_a_second_reader_opens_it(maps: tuple[SharedMap, ...]) -> None:
    """connecting R23: networkx finds the same size, ties and rings in each graph."""
    for one in maps:
        found = nx.parse_graphml(write_graphml((one,)).decode(), force_multigraph=True)
        assert found.number_of_nodes() == len(one.items)
        assert found.number_of_edges() == len(one.links)
        assert [data.get("ring") for _, data in found.nodes(data=True)] == [item.ring for item in one.items]
        assert [data.get("x") for _, data in found.nodes(data=True)] == [item.x for item in one.items]


def test_every_graph_of_a_file_is_read_with_case_and_session() -> None:
    """connecting R23; 3.1: never one silently, ids unique only within a session."""
    first, second = read_graphml(CANVAS)
    assert [(one.case, one.session) for one in (first, second)] == [("P01", "s-1"), ("P02", "s-2")]
    canvas = {"networkCanvasType": "Person", "supports": "true"}
    assert first.items[0] == Item("u-1", "Al", What.PERSON, x=0.25, y=0.75, more=canvas)
    assert first.items[1].what is What.PLACE
    assert first.links == (("u-1", "u-2"),)
    assert first.more == {"supports": "about ego"}
    assert [item.id for item in second.items] == ["1"]


def test_case_and_session_on_the_root_count_for_graphs_that_have_none() -> None:
    """connecting 3.1: an older form of Network Canvas."""
    old = f'{HEAD} nc:caseID="P9" nc:sessionUUID="s-9"><graph edgedefault="undirected"/></graphml>'
    assert [(one.case, one.session) for one in read_graphml(old.encode())] == [("P9", "s-9")]


def test_a_node_for_the_person_is_left_out_with_its_ties() -> None:
    """connecting 2.3: alters exclude the person at the centre."""
    key = '<key id="e" for="node" attr.name="ego"/>'
    body = """<graph><node id="me"><data key="e">true</data></node><node id="a"/><node id="b"/>
              <edge source="me" target="a"/><edge source="a" target="b"/></graph>"""
    (one,) = read_graphml(file(body, key))
    assert (one.ego, [item.id for item in one.items], one.links) == ("me", ["a", "b"], (("a", "b"),))
    two = body.replace('<node id="a"/>', '<node id="a"><data key="e">true</data></node>')
    with pytest.raises(FileFault, match="more than one ego"):
        read_graphml(file(two, key))


def test_what_another_program_means_otherwise_stays_as_text() -> None:
    """A file drawn in pixels, with rings of its own: nothing is bent to fit."""
    keys = '<key id="x" for="node" attr.name="x"/><key id="r" for="node" attr.name="ring"/>'
    body = '<graph><node id="a"><data key="x">412</data><data key="r">gold</data></node></graph>'
    (item,) = read_graphml(file(body, keys))[0].items
    assert (item.x, item.ring, item.more) == (None, None, {"x": "412", "ring": "gold"})


def test_a_default_of_a_key_holds_where_a_node_says_nothing() -> None:
    """GraphML: default values."""
    keys = '<key id="r" for="node" attr.name="ring"><default>2</default></key>'
    body = '<graph><node id="a"/><node id="b"><data key="r">3</data></node></graph>'
    assert [item.ring for item in read_graphml(file(body, keys))[0].items] == [2, 3]


BOMB = b'<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><graphml><graph><node id="&b;"/></graph></graphml>'
OUTSIDE = b'<!DOCTYPE g SYSTEM "http://127.0.0.1/x"><graphml><graph/></graphml>'
NESTED = '<graph><node id="a"><graph><node id="b"/></graph></node></graph>'
OWN_KEY = '<key id="asked" for="graph" attr.name="linksAsked"/><key id="r" for="node" attr.name="ring"/>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (BOMB, "document type or entities"),
        (OUTSIDE, "document type or entities"),
        (b"", "cannot be read as XML"),
        (b"<graphml><graph>", "cannot be read as XML"),
        (b'<?xml version="1.0" encoding="no-such"?><graphml/>', "cannot be read as XML"),
        (b"<html/>", "is no GraphML"),
        (file(""), "holds no graph"),
        (file(NESTED), "graph 1, node 1: holds a graph of its own"),
        (file("<graph><hyperedge/></graph>"), "graph 1: has hyperedges"),
        (file("<graph/><graph><node/></graph>"), "graph 2, node 1: has no id"),
        (file('<graph><node id="a"/><node id="a"/></graph>'), "graph 1, node 2: 'a' stands twice"),
        (file('<graph><node id="a"/><edge source="a" target="z"/></graph>'), "graph 1, edge 1: target 'z'"),
        (file('<graph><node id="a"/><edge target="a"/></graph>'), "graph 1, edge 1: source None"),
        (
            file('<graph><node id="a"><data key="r">7</data></node></graph>', OWN_KEY),
            "node 1, ring: '7' is no",
        ),
        (b" " * (MOST_BYTES + 1), "has more than 16 MB"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_the_place(content: bytes, said: str) -> None:
    """connecting R23: entity expansion refused; size limited; nothing taken in part."""
    with pytest.raises(FileFault) as fault:
        read_graphml(content, "map.graphml")
    assert said in str(fault.value)
    assert str(fault.value).startswith("map.graphml: ")


def test_signs_that_xml_cannot_hold_do_not_spoil_the_file() -> None:
    """A name with a control sign is written with a mark in its place."""
    (one,) = read_graphml(write_graphml((SharedMap((Item("1", "a\x00b\r\nc"),)),)))
    assert one.items[0].name == "a\ufffdb\r\nc"


@pytest.mark.parametrize("one", [SharedMap((Item("1"),), (("1", "2"),)), SharedMap((Item("1"), Item("1")))])
def test_a_map_that_does_not_hold_together_is_not_written(one: SharedMap) -> None:
    """connecting R23."""
    with pytest.raises(ValueError, match=r"not on the map|stands twice"):
        write_graphml((one,))


@pytest.mark.parametrize(
    ("maps", "found"),
    [
        ((SharedMap(case="a"), SharedMap(case="b")), ("a", "b")),
        ((SharedMap(case="a", session="1"), SharedMap(case="a", session="2")), ("1", "2")),
        ((SharedMap(case="a", session="1"), SharedMap(case="a", session="2"), SharedMap(case="b", session="1")),
         ("a 1", "a 2", "b 1")),
        ((SharedMap(graph="g"), SharedMap(graph="h", case="a")), ("g", "h")),
        ((SharedMap(case="a"), SharedMap()), ("graph 1", "graph 2")),
    ],
)  # fmt: skip
def test_maps_of_a_file_are_named_in_one_way(maps: tuple[SharedMap, ...], found: tuple[str, ...]) -> None:
    """connecting R23: case, else session, else both, else graph id, else place; never two alike."""
    assert names(maps) == found
