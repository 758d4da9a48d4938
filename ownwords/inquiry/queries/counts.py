"""How many rows there are by one column: with an index made for it, and with the patience that a million rows need."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from ownwords.inquiry.queries.patience import patient


def counted_by(rows: QuerySet[Any], column: str) -> dict[UUID, int]:
    """Return how many rows have each value of a column; a value that none has is not there (one query).

    Codings are counted out of their index ``coding_counted`` alone, without a look at the rows.
    """
    with patient():
        return dict(rows.order_by().values(column).annotate(n=Count("*")).values_list(column, "n"))
