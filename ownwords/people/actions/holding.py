"""Letting one change of something happen at a time, where no row can be locked for it."""

from __future__ import annotations

from uuid import UUID

from django.db import connection


def hold(what: str, which: UUID) -> None:
    """Wait until no other transaction holds this, and hold it until one's own transaction ends.

    Args:
        what: a name for the kind of change, such as "matching"; the same wherever such changes are made.
        which: whose, or of what.
    """
    name = f"{what} {which}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
