"""More time for one long question to the database, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.db import connection

PATIENCE = 20
"""Seconds. An analysis reads every coding of a study; a page that reads one row is still cut off as ever."""


@contextmanager
def patient() -> Iterator[None]:
    """Let the statements of this block take longer than those of a page; outside a transaction there is no limit.

    ``statement_timeout`` of the web service (2.5 seconds, `settings.PATIENCE`) guards against a page that waits or
    reads without an index. Reading a million codings takes about that long on a busy machine although nothing is wrong.
    The connection, which gives up a server that says nothing for three seconds, is told to wait as long, and a little.
    """
    if not connection.in_atomic_block:
        yield
        return
    waiting = getattr(connection.connection, "waiting_at_most", nullcontext)
    with connection.cursor() as cursor, waiting(PATIENCE + 1.0):
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{PATIENCE}s"])
        yield
        cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
