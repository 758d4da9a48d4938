"""XML and HTML read as a stream of events: no tree, no recursion, no entities, nothing fetched, depth bounded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from ownwords.inquiry.method.text.limits import Limits
from ownwords.inquiry.method.text.refused import CannotRead


class Listener(Protocol):
    """What a reader does at each event; names come without their namespace, which stands beside them."""

    def start(self, space: str, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, space: str, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Characters, in pieces of any size."""


class _Guarded:
    """Passes events on while they stay within the limits."""

    def __init__(self, listener: Listener, limits: Limits, *, doctype_allowed: bool) -> None:
        self._listener, self._limits = listener, limits
        self._doctype_allowed = doctype_allowed
        self._depth = self._count = 0
        self._names: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > self._limits.depth:
            raise CannotRead("too_deep", limit=self._limits.depth)
        if self._count > self._limits.elements:
            raise CannotRead("bomb")
        self._listener.start(*self._split(tag), attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._listener.end(*self._split(tag))

    def _split(self, tag: str) -> tuple[str, str]:
        if tag not in self._names:
            space, _, name = tag.rpartition("}")
            self._names[tag] = (space[1:], name)
        return self._names[tag]

    def data(self, text: str) -> None:
        self._listener.data(text)

    def doctype(self, *_: str | None) -> None:
        if not self._doctype_allowed:
            raise CannotRead("entities")

    def close(self) -> None:
        """Nothing is handed back: the listener holds what it heard."""


def hear_xml(chunks: Iterable[bytes], listener: Listener, limits: Limits, *, kind: str) -> None:
    """Send the events of an XML file to a listener. A document type, and so every entity of its own, is refused."""
    from lxml import etree

    guarded: Any = _Guarded(listener, limits, doctype_allowed=False)
    parser = etree.XMLParser(
        target=guarded,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except etree.XMLSyntaxError as fault:
        raise CannotRead("broken", kind=kind) from fault


def hear_html(text: str, listener: Listener, limits: Limits) -> None:
    """Send the events of an HTML text to a listener, read as browsers read faulty pages. Nothing is fetched."""
    from lxml import etree

    guarded: Any = _Guarded(listener, limits, doctype_allowed=True)
    parser = etree.HTMLParser(target=guarded, encoding="utf-8", no_network=True, huge_tree=False)
    try:
        parser.feed(text.encode("utf-8"))
        parser.close()
    except etree.XMLSyntaxError as fault:
        raise CannotRead("no_text") from fault
