"""Definitions that come with the program: every file of a folder, read once, by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import resources
from types import MappingProxyType
from typing import Protocol, TypeVar

from ownwords.people.method.definition_file import IncompleteDefinition


class Keyed(Protocol):
    """What has a key of its own."""

    @property
    def key(self) -> str:
        """The name under which it is found, and of its file."""


Built = TypeVar("Built", bound=Keyed)


def by_key(folder: str, read: Callable[[str, str], Built]) -> Mapping[str, Built]:
    """Return what the files of ``measures/data/<folder>`` define, by key, in the order of the files.

    ``read`` takes a text and where it stands. Raises IncompleteDefinition, also for a file named unlike its key.
    """
    place = resources.files("ownwords.measures").joinpath("data").joinpath(folder)
    found: dict[str, Built] = {}
    for file in sorted(
        (one for one in place.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name
    ):
        where = f"measures/data/{folder}/{file.name}"
        one = read(file.read_text(encoding="utf-8"), where)
        if file.name != f"{one.key}.toml":
            raise IncompleteDefinition(where, (f"its key is {one.key!r}, so it belongs in {one.key}.toml",))
        found[one.key] = one
    return MappingProxyType(found)
