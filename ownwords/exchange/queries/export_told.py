"""What the page to read shows of connections and peers: each row with its day and what was said, in words.

Ids, versions and what the machinery needs stand in `record.json`; here stands what somebody would want to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Field, Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.exchange.queries import export_connections, export_peers
from ownwords.exchange.queries.export_tables import Table
from ownwords.people.models import Person

Label = str | Promise


@dataclass(frozen=True, slots=True)
class Told:
    """One row: when, its own words first, then what else was said with it; `state` says that it is out of view."""

    when: date | None
    words: str
    parts: tuple[tuple[str, str], ...]
    state: str


@dataclass(frozen=True, slots=True)
class Group:
    """All rows of one table under a heading."""

    key: str
    title: str
    rows: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of one table are told: the heading, the column of the day, of the words, and the others."""

    title: Label
    day: str
    words: str = ""
    columns: Mapping[str, Label] | None = None


CONNECTIONS: Mapping[str, Layout] = {
    "items": Layout(
        gettext_lazy("My map"),
        "created_at",
        "words",
        {
            "what": gettext_lazy("What"),
            "relations": gettext_lazy("How I know them"),
            "ring": gettext_lazy("Ring, 1 the closest"),
            "helps": gettext_lazy("Helps or harms"),
            "gives_me": gettext_lazy("Gives me something"),
            "i_give": gettext_lazy("I give something"),
            "note": gettext_lazy("Note"),
            "ended_on": gettext_lazy("Over since"),
            "ended_as": gettext_lazy("How it ended"),
            "ended_words": gettext_lazy("In my words"),
        },
    ),
    "links": Layout(
        gettext_lazy("Who knows whom"),
        "created_at",
        "",
        {
            "one": gettext_lazy("One"),
            "other": gettext_lazy("The other"),
            "unlinked_at": gettext_lazy("Until"),
        },
    ),
    "copies": Layout(gettext_lazy("Dated copies of the map"), "taken_on", "label"),
    "asked_to_draw": Layout(
        gettext_lazy("Whom I asked to draw with me"),
        "starts_on",
        "words",
        {"account": gettext_lazy("Who"), "ends_on": gettext_lazy("Until")},
    ),
    "suggestions": Layout(
        gettext_lazy("What others suggested"),
        "created_at",
        "words",
        {"written_by": gettext_lazy("Who"), "why": gettext_lazy("Why"), "answer": gettext_lazy("My answer")},
    ),
    "ties": Layout(
        gettext_lazy("How ties came about"),
        "since",
        "origin_words",
        {
            "item": gettext_lazy("With"),
            "renewed": gettext_lazy("Taken up again"),
            "origin": gettext_lazy("How"),
        },
    ),
    "views": Layout(
        gettext_lazy("Who did what"),
        "changed_at",
        "words",
        {
            "tie": gettext_lazy("About"),
            "side": gettext_lazy("Whose view"),
            "written_by": gettext_lazy("Written by"),
            "part": gettext_lazy("The worker's part"),
            "ground": gettext_lazy("How the ground was prepared"),
            "idea": gettext_lazy("Whose idea"),
            "first_contact": gettext_lazy("Who made the first contact"),
            "helped_by": gettext_lazy("Who else helped"),
            "anyway": gettext_lazy("Would it have happened anyway"),
        },
    ),
    "readiness": Layout(
        gettext_lazy("How ready I felt to meet people"),
        "said_on",
        "words",
        {"value": gettext_lazy("From 0 to 10")},
    ),
    "explained": Layout(
        gettext_lazy("Was connecting work explained to me"),
        "said_on",
        "",
        {"answer": gettext_lazy("My answer")},
    ),
    "steps": Layout(
        gettext_lazy("Steps of connecting"),
        "happened_on",
        "words",
        {
            "step_words": gettext_lazy("Step"),
            "wheel": gettext_lazy("Whose step"),
            "together": gettext_lazy("Together"),
            "barrier_words": gettext_lazy("What was in the way"),
            "helped_words": gettext_lazy("What helped"),
            "companion_words": gettext_lazy("With"),
            "companion": gettext_lazy("With"),
        },
    ),
    "interests": Layout(
        gettext_lazy("What I said to things nearby"),
        "created_at",
        "words",
        {"service_words": gettext_lazy("To"), "answer": gettext_lazy("My answer")},
    ),
}
PEERS: Mapping[str, Layout] = {
    "door": Layout(
        gettext_lazy("My door"),
        "on",
        "words",
        {
            "status": gettext_lazy("It became"),
            "decided_by": gettext_lazy("Whose decision"),
            "reason": gettext_lazy("The service's reason"),
            "until": gettext_lazy("Until"),
            "who_to_call": gettext_lazy("Whom to call"),
        },
    ),
    "approaches": Layout(
        gettext_lazy("When I came of my own"), "made_on", "words", {"route": gettext_lazy("How")}
    ),
    "contacts": Layout(
        gettext_lazy("Contacts and attempts"),
        "on",
        "note",
        {
            "with_account": gettext_lazy("With"),
            "started_by": gettext_lazy("Started by"),
            "means": gettext_lazy("How"),
            "outcome": gettext_lazy("What came of it"),
            "booked": gettext_lazy("The appointment"),
            "kind": gettext_lazy("What for"),
            "minutes": gettext_lazy("Minutes"),
            "setting": gettext_lazy("Where"),
            "present": gettext_lazy("Who else was there"),
        },
    ),
    "introductions": Layout(
        gettext_lazy("Introductions"),
        "on",
        "rating_words",
        {
            "from_words": gettext_lazy("From"),
            "to_words": gettext_lazy("To"),
            "how": gettext_lazy("How"),
            "taken_up": gettext_lazy("Taken up"),
            "rating": gettext_lazy("How it was for me, 0 to 10"),
        },
    ),
    "first_face": Layout(
        gettext_lazy("Who met me first"),
        "met_on",
        "words",
        {"account": gettext_lazy("Who"), "answer": gettext_lazy("How it was for me, 0 to 10")},
    ),
    "notes_by_two": Layout(
        gettext_lazy("Notes by two"),
        "created_at",
        "words",
        {
            "peer": gettext_lazy("With"),
            "agreed_at": gettext_lazy("Agreed on"),
            "taken_back_at": gettext_lazy("Taken back on"),
        },
    ),
    "safety_shares": Layout(
        gettext_lazy("Passed on for safety"),
        "shared_on",
        "what",
        {
            "to_whom": gettext_lazy("To whom"),
            "why": gettext_lazy("Why"),
            "told_first": gettext_lazy("Was I told first"),
            "why_not_told": gettext_lazy("Why not"),
            "written_by": gettext_lazy("By whom"),
        },
    ),
    "wishes": Layout(
        gettext_lazy("Whether I would like a peer worker"),
        "changed_at",
        "words",
        {"wanted": gettext_lazy("I would like one")},
    ),
    "support_rated_in": Layout(
        gettext_lazy("How I see peer support"),
        "",
        "words",
        {"domain": gettext_lazy("About"), "value": gettext_lazy("From 0 to 10")},
    ),
}


def connections_told(person: Person) -> tuple[Group, ...]:
    """Return what the page shows of connections; groups with nothing in them are left out."""
    return tuple(_groups(person, export_connections.TABLES, CONNECTIONS, "connections"))


def peers_told(person: Person) -> tuple[Group, ...]:
    """Return what the page shows of peer support."""
    return tuple(_groups(person, export_peers.TABLES, PEERS, "peers"))


def _groups(
    person: Person, tables: Mapping[str, Table], layouts: Mapping[str, Layout], room: str
) -> Iterator[Group]:
    for name, layout in layouts.items():
        rows, ways = tables[name].rows(person), _named_by(tables[name].model, layout)
        # With no way given, `select_related` would join everything.
        rows = rows.select_related(*ways) if ways else rows
        found = tuple(_told(one, layout) for one in rows)
        if found:
            yield Group(f"{room}-{name}", str(layout.title), found)


def _named_by(model: type[Model], layout: Layout) -> list[str]:
    """Return the ways to whatever a row names: an account, something on the map, or a tie's place on it."""
    ways = []
    for name in layout.columns or {}:
        related = model._meta.get_field(name).related_model
        if isinstance(related, type):
            ways.append(f"{name}__item" if hasattr(related, "item") else name)
    return ways


def _told(one: Model, layout: Layout) -> Told:
    words = str(getattr(one, layout.words)) if layout.words else ""
    parts = ((str(label), _shown(one, name)) for name, label in (layout.columns or {}).items())
    state = ""
    if getattr(one, "removed_at", None):
        state = _("out of view: %(reason)s") % {"reason": getattr(one, "removed_reason", "")}
    day = getattr(one, layout.day) if layout.day else None
    return Told(_day(day), words, tuple(part for part in parts if part[1]), state)


def _day(moment: date | datetime | None) -> date | None:
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def _shown(one: Any, name: str) -> str:
    """Return the value of a column in words; "" when there is none."""
    value = getattr(one, name)
    field = one._meta.get_field(name)
    if value is None or value == "":
        return ""
    if field.remote_field:
        return _named(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_chosen(field.base_field, value))
    if field.choices:
        return str(getattr(one, f"get_{name}_display")())
    day = _day(value) if isinstance(value, date | datetime) else None
    return day.strftime("%d/%m/%Y") if day else str(value)


def _named(thing: Any) -> str:
    """Return the name of an account, or the words of what stands on the map."""
    inner = getattr(thing, "item", thing)
    return str(getattr(inner, "name", "") or getattr(inner, "words", ""))


def _chosen(field: Field[Any, Any], values: Iterable[str]) -> list[str]:
    words = dict(field.flatchoices)
    return [str(words.get(value, value)) for value in values]
