"""Maps of a file as one text, and back: what a page carries along until somebody has said yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ownwords.connections.method.exchange.model import Item, SharedMap
from ownwords.connections.method.exchange.uploads import Upload
from ownwords.connections.method.network import What


def packed(found: Upload) -> dict[str, Any]:
    """Return an upload as plain lists and dicts, without what is empty."""
    return {"own": found.own, "unused": list(found.unused), "maps": [_map(one) for one in found.maps]}


def unpacked(said: dict[str, Any]) -> Upload:
    """Return the upload that ``packed`` was given."""
    return Upload(tuple(_shared(one) for one in said["maps"]), said["own"], tuple(said["unused"]))


def _map(one: SharedMap) -> dict[str, Any]:
    said = {name: value for name, value in asdict(one).items() if name not in ("items", "more") and value}
    said["links_asked"] = one.links_asked
    said["items"] = [_filled(asdict(item)) for item in one.items]
    return said


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None and value not in ("", (), {})}


def _shared(said: dict[str, Any]) -> SharedMap:
    rest = {name: value for name, value in said.items() if name not in ("items", "links")}
    items = tuple(_item(one) for one in said["items"])
    return SharedMap(items, _pairs(said.get("links", ())), **rest)


def _item(said: dict[str, Any]) -> Item:
    rest = {name: value for name, value in said.items() if name not in ("what", "kinds")}
    return Item(
        what=What(said["what"]) if "what" in said else None, kinds=tuple(said.get("kinds", ())), **rest
    )


def _pairs(links: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, other in links)
