"""Network Canvas CSV: blank is not stated, small ids belong to their session, several sessions in one file."""

from __future__ import annotations

import pytest

from ownwords.connections.method.exchange.model import FileFault, Item
from ownwords.connections.method.exchange.network_canvas import Columns, read_network_canvas
from ownwords.connections.method.network import What

EGOS = b"""networkCanvasEgoUUID,networkCanvasCaseID,networkCanvasSessionID,age
e-1,P01,s-1,40
e-2,P02,s-2,
e-3,P03,s-3,
"""
PEOPLE = b"""nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,supports,circle,map_x,map_y,rel_family,rel_friend,age
1,e-1,u-1,Al,true,1,0.5,0.25,true,true,9
2,e-1,u-2,Bo,,,,,,,
1,e-2,u-3,Cy,,3,1,0,,true,
"""
PLACES = b"nodeID,networkCanvasEgoUUID,networkCanvasUUID,name\n3,e-1,u-4,Library\n"
EDGES = b"""edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,networkCanvasTargetUUID
1,1,2,e-1,k-1,u-1,u-2
2,1,3,e-1,k-2,u-1,u-4
"""
LISTS = {"x_attributeList_Person.csv": PEOPLE, "x_attributeList_Place.csv": PLACES}
COLUMNS = Columns(ring="circle", kinds="rel", gives="supports")


def test_sessions_nodes_and_edges_are_read_with_blanks_as_not_stated() -> None:
    """connecting R23; 3.1: true or blank, never false; places 0 to 1; what a node is by its file."""
    first, second, third = read_network_canvas(
        LISTS, {"x_edgeList_Knows.csv": EDGES}, {"x_ego.csv": EGOS}, COLUMNS
    )
    kinds = ("family", "friend")
    assert first.items == (
        Item("u-1", "Al", What.PERSON, kinds, 1, 0.5, 0.25, gives=True, more={"age": "9"}),
        Item("u-2", "Bo", What.PERSON),
        Item("u-4", "Library", What.PLACE),
    )
    assert first.links == (("u-1", "u-2"), ("u-1", "u-4"))
    assert (first.case, first.session, first.ego) == ("P01", "s-1", "e-1")
    assert second.items == (Item("u-3", "Cy", What.PERSON, ("friend",), 3, 1.0, 0.0),)
    assert third.items == ()
    assert all(one.links_asked for one in (first, second, third))


def test_small_ids_are_looked_up_in_their_own_session() -> None:
    """connecting 3.1: node 1 of one session is not node 1 of another."""
    people = b"nodeID,networkCanvasEgoUUID\n1,e-1\n2,e-1\n1,e-2\n2,e-2\n"
    edges = b"from,to,networkCanvasEgoUUID\n2,1,e-2\n"
    first, second = read_network_canvas({"a": people}, {"e": edges}, {})
    assert (first.links, second.links) == ((), (("2", "1"),))
    assert (first.session, second.session) == ("e-1", "e-2")


def test_without_an_edge_list_links_were_not_asked() -> None:
    """connecting R16, R23: no file of links is not a file without links."""
    assert not read_network_canvas(LISTS, {}, {})[0].links_asked
    none = b"from,to,networkCanvasEgoUUID\n"
    assert read_network_canvas(LISTS, {"e": none}, {})[0].links_asked


def test_one_session_may_leave_its_name_out() -> None:
    """A file of one interview, with small ids alone; a kind as one column."""
    people = b"nodeID,name,rel\n1,Al,friend\n2,Bo,\n"
    (one,) = read_network_canvas({"a": people}, {"e": b"from,to\n1,2\n"}, {}, Columns(kinds="rel"))
    assert [(item.name, item.kinds) for item in one.items] == [("Al", ("friend",)), ("Bo", ())]
    assert one.links == (("1", "2"),)


@pytest.mark.parametrize(
    ("lists", "edges", "egos", "said"),
    [
        ({"p": b"nodeID,networkCanvasEgoUUID\n1,e-9\n"}, {}, {"ego": EGOS}, "p: line 2, column networkCanvasEgoUUID"),
        ({"p": b"name\nAl\n"}, {}, {}, "p: line 2, column networkCanvasUUID: is blank, and so is nodeID"),
        ({"p": b"nodeID\n1\n1\n"}, {}, {}, "p: line 3, column nodeID: '1' stands twice in its session"),
        ({"p": b"nodeID\n1\n"}, {"k": b"from,to\n1,2\n"}, {}, "k: line 2, column to: '2' is no node"),
        ({"p": b"nodeID\n1\n"}, {"k": b"from,to\n1,\n"}, {}, "k: line 2, column to: '' is no node"),
        ({"p": b"nodeID\n1\n"}, {"k": b"from,to,networkCanvasEgoUUID\n1,1,z\n"}, {}, "there is no session 'z'"),
        ({"p": b"nodeID,networkCanvasUUID\n1,u\n"}, {"k": b"networkCanvasSourceUUID,to\nv,1\n"}, {}, "'v' is no node"),
        ({"p": b"nodeID,networkCanvasUUID\n1,u\n", "q": b"nodeID,networkCanvasUUID\n1,v\n"},
         {"k": b"from,to\n1,1\n"}, {}, "k: line 2, column from: '1' is more than one node"),
        ({"p": b"nodeID,m_x,m_y\n1,300,2\n"}, {}, {}, "p: line 2, column m_x: '300' is not within 0 to 1"),
        ({}, {}, {"ego": b"networkCanvasEgoUUID\ne\ne\n"}, "ego: line 3, column networkCanvasEgoUUID: 'e' stands"),
        ({}, {}, {"ego": b"name\nx\n"}, "ego: column networkCanvasEgoUUID is missing"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_line_and_column(
    lists: dict[str, bytes], edges: dict[str, bytes], egos: dict[str, bytes], said: str
) -> None:
    """connecting R23; bad input."""
    with pytest.raises(FileFault) as fault:
        read_network_canvas(lists, edges, egos)
    assert said in str(fault.value)
