"""Our own particulars from a file. Anybody can have written it, so that nothing in it is believed unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ownwords.inquiry.method.brought.names import plain
from ownwords.inquiry.method.refi.model.project import Extra
from ownwords.inquiry.method.text.result import Turn

MOST_LABEL, MOST_LINE = 120, 200


@dataclass(frozen=True, slots=True)
class OwnSpeaker:
    """A speaker: what the text calls them, whether they ask, and the GUID of their case."""

    label: str
    asks: bool = False
    case: str = ""


def own(extra: Extra, kind: str, guid: str) -> Mapping[str, Any]:
    """Return our particulars of one thing; nothing where there are none."""
    return extra.get(kind, {}).get(guid, {})


def choice(found: Mapping[str, Any], name: str, known: tuple[str, ...], otherwise: str) -> str:
    """Return one of the known values."""
    value = found.get(name)
    return value if isinstance(value, str) and value in known else otherwise


def whole(found: Mapping[str, Any], name: str, most: int) -> int | None:
    """Return a whole number from 0 to `most`, or None."""
    value = found.get(name)
    return value if type(value) is int and 0 <= value <= most else None


def line(found: Mapping[str, Any], name: str, most: int = MOST_LINE) -> str:
    """Return a line of words, or nothing."""
    value = found.get(name)
    return plain(value, most) if isinstance(value, str) else ""


def day(found: Mapping[str, Any], name: str) -> date | None:
    """Return a day, or None."""
    try:
        return date.fromisoformat(str(found.get(name) or ""))
    except ValueError:
        return None


def pages(found: Mapping[str, Any], length: int) -> list[int]:
    """Return where pages begin, in order within the text; nothing where that does not hold."""
    value = found.get("pages")
    if not isinstance(value, list) or not all(type(one) is int and 0 <= one <= length for one in value):
        return []
    return value if value == sorted(value) else []


def speakers(found: Mapping[str, Any]) -> list[OwnSpeaker]:
    """Return the speakers of a text in their order, each label once; nothing where something is wrong with them."""
    value = found.get("speakers")
    made: dict[str, OwnSpeaker] = {}
    for one in value if isinstance(value, list) else ():
        label = line(one, "label", MOST_LABEL) if isinstance(one, dict) else ""
        if not label or label in made:
            return []
        case = one.get("case")
        case = case if isinstance(case, str) else ""
        made[label] = OwnSpeaker(label, asks=one.get("asks") is True and not case, case=case)
    return list(made.values())


def turns(found: Mapping[str, Any], length: int, said: list[OwnSpeaker]) -> tuple[Turn, ...] | None:
    """Return the turns of a text; None where there are none or they do not fit it."""
    value = found.get("turns")
    made = [_turn(one, length, said) for one in value] if isinstance(value, list) else []
    if not made or None in made:
        return None
    return tuple(one for one in made if one is not None)


def _turn(one: Any, length: int, said: list[OwnSpeaker]) -> Turn | None:
    if not isinstance(one, list) or len(one) != 5 or not all(type(part) in (int, type(None)) for part in one):
        return None
    start, said_from, end, at_ms, number = one
    if start is None or said_from is None or end is None or not 0 <= start <= said_from <= end <= length:
        return None
    if (at_ms is not None and not 0 <= at_ms < 2**31) or (number is not None and not 0 <= number < len(said)):
        return None
    return Turn(start, said_from, end, said[number].label if number is not None else None, at_ms)
