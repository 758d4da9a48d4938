"""Appointments, introductions and first meetings of a team, in words. The service's own misses come first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.peers.method.attempts import Attendance
from ownwords.peers.method.introductions import How
from ownwords.peers.method.introductions import Row as Introduced
from ownwords.peers.method.team_meetings import BANDS, FACES, Codes, FirstFaces, TeamMeetings, ToFace
from ownwords.peers.presenters.figures_words import (
    Number,
    Row,
    band_words,
    days,
    kept,
    number,
    percent,
    share,
)
from ownwords.people.method.small_numbers import limits

COLUMNS = ("by_service", "late", "ours", "by_person", "missed", "came", "could", "booked")
WHICH = ("first", "later", "all")


@dataclass(frozen=True, slots=True)
class ShownMeetings:
    """The page of meetings in words. Tables are empty where fewer people than the limit are behind them."""

    people: str
    tried: str
    booked_any: bool
    ours: Sequence[Row]
    missed: Sequence[Row]
    not_booked: str
    introduced_any: bool
    introductions: Sequence[Row]
    faces: str
    face_rows: Sequence[Row]
    to_face: Sequence[Row]
    median: str
    least: int


def show_meetings(found: TeamMeetings) -> ShownMeetings:
    """Put a team's appointments, introductions and first meetings into words."""
    least = limits().small_below
    reach = kept(
        {"people": found.people, "tried": found.tried, "not": found.people - found.tried},
        (("people", ("tried", "not")),),
    )
    booked = attendance(found.first, found.later) if found.booked >= least else {}
    faces = _faces(found.faces)
    to_face = _to_face(found.to_face)
    return ShownMeetings(
        people=number(reach["people"]),
        tried=share(reach["tried"], reach["people"]),
        booked_any=found.booked > 0,
        ours=_ours(booked) if booked else [],
        missed=_missed(booked) if booked else [],
        not_booked=number(kept({"": found.not_booked})[""]),
        introduced_any=found.introduced > 0,
        introductions=[_introduced(row) for row in found.introductions.rows]
        if found.introduced >= least
        else [],
        faces=share(faces["answered"], faces["meetings"]),
        face_rows=[(words, number(faces[name])) for name, words in _face_words().items()],
        to_face=_to_face_rows(to_face),
        median=days(found.to_face.median) if to_face["known"] and found.to_face.median is not None else "",
        least=least,
    )


def attendance(first: Codes, later: Codes) -> dict[str, Number]:
    """Return "first booked", "all missed" and so on, with small numbers kept back over both tables together."""
    cells: dict[str, int] = {}
    for which, codes in (("first", first), ("later", later)):
        cells |= {f"{which} {name}": count for name, count in _columns(codes).items()}
    for name in COLUMNS:
        cells[f"all {name}"] = cells[f"first {name}"] + cells[f"later {name}"]
    sums: list[tuple[str, tuple[str, ...]]] = [
        (f"all {name}", (f"first {name}", f"later {name}")) for name in COLUMNS
    ]
    for which in WHICH:
        sums += [
            (f"{which} {total}", tuple(f"{which} {part}" for part in parts))
            for total, parts in (
                ("ours", ("by_service", "late")),
                ("could", ("missed", "came", "late")),
                ("booked", ("by_service", "by_person", "could")),
                ("booked", ("ours", "by_person", "missed", "came")),
            )
        ]
    return kept(cells, sums)


def _columns(codes: Codes) -> dict[str, int]:
    came = codes[Attendance.ATTENDED] + codes[Attendance.ATTENDED_LATE]
    late, missed = codes[Attendance.TOO_LATE_TO_BE_SEEN], codes[Attendance.MISSED]
    by_service = codes[Attendance.CANCELLED_BY_PROVIDER]
    return {
        "by_service": by_service,
        "late": late,
        "ours": by_service + late,
        "by_person": codes[Attendance.CANCELLED_BY_PERSON],
        "missed": missed,
        "came": came,
        "could": missed + came + late,
        "booked": sum(codes.values()),
    }


def _which_words() -> dict[str, str]:
    return {"first": _("First appointments"), "later": _("Later appointments"), "all": _("All appointments")}


def _ours(cells: Mapping[str, Number]) -> list[Row]:
    return [
        (
            words,
            share(cells[f"{which} ours"], cells[f"{which} booked"]),
            number(cells[f"{which} by_service"]),
            number(cells[f"{which} late"]),
        )
        for which, words in _which_words().items()
    ]


def _missed(cells: Mapping[str, Number]) -> list[Row]:
    return [
        (
            words,
            share(cells[f"{which} missed"], cells[f"{which} could"]),
            share(cells[f"{which} by_person"], cells[f"{which} booked"]),
        )
        for which, words in _which_words().items()
    ]


def _introduced(row: Introduced) -> Row:
    """Return one way of introducing: taken up of known, its interval, and what is beside."""
    words = {How.IN_PERSON: _("in person"), How.PHONE: _("by phone"), How.LETTER: _("by letter only")}
    interval = "–"
    if row.interval is not None:
        ends = {"low": percent(row.interval.low), "high": percent(row.interval.high)}
        interval = _("%(low)s to %(high)s") % ends
    return (
        words[row.how] if row.how else _("All"),
        number(row.made),
        share(row.taken_up, row.known),
        interval,
        number(row.later),
        number(row.unknown),
    )


def _face_words() -> dict[str, str]:
    return {"low": _("0 to 3"), "middle": _("4 to 6"), "high": _("7 to 10")}


def _faces(found: FirstFaces) -> dict[str, Number]:
    cells = {
        "meetings": found.meetings,
        "answered": found.answered,
        "not": found.meetings - found.answered,
        **found.groups,
    }
    return kept(cells, (("meetings", ("answered", "not")), ("answered", tuple(FACES))))


def _to_face(found: ToFace) -> dict[str, Number]:
    cells = {
        "people": found.people,
        "known": found.people - found.not_yet,
        "not_yet": found.not_yet,
        **found.bands,
    }
    return kept(cells, (("people", ("known", "not_yet")), ("known", BANDS)))


def _to_face_rows(cells: Mapping[str, Number]) -> list[Row]:
    words = band_words() | {"not_yet": _("not yet"), "people": _("Everybody first approached then")}
    return [(words[name], number(cells[name])) for name in words]
