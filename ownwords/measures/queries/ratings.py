"""Reading ratings with who gave them, and what stood there before they were put right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ownwords.measures.models import Rating
from ownwords.measures.queries.lines import ratings_of, removed_ratings_of
from ownwords.measures.queries.sight import one_of_them
from ownwords.people.access import Opened
from ownwords.people.models import Account

MOST_VERSIONS = 100


def rated_with_names(opened: Opened, line_id: UUID) -> list[Rating]:
    """Return the ratings of a line with who wrote them, by day and, within a day, as they came (one query)."""
    rows = ratings_of(opened).filter(line_id=line_id).select_related("written_by", "transcribed_by", "person")
    return list(rows.order_by("rated_on", "created_at", "id"))


def open_rating(opened: Opened, rating_id: UUID) -> Rating:
    """Return one rating. Raises NotFound when it is missing, or its line is hidden from this viewer."""
    rows = ratings_of(opened).select_related("written_by", "transcribed_by", "line", "wording")
    return one_of_them(rows, rating_id)


def earlier_of(rating: Rating) -> list[Any]:
    """Return what stood there before, newest first: the versions that the database's triggers keep (one query)."""
    versions = rating.events.filter(version__lt=rating.version)  # type: ignore[attr-defined]
    found: dict[int, Any] = {}
    for event in versions.order_by("pgh_id")[:MOST_VERSIONS]:
        found[event.version] = event
    return [found[number] for number in sorted(found, reverse=True)]


def removed_with_names(opened: Opened) -> list[Rating]:
    """Return ratings that are out of view, newest first (one query)."""
    rows = removed_ratings_of(opened).select_related("line", "wording", "written_by", "transcribed_by")
    return list(rows.order_by("-removed_at"))


def names_of(account_ids: set[UUID]) -> dict[UUID, str]:
    """Return account -> name (one query)."""
    return dict(Account.objects.filter(pk__in=account_ids).values_list("id", "name"))
