"""The instruments that come with the program, read once and checked on reading.

>>> instrument("phq-9").score("total").high
27
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import resources
from types import MappingProxyType

from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.loading import read_instrument
from ownwords.people.method.definition_file import IncompleteDefinition

_DATA = "ownwords.measures"


@cache
def instruments() -> Mapping[str, Instrument]:
    """Return all instruments by key, in the order of their keys. Raises IncompleteDefinition."""
    folder = resources.files(_DATA).joinpath("data").joinpath("instruments")
    found: dict[str, Instrument] = {}
    for file in sorted(
        (one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name
    ):
        where = f"measures/data/instruments/{file.name}"
        one = read_instrument(file.read_text(encoding="utf-8"), where)
        if file.name != f"{one.key}.toml":
            raise IncompleteDefinition(where, (f"its key is {one.key!r}, so it belongs in {one.key}.toml",))
        found[one.key] = one
    return MappingProxyType(found)


def instrument(key: str) -> Instrument:
    """Return one instrument. Raises KeyError that names the nearest ones."""
    known = instruments()
    try:
        return known[key]
    except KeyError:
        near = get_close_matches(key.lower(), known, n=3, cutoff=0.5)
        meant = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
        raise KeyError(f"no instrument is called {key!r}; {meant}") from None
