"""How a code, and the codebook, came to be what they are: read from the versions of codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.codebook_changes import Changed, Entry, compared
from ownwords.inquiry.models import Code
from ownwords.inquiry.queries.codes import Shown, codebook, codebook_at
from ownwords.people.models import Account

PAGE = 50
PARTS = ("definition", "use_when", "not_when", "example")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a code, the version before it (None: the first), and who made it."""

    now: Any
    before: Any | None
    who: str


@dataclass(frozen=True, slots=True)
class Since:
    """The codebook of a past day, and every change from it to today's."""

    shown: list[Shown]
    changes: tuple[Changed[UUID], ...]


def end_of(day: date) -> datetime:
    """Return the last moment of a day, on the service's clock."""
    following = datetime.combine(day + timedelta(days=1), time())
    return timezone.make_aware(following) - timedelta(microseconds=1)


def entry_of(code: Any) -> Entry[UUID]:
    """Return a code, or a version of one, as it is compared."""
    says = tuple((part, getattr(code, part)) for part in PARTS)
    return Entry(code.id, code.name, code.parent_id, says)


def codebook_since(opened: OpenedStudy, day: date) -> Since:
    """Return the codebook as it stood when a day ended, and what has changed since (three queries)."""
    past = codebook_at(opened.study.id, end_of(day))
    present = codebook(opened, counted=False)
    out = Code.objects.filter(study_id=opened.study.id, removed_at__isnull=False)
    merged = dict(out.values_list("id", "merged_into_id"))
    return Since(past, compared(_entries(past), _entries(present), merged))


def _entries(shown: Iterable[Shown]) -> list[Entry[UUID]]:
    return [entry_of(one.code) for one in shown]


def history_of(opened: OpenedStudy, code_id: UUID, before: int | None) -> tuple[list[Version], int | None]:
    """Return up to fifty versions of a code, newest first, from `before` on, and where the next page begins.

    Two queries: the versions, and the names of who made them.
    """
    events = Code.pgh_event_model.objects.filter(study_id=opened.study.id, pgh_obj_id=code_id)  # type: ignore[attr-defined]
    if before is not None:
        events = events.filter(pgh_id__lte=before)
    found = list(events.order_by("-pgh_id")[: PAGE + 1])
    whose = {row.changed_by_id or row.made_by_id for row in found}
    names = dict(Account.objects.filter(pk__in=whose).values_list("id", "name"))
    older = [*found[1:], None] if len(found) <= PAGE else found[1:]
    versions = [
        Version(now, then, names.get(now.changed_by_id or now.made_by_id, ""))
        for now, then in zip(found[:PAGE], older, strict=True)
    ]
    return versions, found[PAGE].pgh_id if len(found) > PAGE else None


def names_of_codes(opened: OpenedStudy) -> dict[UUID, str]:
    """Return the present name of every code of the study, those out of view too (one query)."""
    return dict(Code.objects.filter(study_id=opened.study.id).values_list("id", "name"))
