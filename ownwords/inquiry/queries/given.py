"""The studies that a person takes part in, what they may give to one from their own record, and what they gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from ownwords.inquiry.models import AgreedTo, EntryGiven
from ownwords.ledger.ids import Ref
from ownwords.people.access import NotFound, Opened
from ownwords.people.things import Thing, things_named, things_to_choose


@dataclass(frozen=True, slots=True)
class MyStudy:
    """One study that somebody takes part in; ``open``: they may give to it now."""

    participant_id: UUID
    study_id: UUID
    title: str
    question: str
    leads: tuple[str, ...]
    pseudonym: str
    agreed: tuple[str, ...]
    declined: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Given:
    """One entry that was given: its words where the person still keeps them, and the days."""

    id: UUID
    participant_id: UUID
    kind: str
    words: str
    href: str
    given_at: datetime
    taken_back_at: datetime | None


def my_studies(opened: Opened) -> list[MyStudy]:
    """Return the studies that the person takes part in, by title; nothing unless they look themselves (one query)."""
    if not opened.is_own:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT participant, study, title, question, leads, pseudonym, agreed, declined, linked"
            " FROM ownwords_my_studies()"
        )
        return [_study(row) for row in cursor.fetchall()]


def _study(row: tuple[Any, ...]) -> MyStudy:
    who, study, title, question, leads, pseudonym, agreed, declined, linked = row
    said = {to: str(label) for to, label in AgreedTo.choices}
    yes, no = (tuple(said[one] for one in said if one in which) for which in (agreed, declined))
    may = bool(linked) and AgreedTo.PART not in declined
    return MyStudy(who, study, title, question, tuple(leads), pseudonym, yes, no, may)


def open_study_of_mine(opened: Opened, participant_id: UUID) -> MyStudy:
    """Return one study that the person may give to. Raises NotFound."""
    found = next((one for one in my_studies(opened) if one.participant_id == participant_id), None)
    if found is None or not found.open:
        raise NotFound
    return found


def things_to_give(opened: Opened, participant_id: UUID) -> list[Thing]:
    """Return entries with the person's own words that this study does not hold already."""
    held = EntryGiven.objects.filter(participant_id=participant_id, taken_back_at__isnull=True)
    there = set(held.values_list("thing_id", flat=True))
    return [one for one in things_to_choose(opened) if one.by_person and one.ref.id not in there]


def given_by(opened: Opened) -> list[Given]:
    """Return what the person gave to studies, what was taken back too, newest first."""
    rows = list(EntryGiven.objects.filter(person_id=opened.person.id).order_by("-given_at", "-id"))
    refs = [Ref(one.thing_kind, one.thing_id) for one in rows]
    found = {one.ref: one for one in things_named(opened, refs)}
    return [_given(one, found.get(Ref(one.thing_kind, one.thing_id))) for one in rows]


def _given(row: EntryGiven, thing: Thing | None) -> Given:
    kind, words, href = (thing.kind, thing.words, thing.href) if thing else ("", "", "")
    return Given(row.id, row.participant_id, kind, words, href, row.given_at, row.taken_back_at)


def given_still(opened: Opened, given_id: UUID) -> Given:
    """Return one entry that a study still holds. Raises NotFound."""
    found = next((one for one in given_by(opened) if one.id == given_id), None)
    if found is None or found.taken_back_at is not None:
        raise NotFound
    return found
