"""A team's appointments, introductions and first meetings, from counts that a database made. No names, no days.

Cells have keys like "booked|first|5" (an attendance code), "introduced|phone|yes", "face|7" (how the first meeting was,
0 to 10; "face|" is no answer) and "days|3" (from the first attempt to the first meeting or talk; "days|" is not yet).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from ownwords.peers.method.attempts import Attendance
from ownwords.peers.method.introductions import How, Report, TakenUp, report

BANDS = ("same_day", "week", "four_weeks", "later")
FACES = {"low": range(4), "middle": range(4, 7), "high": range(7, 11)}
Codes = Mapping[Attendance, int]


@dataclass(frozen=True, slots=True)
class FirstFaces:
    """How first meetings were, by the people themselves: ``groups`` of answers from 0 to 10 of ``answered``."""

    meetings: int
    answered: int
    groups: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ToFace:
    """Days from the first attempt to the first meeting or talk: so many people in each band, and ``not_yet``."""

    people: int
    bands: Mapping[str, int]
    not_yet: int
    median: float | None


@dataclass(frozen=True, slots=True)
class TeamMeetings:
    """Everything on the page.

    ``tried``: people with an attempt in the period, of whom ``booked`` had an appointment; ``introduced``: people
    with an introduction. ``not_booked``: attempts without an attendance code.
    """

    people: int
    tried: int
    booked: int
    introduced: int
    not_booked: int
    first: Codes
    later: Codes
    introductions: Report
    faces: FirstFaces
    to_face: ToFace


def team_meetings(cells: Mapping[str, int]) -> TeamMeetings:
    """Return the figures of counted cells."""
    split: dict[str, dict[tuple[str, ...], int]] = {}
    for key, count in cells.items():
        name, *rest = key.split("|")
        split.setdefault(name, {})[tuple(rest)] = count
    booked = split.get("booked", {})
    introduced = Counter(
        {(How(how), TakenUp(taken)): count for (how, taken), count in split.get("introduced", {}).items()}
    )
    return TeamMeetings(
        people=cells.get("people", 0),
        tried=cells.get("tried", 0),
        booked=cells.get("booked_people", 0),
        introduced=cells.get("introduced_people", 0),
        not_booked=cells.get("not_booked", 0),
        first=_codes(booked, "first"),
        later=_codes(booked, "later"),
        introductions=report(introduced.elements()),
        faces=_faces({cell[0]: count for cell, count in split.get("face", {}).items()}),
        to_face=_to_face({cell[0]: count for cell, count in split.get("days", {}).items()}),
    )


def _codes(booked: Mapping[tuple[str, ...], int], which: str) -> Codes:
    return {code: booked.get((which, str(code.value)), 0) for code in Attendance}


def _faces(counts: Mapping[str, int]) -> FirstFaces:
    answers = {int(value): count for value, count in counts.items() if value}
    return FirstFaces(
        meetings=sum(counts.values()),
        answered=sum(answers.values()),
        groups={name: sum(answers.get(value, 0) for value in values) for name, values in FACES.items()},
    )


def _to_face(counts: Mapping[str, int]) -> ToFace:
    days = Counter({int(value): count for value, count in counts.items() if value})
    bands = dict.fromkeys(BANDS, 0)
    for value, count in days.items():
        bands[band(value)] += count
    known = sorted(days.elements())
    return ToFace(sum(counts.values()), bands, counts.get("", 0), float(median(known)) if known else None)


def band(days: int) -> str:
    """Return the band of a number of days: the same day, within a week, within four weeks, later."""
    if days <= 0:
        return "same_day"
    return "week" if days <= 7 else "four_weeks" if days <= 28 else "later"
