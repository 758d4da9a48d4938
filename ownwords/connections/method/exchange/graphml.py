"""GraphML out and in, with case and session as Network Canvas writes them on ``graph``.

A file may hold several graphs: all are returned. Common readers return the first and drop the rest without a word.
A node is the person in the middle when its data ``ego`` is true or its ``networkCanvasType`` is "ego"; it and its ties
are left out of items and links. Without such a node every node is an item. Edges have no direction here.
Source: GraphML primer (graphml.graphdrawing.org); Network Canvas documentation, GraphML export.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from ownwords.connections.method.exchange.graphml_data import Keys, Node, keys_of, nodes_of
from ownwords.connections.method.exchange.model import MOST_BYTES, FileFault, Item, SharedMap, kinds_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SPACE = "http://graphml.graphdrawing.org/xmlns"
CANVAS = "http://schema.networkcanvas.com/xmlns"
TYPES = {
    "id": "string", "name": "string", "label": "string", "what": "string", "kinds": "string", "ring": "int",
    "x": "double", "y": "double", "gives": "boolean", "takes": "boolean", "effect": "string", "ended": "string",
}  # fmt: skip
MOST_DEFAULTS = 1_000_000
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(maps: Sequence[SharedMap]) -> bytes:
    """Return maps as one GraphML file, one graph each. Signs that XML cannot hold are written as U+FFFD.

    Raises ValueError when a link leads to an item that is not there.
    """
    others = sorted({name for one in maps for item in one.items for name in item.more} - set(TYPES))
    keys = [*TYPES.items(), *((name, "string") for name in others)]
    ids = {name: f"d{place}" for place, (name, _) in enumerate(keys)}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{SPACE}" xmlns:nc="{CANVAS}">']
    lines += [
        f'  <key id="{ids[name]}" for="node" attr.name={_quoted(name)} attr.type="{kind}"/>'
        for name, kind in keys
    ]
    lines.append('  <key id="asked" for="graph" attr.name="linksAsked" attr.type="boolean"/>')
    for place, one in enumerate(maps, 1):
        lines += _graph(one, place, ids)
    return "\n".join([*lines, "</graphml>", ""]).encode()


def read_graphml(content: bytes, file: str = "") -> tuple[SharedMap, ...]:
    """Return every map of a GraphML file.

    Raises FileFault for a file over 16 MB, one with a document type (entities could expand without end), broken XML,
    nested graphs, hyperedges, an edge to a node that is not there, a node that stands twice, or, in a file of our own,
    a value that cannot be. Another program may mean something else by "ring" or "x": what does not fit stays in
    ``more``.
    """
    root = _parsed(content, file)
    if _local(root.tag) != "graphml":
        raise FileFault(file, "", "is no GraphML")
    keys = keys_of(root)
    graphs = [element for element in root if _local(element.tag) == "graph"]
    if not graphs:
        raise FileFault(file, "", "holds no graph")
    if len(keys.defaults) * sum(map(len, graphs)) > MOST_DEFAULTS:
        raise FileFault(
            file, "", f"says {len(keys.defaults)} things of every node beforehand, which is too many"
        )
    return tuple(_read(graph, keys, _attributes(root), file, place) for place, graph in enumerate(graphs, 1))


def _graph(one: SharedMap, place: int, ids: Mapping[str, str]) -> Iterator[str]:
    case = f" nc:caseId={_quoted(one.case)}" if one.case else ""
    session = f" nc:sessionUUID={_quoted(one.session)}" if one.session else ""
    yield f'  <graph id="g{place}" edgedefault="undirected"{case}{session}>'
    yield f'    <data key="asked">{str(one.links_asked).lower()}</data>'
    nodes = {item.id: f"n{number}" for number, item in enumerate(one.items)}
    if len(nodes) < len(one.items):
        raise ValueError("an item stands twice")
    for item in one.items:
        data = "".join(f'<data key="{ids[name]}">{_text(said)}</data>' for name, said in _said(item) if said)
        yield f'    <node id="{nodes[item.id]}">{data}</node>'
    for number, link in enumerate(one.links):
        if not set(link) <= nodes.keys():
            raise ValueError(f"links[{number}]: an end is not on the map")
        yield f'    <edge id="e{number}" source="{nodes[link[0]]}" target="{nodes[link[1]]}"/>'
    yield "  </graph>"


def _said(item: Item) -> Iterator[tuple[str, str]]:
    yield from (("id", item.id), ("name", item.name), ("label", item.name), ("what", item.what or ""))
    yield "kinds", kinds_text(item.kinds)
    for name, number in (("ring", item.ring), ("x", item.x), ("y", item.y)):
        yield name, "" if number is None else repr(number)
    for name, said in (("gives", item.gives), ("takes", item.takes)):
        yield name, "" if said is None else str(said).lower()
    yield from (("effect", item.effect), ("ended", item.ended))
    yield from ((name, said) for name, said in item.more.items() if name not in TYPES)


def _text(said: str) -> str:
    return escape(NOT_IN_XML.sub("\ufffd", said), {"\r": "&#13;"})


def _quoted(said: str) -> str:
    return quoteattr(NOT_IN_XML.sub("\ufffd", said), {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def _parsed(content: bytes, file: str) -> Element:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if len(content) > MOST_BYTES:
        raise FileFault(file, "", f"has more than {MOST_BYTES // 2**20} MB")
    try:
        found: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise FileFault(file, "", "has a document type or entities, which are not taken") from error
    except (ParseError, ValueError, LookupError) as error:
        raise FileFault(file, "", f"cannot be read as XML: {error}") from error
    return found


def _read(graph: Element, keys: Keys, root: Mapping[str, str], file: str, place: int) -> SharedMap:
    where = f"graph {place}"
    if any(_local(element.tag) == "hyperedge" for element in graph):
        raise FileFault(file, where, "has hyperedges, which are not taken")
    about = {**root, **_attributes(graph)}
    nodes = nodes_of(graph, keys, file, where)
    egos = [node.item.id for node in nodes.values() if node.ego]
    if len(egos) > 1:
        raise FileFault(file, where, "has more than one ego")
    links = tuple(_links(graph, nodes, file, where))
    asked, more = _about_graph(graph, keys.by_id)
    return SharedMap(
        tuple(node.item for node in nodes.values() if not node.ego), links,
        about.get("caseid", ""), about.get("sessionuuid", ""), asked, "".join(egos), graph.get("id", ""), more,
    )  # fmt: skip


def _links(graph: Element, nodes: Mapping[str, Node], file: str, where: str) -> Iterator[tuple[str, str]]:
    edges = [element for element in graph if _local(element.tag) == "edge"]
    for number, edge in enumerate(edges, 1):
        ends = [nodes.get(edge.get(end, "")) for end in ("source", "target")]
        for end, node in zip(("source", "target"), ends, strict=True):
            if node is None:
                raise FileFault(file, f"{where}, edge {number}", f"{end} {edge.get(end)!r} is no node of it")
        if not any(node.ego for node in ends if node):
            one, other = (node.item.id for node in ends if node)
            yield one, other


def _about_graph(graph: Element, keys: Mapping[str, Element]) -> tuple[bool, Mapping[str, str]]:
    """Return whether links were asked about, and what else is said of the graph: Network Canvas keeps ego there."""
    said = {}
    for element in graph:
        if _local(element.tag) == "data" and (element.text or "").strip():
            key = keys.get(element.get("key", ""))
            name = element.get("key", "") if key is None else key.get("attr.name", element.get("key", ""))
            said[name] = element.text or ""
    return said.pop("linksAsked", "true").strip().lower() != "false", said


def _attributes(element: Element) -> dict[str, str]:
    return {_local(name).lower(): value for name, value in element.attrib.items()}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
