"""Names that come in: fit for their place, once beside each other, and not those of people."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from ownwords.inquiry.method.refi.parts.characters import legal

_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+)?[^\W\d_a-z][^\W\d_]*[’'-]?\w*(?:\s+[^\W\d_a-z][^\W\d_]*[’'-]?\w*){1,3}"
)


def plain(text: str, most: int = 0) -> str:
    """Return a name on one line, without characters that cannot be kept, cut where it is too long (0: never)."""
    line = " ".join(legal(text)[0].split())
    return line[:most].rstrip() if most else line


def kept(text: str) -> str:
    """Return words as they can be kept: characters that neither XML nor the database takes become U+FFFD."""
    return legal(text.replace("\r\n", "\n").replace("\r", "\n"))[0]


def second_name(name: str, taken: Collection[str], alike: Callable[[str], str], most: int) -> str:
    """Return the name, or "name (2)", "name (3)"... where `alike` of it is taken, within `most` characters."""
    number, found = 1, name[:most]
    while alike(found) in taken:
        number += 1
        mark = f" ({number})"
        found = name[: most - len(mark)].rstrip() + mark
    return found


def like_a_person(name: str) -> bool:
    """Say whether a name looks like a person's: two to four words that begin with capitals. A hint, never a verdict."""
    return _PERSON.fullmatch(name.strip()) is not None
