"""Earlier versions of an entry, from the history that the database's triggers keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery

from ownwords.people.access import Opened
from ownwords.people.models import Account, Visibility
from ownwords.people.roles import TEAM_SIGHT
from ownwords.record.method.differences import compare
from ownwords.record.models import Entry, Kind, OtherView, Share

#: Kinds with a row beside the entry: the name of the relation is that of the kind.
DETAILED = frozenset({Kind.GOAL, Kind.STRENGTH, Kind.PREFERENCE, Kind.CONVERSATION})
MOST_VERSIONS = 200


def _events(entry: Entry) -> QuerySet[Any]:
    return entry.events.order_by("pgh_id")  # type: ignore[attr-defined]


def version_of(entry: Entry, version: int) -> Any | None:
    """Return the event that holds one version as it was last; None when there is none."""
    return _events(entry).filter(version=version).last()


def may_see_version(opened: Opened, entry: Entry) -> Q:
    """Which versions of an entry a viewer may read: what was said to some does not open when others are let in.

    Those that only the person could see stay the person's; those for people named, theirs who were named by then.
    """
    if opened.is_own:
        return Q()
    since = Share.objects.filter(entry=entry, account_id=opened.viewer.account_id).values("made_at")
    named = Q(visibility=Visibility.NAMED, changed_at__gte=Subquery(since))
    return Q(visibility=Visibility.TEAM) | named if opened.viewer.role in TEAM_SIGHT else named


def sees_first_words(opened: Opened, entry: Entry) -> bool:
    """Whether the very first words may be shown: a version that was private stays so after sharing."""
    if opened.is_own or entry.version == 1:
        return True
    return _events(entry).filter(may_see_version(opened, entry), version=1).exists()


def detail_before(entry: Entry) -> dict[str, Any] | None:
    """Return the columns of the row beside an entry before its last change; None when that left it alone."""
    if entry.kind not in DETAILED:
        return None
    latest = version_of(entry, entry.version)
    rows = list(getattr(entry, entry.kind).events.order_by("-pgh_id")[:2])
    if latest is None or len(rows) < 2 or rows[0].pgh_created_at != latest.pgh_created_at:
        return None
    left_out = {"entry_id", "pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id"}
    columns = [field.attname for field in rows[1]._meta.concrete_fields]
    return {name: getattr(rows[1], name) for name in columns if name not in left_out}


def shares_before(entry: Entry) -> set[UUID]:
    """Return who was named for an entry before its last change."""
    latest = version_of(entry, entry.version)
    named: set[UUID] = set()
    for event in _share_events(entry):
        if latest is not None and event.pgh_created_at >= latest.pgh_created_at:
            break
        if event.pgh_label == "insert":
            named.add(event.account_id)
        else:
            named.discard(event.account_id)
    return named


def _share_events(entry: Entry) -> QuerySet[Any]:
    model = Share.events.rel.related_model  # type: ignore[attr-defined]
    return model.objects.filter(entry_id=entry.id).order_by("pgh_id")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an entry. `before` is the number of the one before it, where the viewer may read that too."""

    number: int
    when: datetime
    who: str
    words: str
    rewording: str
    visibility: str
    removed: bool
    before: int | None
    visibility_changed: bool


def versions_of(opened: Opened, entry: Entry) -> list[Version]:
    """Return the versions that this viewer may read, newest first, at most `MOST_VERSIONS` (two queries)."""
    # One version may have several events (its place in a list changed): the last one holds it as it was.
    rows = {row.version: row for row in _events(entry).filter(may_see_version(opened, entry))}
    newest = [rows[number] for number in sorted(rows)][-MOST_VERSIONS:]
    names = names_of(row.changed_by_id for row in newest)
    return [_version(row, rows.get(row.version - 1), names) for row in reversed(newest)]


def _version(row: Any, before: Any | None, names: dict[UUID, str]) -> Version:
    return Version(
        number=row.version,
        when=row.changed_at,
        who=names.get(row.changed_by_id, ""),
        words=row.words,
        rewording=row.rewording,
        visibility=row.visibility,
        removed=row.removed_at is not None,
        before=None if before is None else before.version,
        visibility_changed=before is not None and before.visibility != row.visibility,
    )


Parts = tuple[tuple[str, str], ...]


def words_between(older: str, newer: str) -> Parts:
    """Return what was added and removed, as pairs of kind and text for `words_compared`; () when nothing was."""
    if older == newer:
        return ()
    return tuple((str(piece.kind.value), piece.text) for piece in compare(older, newer))


def names_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names of accounts by id (one query)."""
    return dict(Account.objects.filter(pk__in=set(ids)).values_list("id", "name"))


def views_of(entry: Entry) -> list[OtherView]:
    """Return the other voices beside an entry that still stand, oldest first (one query)."""
    rows = OtherView.objects.filter(entry=entry, withdrawn_at__isnull=True)
    return list(rows.select_related("author").order_by("created_at", "id"))
