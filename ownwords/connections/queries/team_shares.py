"""Whether connecting was explained, and what maps are made of: counts over the people whom a team supports now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ownwords.connections.method.network import Figure, Why
from ownwords.connections.method.shares import BANDS, UNKNOWN
from ownwords.connections.queries.report import counts_of
from ownwords.people.models import Team

SHARES = ("service", "family", "community")
# One value inside each band, so that the counts can be put back into it.
_INSIDE = {key: Figure(end) for key, end in BANDS} | {UNKNOWN: Figure(why=Why.NOT_DEFINED)}


@dataclass(frozen=True, slots=True)
class Explained:
    """Of the people supported now, how many answered what; "" is no answer, or none that is open to the team.

    ``answers`` is None while fewer than five have answered.
    """

    counted_on: date
    people: int
    answers: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class MapShares:
    """The shares of everybody's map as bands, nobody's own; None while fewer than five people have some."""

    counted_on: date
    people: int
    maps: tuple[Mapping[str, Figure], ...] | None


def explained_to(team: Team) -> Explained | None:
    """Return whether connecting was explained to people; None where the viewer may not see it."""
    found = counts_of(team, "explained")
    if found is None:
        return None
    day, cells = found
    said = {key.removeprefix("said|"): n for key, n in cells.items() if key.startswith("said|")}
    return Explained(day, cells.get("people|", 0), said if "told|" in cells else None)


def map_shares(team: Team) -> MapShares | None:
    """Return the bands that shares of people's maps lie in; None where the viewer may not see it.

    Items marked "only me", or shown to people by name, are in none of them.
    """
    found = counts_of(team, "shares")
    if found is None:
        return None
    day, cells = found
    if "told|" not in cells:
        return MapShares(day, cells.get("people|", 0), None)
    maps: list[Mapping[str, Figure]] = []
    for key, number in cells.items():
        what, *bands = key.split("|")
        if what == "bands":
            maps += [dict(zip(SHARES, (_INSIDE[band] for band in bands), strict=True))] * number
    return MapShares(day, cells.get("people|", 0), tuple(maps))
