"""The dimension of a property as a line with its incidents on it, and the sentence that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.models import Property
from ownwords.inquiry.queries.incidents import Shown

LEFT, RIGHT, RADIUS, STEP, BELOW = 20.0, 620.0, 10.0, 23.0, 34.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One incident on the line: where it stands, and its number in the table."""

    x: float
    y: float
    number: int


@dataclass(frozen=True, slots=True)
class LineShown:
    """The drawing, its height, at which height the line runs, and the sentence."""

    dots: Sequence[Dot]
    height: float
    base: float
    sentence: str


def dimension(of: Property, incidents: Sequence[Shown]) -> LineShown:
    """Return the line; incidents that would cover each other stand above each other."""
    placed = [
        (number, one.incident.place)
        for number, one in enumerate(incidents, 1)
        if one.incident.place is not None
    ]
    levels: list[float] = []
    found: list[tuple[float, int, int]] = []
    for number, place in placed:
        x = LEFT + (RIGHT - LEFT) * place / 100
        level = next((n for n, last in enumerate(levels) if x - last >= 2 * RADIUS + 1), len(levels))
        levels[level : level + 1] = [x]
        found.append((x, level, number))
    base = STEP * max(1, len(levels)) + 6
    dots = [Dot(round(x, 1), base - 14 - STEP * level, number) for x, level, number in found]
    return LineShown(dots, base + BELOW, base, said(of, [one.incident.place for one in incidents]))


def said(of: Property, places: Sequence[int | None]) -> str:
    """Return the sentence: how many incidents, between which places, and how many are unplaced."""
    if not places:
        return _("No incident yet.")
    known = sorted(one for one in places if one is not None)
    whole = ngettext("%(num)s incident.", "%(num)s incidents.", len(places)) % {"num": len(places)}
    parts = [whole]
    if known:
        words = ngettext(
            "%(num)s lies at %(first)s, where 0 is “%(from)s” and 100 is “%(to)s”.",
            "%(num)s lie between %(first)s and %(last)s, where 0 is “%(from)s” and 100 is “%(to)s”.",
            len(known),
        )
        ends = {"first": known[0], "last": known[-1], "from": of.from_pole, "to": of.to_pole}
        parts.append(words % {"num": len(known), **ends})
    if unplaced := len(places) - len(known):
        parts.append(ngettext("%(num)s is unplaced.", "%(num)s are unplaced.", unplaced) % {"num": unplaced})
    return " ".join(parts)
