"""Pseudonyms to choose from: neutral names of things, never a first name, so that none is taken for somebody's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import chain, count, islice, zip_longest

from ownwords.inquiry.method.folding import folded


@cache
def names() -> tuple[str, ...]:
    """Return all names that come with the program: a tree, a river, a bird, and round again."""
    file = resources.files("ownwords.inquiry").joinpath("data").joinpath("pseudonyms.toml")
    lists = tomllib.loads(file.read_text(encoding="utf-8")).values()
    return tuple(name for name in chain.from_iterable(zip_longest(*lists)) if name)


def free_names(taken: Iterable[str], few: int = 1) -> list[str]:
    """Return the first `few` names that nobody has; when all are taken they come again with a number.

    >>> free_names(["maple"], 2)
    ['Severn', 'Heron']
    """
    used = {folded(name) for name in taken}
    return list(islice((name for name in _all() if folded(name) not in used), few))


def _all() -> Iterator[str]:
    yield from names()
    for number in count(2):
        yield from (f"{name} {number}" for name in names())
