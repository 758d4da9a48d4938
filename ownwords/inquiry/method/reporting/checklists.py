"""Checklists of reporting as data. One that lacks an item, or says the same twice, is refused when it is read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

NAMES = ("coreq", "srqr", "synthesis")
_SAID = ("called", "about", "source", "doi")


class Incomplete(ValueError):
    """A file is not the checklist that it says it is."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item. ``knows``: which questions to the record answer it, () where only people can; ``section``: where the
    report says it; ``tools``: what may be used for it.
    """

    number: int
    part: str
    words: str
    knows: tuple[str, ...] = ()
    section: str = ""
    tools: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One checklist with its source. ``known``: to how many items the record can say something."""

    name: str
    called: str
    about: str
    source: str
    doi: str
    items: tuple[Item, ...]

    @property
    def known(self) -> int:
        """To how many items the record can say something."""
        return sum(1 for one in self.items if one.knows)


@cache
def checklist(name: str) -> Listed:
    """Return one of the checklists that come with the program. Raises KeyError: no such."""
    if name not in NAMES:
        raise KeyError(name)
    file = (
        resources.files("ownwords.inquiry").joinpath("data").joinpath("checklists").joinpath(f"{name}.toml")
    )
    return read(tomllib.loads(file.read_text(encoding="utf-8")))


def read(data: dict[str, Any]) -> Listed:
    """Return a checklist from what a file holds.

    Raises:
        Incomplete: it lacks its name or source, items are missing or stand twice, one says nothing, or it knows another
            number of items than it says.
    """
    missing = [one for one in ("checklist", "items", "known", *_SAID) if not data.get(one)]
    if missing:
        raise Incomplete(f"missing: {', '.join(missing)}")
    items = tuple(_item(one) for one in data.get("item", ()))
    if [one.number for one in items] != list(range(1, data["items"] + 1)):
        raise Incomplete(f"items are not 1 to {data['items']}, each once and in order")
    if len({one.words for one in items}) != len(items):
        raise Incomplete("two items say the same")
    found = Listed(data["checklist"], data["called"], data["about"], data["source"], data["doi"], items)
    if found.known != data["known"]:
        raise Incomplete(f"the record knows {found.known} items, not {data['known']}")
    return found


def _item(said: dict[str, Any]) -> Item:
    if not said.get("words") or not said.get("part"):
        raise Incomplete(f"item {said.get('number')} says nothing")
    return Item(
        said["number"], said["part"], said["words"], tuple(said.get("knows", "").split()), said.get("section", ""),
        tuple(said.get("tools", ())),
    )  # fmt: skip
