"""The order in which a team puts things: the place behind the last, and one place up or down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Max

Row = TypeVar("Row", bound=models.Model)


def last_place(rows: models.QuerySet[Any]) -> int:
    """Return the position behind all of these rows, 0 where there is none."""
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1


def one_place_on(rows: Iterable[Row], which: UUID, *, up: bool) -> list[Row] | None:
    """Return rows with one of them a place nearer to the first or the last; None where it stays as it is."""
    order = list(rows)
    at = next((place for place, one in enumerate(order) if one.pk == which), None)
    if at is None:
        return None
    to = at - 1 if up else at + 1
    if not 0 <= to < len(order):
        return None
    order[at], order[to] = order[to], order[at]
    return order
