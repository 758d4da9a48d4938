"""What a map from a file would become here, and what of it was not stated, put differently, or cannot be taken.

Nothing is preset and nothing is guessed: blank stays *not stated*, a place on somebody's drawing makes no ring, and a
word that this map does not know is kept in the note as it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from math import atan2, degrees

from ownwords.connections.method.exchange.model import FileFault, Item, SharedMap

MOST_NAME = 120
MOST_NOTE = 2_000
NO_NAME = "?"
#: Columns of our own files beside those of every map; ``service`` is told, never read.
OWN_MORE = ("angle", "note", "endedOn", "endedWords", "service")


class Remark(StrEnum):
    """What was put differently."""

    NO_NAME = "no name"
    NAME_ALTERED = "name altered"
    KINDS_IN_NOTE = "kinds in note"
    EFFECT_IN_NOTE = "effect in note"
    ENDED_OTHERWISE = "ended otherwise"
    ENDED_TODAY = "ended today"
    LINK_AGAIN = "link again"
    LINK_TO_ITSELF = "link to itself"
    PLACE_WITHOUT_RING = "place without ring"


@dataclass(frozen=True, slots=True)
class Known:
    """The words that a map here knows."""

    relations: Collection[str]
    helps: Collection[str]
    ended: Collection[str]


@dataclass(frozen=True, slots=True)
class Planned:
    """One item as it would be kept; ``id`` is that of the file."""

    id: str
    words: str
    what: str = ""
    relations: tuple[str, ...] = ()
    ring: int | None = None
    angle: int | None = None
    helps: str = ""
    gives_me: bool | None = None
    i_give: bool | None = None
    note: str = ""
    ended_on: date | None = None
    ended_as: str = ""
    ended_words: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A map as it would be kept. ``unstated``: for how many of the items each was left blank.

    ``remarks``: how often something was put differently. ``left_out``: columns that nothing is taken from.
    """

    items: tuple[Planned, ...]
    links: tuple[tuple[str, str], ...]
    asked: bool
    unstated: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[Remark, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def together(maps: Iterable[SharedMap]) -> SharedMap:
    """Return several maps as one. Ids start again in each map of a file, so each gets the number of its map."""
    items: list[Item] = []
    links: list[tuple[str, str]] = []
    asked = True
    for number, one in enumerate(maps, 1):
        items += [replace(item, id=f"{number} {item.id}") for item in one.items]
        links += [(f"{number} {one_end}", f"{number} {other}") for one_end, other in one.links]
        asked = asked and one.links_asked
    return SharedMap(tuple(items), tuple(links), links_asked=asked)


def plan_of(one: SharedMap, known: Known, *, own: bool, today: date, first: date) -> Plan:
    """Return what a map would become.

    Args:
        own: the file was written here, so that its angles are angles, not places on a drawing.
        today, first: an end lies between these days, or its day counts as not stated.

    Raises:
        FileFault: an item holds a sign that cannot be kept, or says more than a note holds.
    """
    remarks: Counter[Remark] = Counter()
    items = tuple(
        _planned(item, place, known, own, (first, today), remarks) for place, item in enumerate(one.items, 1)
    )
    told = ("note", *OWN_MORE) if own else ()
    left_out = sorted({name for item in one.items for name in item.more} - set(told) | (
        {"service"} if any(item.more.get("service") for item in one.items) else set()))  # fmt: skip
    return Plan(items, _links(one, remarks), one.links_asked, _unstated(one), dict(remarks), tuple(left_out))


def _planned(
    item: Item, place: int, known: Known, own: bool, days: tuple[date, date], remarks: Counter[Remark]
) -> Planned:
    more = item.more if own else {}
    words, note = _named(item, remarks), [more.get("note", "")]
    if words.endswith("…") and words != item.name:
        note.insert(0, item.name)
    if strange := [kind for kind in item.kinds if kind not in known.relations]:
        remarks[Remark.KINDS_IN_NOTE] += 1
        note.append("; ".join(strange))
    effect = item.effect.strip().lower()
    effect = {"neutral": "neither"}.get(effect, effect)
    if effect and effect not in known.helps:
        remarks[Remark.EFFECT_IN_NOTE] += 1
        note.append(item.effect)
        effect = ""
    ended_on, ended_as, ended_words = _ended(item, more, known, days, remarks)
    made = Planned(
        item.id, words, item.what or "", tuple(kind for kind in dict.fromkeys(item.kinds) if kind in known.relations),
        item.ring, _angle(item, more, own, remarks), effect, item.gives, item.takes,
        "\n".join(part for part in note if part), ended_on, ended_as, ended_words,
    )  # fmt: skip
    _check(made, place)
    return made


def _check(made: Planned, place: int) -> None:
    for text in (made.words, made.note, made.ended_words):
        if "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
            raise FileFault("", f"item {place}", "holds a sign that cannot be kept")
        if len(text) > MOST_NOTE:
            raise FileFault("", f"item {place}", f"says more than the {MOST_NOTE} characters of a note")


def _named(item: Item, remarks: Counter[Remark]) -> str:
    words = " ".join(item.name.split())
    if not words:
        remarks[Remark.NO_NAME] += 1
        return NO_NAME
    if len(words) > MOST_NAME:
        words = f"{words[: MOST_NAME - 1]}…"
    if words != item.name:
        remarks[Remark.NAME_ALTERED] += 1
    return words


def _angle(item: Item, more: Mapping[str, str], own: bool, remarks: Counter[Remark]) -> int | None:
    if item.ring is None:
        remarks[Remark.PLACE_WITHOUT_RING] += item.x is not None and item.y is not None
        return None
    if own:
        typed = more.get("angle", "")
        return int(typed) % 360 if typed.isascii() and typed.isdecimal() and len(typed) < 4 else None
    if item.x is None or item.y is None or (item.x, item.y) == (0.5, 0.5):
        return None
    return round(degrees(atan2(item.x - 0.5, 0.5 - item.y))) % 360


def _ended(
    item: Item, more: Mapping[str, str], known: Known, days: tuple[date, date], remarks: Counter[Remark]
) -> tuple[date | None, str, str]:
    ended = item.ended.strip()
    if not ended:
        return None, "", ""
    words = more.get("endedWords", "")
    if ended not in known.ended:
        remarks[Remark.ENDED_OTHERWISE] += 1
        ended, words = "other", words or ended
    try:
        day = date.fromisoformat(more.get("endedOn", ""))
    except ValueError:
        day = date.max
    if not days[0] <= day <= days[1]:
        remarks[Remark.ENDED_TODAY] += 1
        day = days[1]
    return day, ended, words


def _links(one: SharedMap, remarks: Counter[Remark]) -> tuple[tuple[str, str], ...]:
    found: dict[frozenset[str], tuple[str, str]] = {}
    for link in one.links:
        if link[0] == link[1]:
            remarks[Remark.LINK_TO_ITSELF] += 1
        elif frozenset(link) in found:
            remarks[Remark.LINK_AGAIN] += 1
        else:
            found[frozenset(link)] = link
    return tuple(found.values())


def _unstated(one: SharedMap) -> dict[str, int]:
    blank = {
        "what": lambda item: item.what is None,
        "kinds": lambda item: not item.kinds,
        "ring": lambda item: item.ring is None,
        "effect": lambda item: not item.effect.strip(),
        "gives": lambda item: item.gives is None,
        "takes": lambda item: item.takes is None,
    }
    return {name: sum(map(is_blank, one.items)) for name, is_blank in blank.items()}
