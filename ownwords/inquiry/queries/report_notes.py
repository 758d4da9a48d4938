"""Reflexive notes that a report may show."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Memo, MemoKind
from ownwords.inquiry.queries.sampling import named
from ownwords.inquiry.queries.sight import visible_memos

MOST = 100


def notes_to_choose(opened: OpenedStudy) -> list[tuple[str, str]]:
    """Return the newest hundred reflexive notes in view as (id, its title or first words) (one query)."""
    rows = (
        visible_memos(opened).filter(removed_at__isnull=True, kind=MemoKind.REFLEXIVE).order_by("-id")[:MOST]
    )
    return [(str(one.id), named(one)) for one in rows]


def chosen_notes(opened: OpenedStudy, ids: Collection[UUID]) -> list[Memo]:
    """Return the notes that were chosen, in the order in which they were written (one query)."""
    rows = visible_memos(opened).filter(removed_at__isnull=True, kind=MemoKind.REFLEXIVE, pk__in=ids)
    return list(rows.select_related("made_by").order_by("id")) if ids else []
