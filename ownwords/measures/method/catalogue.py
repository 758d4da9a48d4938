"""The instruments that come with the program, read once and checked on reading.

>>> instrument("phq-9").score("total").high
27
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.loading import read_instrument
from ownwords.measures.method.packaged import by_key


@cache
def instruments() -> Mapping[str, Instrument]:
    """Return all instruments by key, in the order of their keys. Raises IncompleteDefinition."""
    return by_key("instruments", read_instrument)


def instrument(key: str) -> Instrument:
    """Return one instrument. Raises KeyError that names the nearest ones."""
    known = instruments()
    try:
        return known[key]
    except KeyError:
        near = get_close_matches(key.lower(), known, n=3, cutoff=0.5)
        meant = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
        raise KeyError(f"no instrument is called {key!r}; {meant}") from None
