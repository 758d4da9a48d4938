"""Everything kept about one person, as plain data: the content of `record.json` (docs/copies.md).

Rows are taken with all their columns, so that a new column is in the copy from the day it exists; what is left out
is named here, with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from ownwords.exchange.queries.export_connections import connections_of
from ownwords.exchange.queries.export_measures import measures_of
from ownwords.exchange.queries.export_peers import peers_of, withheld_from
from ownwords.exchange.queries.export_plain import Row, events_of, plain, row, version, with_versions
from ownwords.ledger.models import Act, Link, Look, Outgoing
from ownwords.ledger.sentences import sentence
from ownwords.people.models import (
    ErasureRequest,
    Invitation,
    Person,
    Placement,
    Relationship,
    Team,
    ThingShare,
)
from ownwords.people.parts import part_words
from ownwords.people.queries.people import names_of
from ownwords.record.models import (
    Conversation,
    Draft,
    Entry,
    Goal,
    NotAsked,
    OtherView,
    Preference,
    Share,
    Step,
    Strength,
)

EDITION = 1
DETAILS: tuple[type[Model], ...] = (Goal, Strength, Preference, Conversation)
#: What hangs on an entry; every one has its history.
HANGING: tuple[type[Model], ...] = (*DETAILS, Step, OtherView, Share)
#: What is left of an erased entry: that it was there, and when it went. Nothing else of it is in the copy.
TRACE = ("id", "kind", "created_at", "written_by_id", "removed_at", "removed_by_id", "erased_at")


@dataclass(frozen=True, slots=True)
class Kept:
    """All rows about one person, before they are put into a shape: entries oldest first, and what hangs on each."""

    person: Person
    entries: list[Entry]
    hanging: Mapping[type[Model], Mapping[UUID, list[Any]]]
    events: Mapping[type[Model], Mapping[UUID, list[Any]]]


def copy_of(kept: Kept, day: date) -> Row:
    """Return the whole copy as plain data, made on `day`; the same for the same rows and the same day."""
    person = kept.person
    copy: Row = {
        "format": "ownwords-copy",
        "edition": EDITION,
        "made_on": plain(day),
        "organisation": person.organisation.name,
        "person": with_versions(person),
        "account": with_versions(person.account) if person.account else None,
        "teams": _spans(Placement.objects.filter(person=person)),
        "beside": _spans(Relationship.objects.filter(person=person)),
        "invitations": [
            row(one) for one in Invitation.objects.filter(person=person).order_by("made_at", "id")
        ],
        "entries": [entry_row(kept, entry) for entry in kept.entries],
        "measures": measures_of(person),
        "connections": connections_of(person),
        "peers": peers_of(person),
        "shares": [row(one) for one in ThingShare.objects.filter(person=person).order_by("id")],
        "sharing": [version(one) for one in events_of(ThingShare).filter(person_id=person.pk)],
        "not_asked": [with_versions(one) for one in NotAsked.objects.filter(person=person).order_by("id")],
        "erasure_requests": [row(one) for one in requests_told(person)],
        "drafts": [row(one) for one in own_drafts(person)],
        "links": [row(one) for one in Link.objects.filter(about_id=person.id).order_by("made_at", "id")],
        "messages": [
            row(one) for one in Outgoing.objects.filter(about_id=person.id).order_by("made_at", "id")
        ],
        "looks": _with_words(looks(person), "part", _part),
        "acts": _with_words(acts(person), "verb", sentence),
    }
    copy["names"] = names_in(copy)
    return copy


def everything(person: Person) -> Kept:
    """Read every entry of a person with all that hangs on it (one query a table)."""
    mine = Entry.objects.filter(person=person)
    entries = list(mine.select_related("written_by", "rewording_by").order_by("created_at", "id"))
    return Kept(
        person=person,
        entries=entries,
        hanging={model: _by_entry(model._default_manager.all(), mine) for model in HANGING},
        events={
            Entry: _grouped(events_of(Entry).filter(pgh_obj_id__in=mine.values("pk")), "pgh_obj_id"),
            **{model: _by_entry(events_of(model).all(), mine) for model in HANGING},
        },
    )


def _by_entry(rows: QuerySet[Any], entries: QuerySet[Entry]) -> dict[UUID, list[Any]]:
    return _grouped(rows.filter(entry_id__in=entries.values("pk")), "entry_id")


def _grouped(rows: Iterable[Any], column: str) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for one in rows:
        found.setdefault(getattr(one, column), []).append(one)
    for group in found.values():
        group.sort(key=lambda one: getattr(one, "pgh_id", 0) or str(one.pk))
    return found


def own_drafts(person: Person) -> QuerySet[Draft]:
    """What the person has typed and not saved. Nobody else's drafts: they are seen by who types them alone."""
    if person.account_id is None:
        return Draft.objects.none()
    return Draft.objects.filter(person=person, account_id=person.account_id).order_by("form")


def looks(person: Person) -> QuerySet[Look]:
    """Every look at the record by anybody else, oldest first; while something is withheld, none that says so."""
    found = Look.objects.filter(about_id=person.id)
    if withheld_from(person).exists():
        found = found.exclude(part="list:withheld")
    return found.order_by("at", "id")


def acts(person: Person) -> QuerySet[Act]:
    """Everything done in the record, and what was done with the person's own account, oldest first.

    What is withheld from the person for a time is in no copy of theirs, whoever makes it (PS-05).
    """
    own = Q(about_id__isnull=True) & (
        Q(actor_id=person.account_id, role__in=["", "person"]) | Q(thing_id=person.account_id)
    )
    found = Q(about_id=person.id) | own if person.account_id else Q(about_id=person.id)
    away = Q(thing_kind="safetyshare", thing_id__in=withheld_from(person).values("id"))
    return Act.objects.filter(found).exclude(away).order_by("at", "id")


def requests_told(person: Person) -> QuerySet[ErasureRequest]:
    """Every request to erase something, but none about what is withheld: its reason would tell of it."""
    found = ErasureRequest.objects.filter(person=person)
    away = Q(thing_kind="safetyshare", thing_id__in=withheld_from(person).values("id"))
    return found.exclude(away).order_by("id")


def entry_row(kept: Kept, entry: Entry) -> Row:
    """Return one entry with its details, steps, other views, whom it is shared with, and all earlier versions."""
    if entry.erased_at:
        return {"erased": True, **{name: plain(getattr(entry, name)) for name in TRACE}}
    detail = next((model for model in DETAILS if kept.hanging[model].get(entry.id)), None)
    return {
        **row(entry),
        "details": _detail(kept, detail, entry) if detail else None,
        "steps": _with_events(kept, Step, entry),
        "other_views": _with_events(kept, OtherView, entry),
        "shared_with": [row(one) for one in kept.hanging[Share].get(entry.id, ())],
        "sharing": [version(one) for one in kept.events[Share].get(entry.id, ())],
        "versions": [version(one) for one in kept.events[Entry].get(entry.id, ())],
    }


def _detail(kept: Kept, model: type[Model], entry: Entry) -> Row:
    ours = kept.hanging[model][entry.id][0]
    return {**row(ours), "versions": [version(one) for one in kept.events[model].get(entry.id, ())]}


def _with_events(kept: Kept, model: type[Model], entry: Entry) -> list[Row]:
    """Return the rows of a model below one entry, each with its own versions."""
    events = kept.events[model].get(entry.id, ())
    return [
        {**row(one), "versions": [version(event) for event in events if event.pgh_obj_id == one.pk]}
        for one in kept.hanging[model].get(entry.id, ())
    ]


def _spans(rows: QuerySet[Any]) -> list[Row]:
    return [with_versions(one) for one in rows.order_by("starts_on", "id")]


def names_in(copy: Row) -> dict[str, str]:
    """Return id -> name of every account and team that the copy mentions by id."""
    found: set[str] = set()
    _collect(copy, found)
    ids = [UUID(one) for one in found]
    accounts = names_of(ids)
    teams = dict(Team.objects.filter(pk__in=ids).values_list("pk", "name"))
    return {
        str(one): name for one, name in sorted({**accounts, **teams}.items(), key=lambda pair: str(pair[0]))
    }


#: Columns that hold the id of an account or a team.
NAMING = frozenset(
    "account_id team_id actor_id on_behalf_of_id written_by_id changed_by_id rewording_by_id removed_by_id made_by_id"
    " author_id owner_account_id talked_by_id transcribed_by_id about_account_id closed_by_id outcome_by_id"
    " asked_by_id decided_by_id answered_by_id done_by_id undone_by_id companion_id with_account_id told_by_id"
    " seen_to_by_id peer_id withheld_by_id switched_by_id".split()
)


def _collect(part: Any, found: set[str]) -> None:
    if isinstance(part, list):
        for one in part:
            _collect(one, found)
    elif isinstance(part, dict):
        found.update(value for name, value in part.items() if name in NAMING and value)
        for value in part.values():
            if isinstance(value, list | dict):
                _collect(value, found)


def _with_words(rows: Iterable[Any], column: str, make: Callable[[str], str]) -> list[Row]:
    """Return rows of the ledger, each with the sentence for one of its columns."""
    known: dict[str, str] = {}
    found = []
    for one in rows:
        key = getattr(one, column)
        if key not in known:
            known[key] = make(key)
        found.append({**row(one), "words": known[key]})
    return found


def _part(part: str) -> str:
    try:
        return part_words(part)
    except KeyError:  # a part of a later release, after going back to this one
        return _("a part of the record")
