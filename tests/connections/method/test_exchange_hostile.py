"""Files made to harm: every one is refused in words, in little time and little memory; none of them is a fault."""

from __future__ import annotations

import io
import random
import time
import zipfile

import pytest

from ownwords.connections.method.exchange.graphml import read_graphml
from ownwords.connections.method.exchange.model import FileFault
from ownwords.connections.method.exchange.uploads import read_upload

SPACE = "http://graphml.graphdrawing.org/xmlns"
TABLE = b"egoID,alterID,name\nme,ann,Ann\n"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def packed(method: int, content: bytes = TABLE) -> bytes:
    """Return a ZIP with one table in it."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", method) as archive:
        archive.writestr("items.csv", content)
    return sink.getvalue()


def graphml(inside: str) -> bytes:
    """Return a GraphML file."""
    return f'<graphml xmlns="{SPACE}">{inside}</graphml>'.encode()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_whose_unpacking_cannot_be_counted_is_refused(method: int) -> None:
    """connecting R23: two megabytes of bzip2 would fill any memory before a byte of it was counted."""
    with pytest.raises(FileFault, match="packed in a way that is not taken"):
        read_upload("map.zip", packed(method, b"a" * 1_000_000))


@pytest.mark.parametrize("method", METHODS)
def test_a_zip_that_is_damaged_anywhere_is_refused_in_words(method: int) -> None:
    """connecting R23: whatever bytes are turned, the answer is a fault of the file or the file."""
    rolled, whole = random.Random(method), packed(method)
    for _number in range(400):
        damaged = bytearray(whole)
        for _byte in range(rolled.randint(1, 4)):
            damaged[rolled.randrange(2, len(damaged))] = rolled.randrange(256)
        try:
            read_upload("map.zip", bytes(damaged))
        except FileFault:
            continue


def test_a_table_with_a_hundred_thousand_columns_takes_little_time() -> None:
    """connecting R23: how often a name stands in the header is counted once, not once for each name."""
    header = ",".join(["egoID", "alterID", *(f"c{number}" for number in range(200_000))])
    begun = time.perf_counter()
    with pytest.raises(FileFault, match="holds nobody"):
        read_upload("items.csv", header.encode() + b"\n")
    assert time.perf_counter() - begun < 10


def test_a_column_that_stands_twice_is_named() -> None:
    """connecting R23."""
    with pytest.raises(FileFault, match="column name stands twice"):
        read_upload("items.csv", b"egoID,alterID,name,name\nme,a,b,c\n")
    with pytest.raises(FileFault, match="column without a name stands twice"):
        read_upload("items.csv", b"egoID,alterID,,\nme,a,b,c\n")


def test_graphml_that_says_thousands_of_things_of_thousands_of_nodes_is_refused_at_once() -> None:
    """connecting R23: what is said beforehand of every node is multiplied by the nodes; two megabytes would be days."""
    keys = "".join(
        f'<key id="k{number}" for="node" attr.name="a{number}"><default>x</default></key>'
        for number in range(5_000)
    )
    nodes = "".join(f'<node id="{number}"/>' for number in range(14_000))
    begun = time.perf_counter()
    with pytest.raises(FileFault, match="things of every node beforehand"):
        read_upload("map.graphml", graphml(f"{keys}<graph>{nodes}</graph>"))
    assert time.perf_counter() - begun < 10


def test_what_is_said_beforehand_of_every_node_holds_where_a_node_says_nothing() -> None:
    """GraphML primer: a default is the value of every node without one; a blank one says nothing."""
    keys = (
        '<key id="n" for="node" attr.name="name"><default>Ann</default></key>'
        '<key id="f" for="node" attr.name="flat"><default/></key>'
    )
    nodes = '<node id="1"/><node id="2"><data key="n">Bo</data></node>'
    (found,) = read_graphml(graphml(f"{keys}<graph>{nodes}</graph>"))
    assert [one.name for one in found.items] == ["Ann", "Bo"]
    assert all(not one.more for one in found.items)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (
            "<graph>" + "".join(f'<node id="{n}"/>' for n in range(15_001)) + "</graph>",
            "more than the 15000 items",
        ),
        ("<graph/>" * 51, "more than 50 maps"),
    ],
)
def test_graphml_with_more_than_fits_is_refused_before_it_is_read(inside: str, words: str) -> None:
    """connecting R23."""
    with pytest.raises(FileFault, match=words):
        read_upload("map.graphml", graphml(inside))


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><graphml/>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY a "x">]><graphml/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="hex"?><graphml/>',
        b'<?xml version="1.0" encoding="klingon"?><graphml/>',
        graphml('<graph><node id="&#xD800;"/></graph>'),
        graphml('<graph><node id="&#0;"/></graph>'),
        graphml("<a>" * 50_000 + "</a>" * 50_000),
        graphml("<graph>"),
    ],
)
def test_hostile_xml_is_refused_in_words(content: bytes) -> None:
    """connecting R23: entities, other files, strange encodings, half signs, nesting without an end."""
    with pytest.raises(FileFault):
        read_upload("map.graphml", content)
