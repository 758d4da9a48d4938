"""Where things are used: which goals and talks rest on a value, a strength, a preference (R6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef

from ownwords.ledger.models import Link
from ownwords.people.access import Opened
from ownwords.record.models import Entry
from ownwords.record.queries.entries import entries_of

#: What a link can mean: why a goal matters, what it builds on, what a talk or a plan follows.
RELATIONS = WHY, USES, FOLLOWS = ("why", "uses", "follows")


@dataclass(frozen=True, slots=True)
class Use:
    """One entry that rests on another."""

    id: UUID
    kind: str
    words: str


def where_used(opened: Opened, entries: Iterable[Entry]) -> dict[UUID, list[Use]]:
    """Return entry id -> what rests on it, as far as this viewer sees it, newest first (one query for all)."""
    ids = [entry.id for entry in entries]
    links = Link.objects.filter(from_id=OuterRef("pk"), to_id__in=ids)
    rows = (
        entries_of(opened)
        .filter(Exists(links))
        .select_related(None)
        .annotate(rests_on=ArraySubquery(links.values("to_id")))
        .only("id", "kind", "words")
    )
    found: dict[UUID, list[Use]] = {}
    for row in rows:
        for target in dict.fromkeys(row.rests_on):
            found.setdefault(target, []).append(Use(row.id, row.kind, row.words))
    return found


def rests_on(opened: Opened, source_ids: Iterable[UUID], relation: str) -> dict[UUID, list[Entry]]:
    """Return source id -> the entries it rests on in one relation, as far as the viewer sees them (two queries)."""
    links = list(
        Link.objects.filter(
            about_id=opened.person.id, from_id__in=list(source_ids), relation=relation
        ).order_by("made_at", "id")
    )
    targets = entries_of(opened).in_bulk({link.to_id for link in links})
    found: dict[UUID, list[Entry]] = {}
    for link in links:
        if link.to_id in targets:
            found.setdefault(link.from_id, []).append(targets[link.to_id])
    return found
