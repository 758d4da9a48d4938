"""What is said about a feed: where, of which kind, and why in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """What a remark means for the record it is about."""

    REFUSED = "refused"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know about a feed.

    ``path`` is where (``contents[3].schedules[0].opens_at``, "" for the feed as a whole), ``kind`` a short key that
    stays the same over versions, ``reason`` the plain words, ``record`` the id of the service as far as it is known.
    """

    path: str
    kind: str
    reason: str
    weight: Weight = Weight.WARNING
    record: str = ""


def shown(value: object, most: int = 60) -> str:
    """Return a value of a feed for a message: on one line, quoted, short."""
    text = value if isinstance(value, str) else repr(value)[: most * 4]
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: most * 4]).split())
    cut = plain if len(plain) <= most else plain[: most - 1] + "…"
    return f"“{cut}”"


KINDS = {
    str: "a text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "nothing",
}


def kind_of(value: object) -> str:
    """Return what a value of JSON is, in words."""
    return KINDS.get(type(value), "something else")
