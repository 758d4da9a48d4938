"""The XML as events, piece by piece: no document type, no entities, no network, bounded in bytes and depth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeAlias

from ownwords.inquiry.method.refi.archive.package import Stream
from ownwords.inquiry.method.refi.reading.stray import Mender
from ownwords.inquiry.method.refi.refusal import Limits, Unreadable

Element: TypeAlias = Any
"""lxml's `_Element`, which carries no types."""

CHUNK = 65536


class Malformed(Exception):
    """The XML is not well formed; a second reading may put it right."""


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return _local(str(element.tag))


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def namespace(element: Element) -> str:
    """Return the namespace of an element, empty where it has none."""
    return str(element.tag).rpartition("}")[0].removeprefix("{")


def pulled(
    stream: Stream, limits: Limits, mend: Callable[[], None] | None = None
) -> Iterator[tuple[str, Element]]:
    """Yield ("start" or "end", element) of every element.

    With `mend`, what XML forbids is put right on the way and `mend` is called when something was.
    """
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    mender = Mender(mend) if mend else None
    read = 0
    try:
        while chunk := stream.read(CHUNK):
            read += len(chunk)
            if read > limits.xml:
                raise Unreadable("The XML in this file is longer than a project can be.")
            parser.feed(mender.feed(chunk) if mender else chunk)
            yield from parser.read_events()
        if mender:
            parser.feed(mender.rest())
        parser.close()
        yield from parser.read_events()
    except etree.XMLSyntaxError as fault:
        raise Malformed(_sentence(str(fault))) from fault


def _sentence(fault: str) -> str:
    if "depth" in fault.lower():
        return "The XML in this file is nested deeper than any project."
    if "huge" in fault.lower() or "too long" in fault.lower() or "length" in fault.lower():
        return "A single text inside the XML of this file is longer than can be taken."
    return f"The XML in this file is damaged: {fault[:200]}"
