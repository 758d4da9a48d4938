"""More time for one long question to the database, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

PATIENCE = "20s"
"""An analysis reads every coding of a study. A page that reads one row is still cut off after the usual time."""


@contextmanager
def patient() -> Iterator[None]:
    """Let the statements of this block take longer than those of a page; outside a transaction there is no limit.

    ``statement_timeout`` of the web service (2.5 seconds, `settings.PATIENCE`) guards against a page that waits or
    reads without an index. Reading a million codings takes about that long on a busy machine although nothing is wrong.
    """
    if not connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [PATIENCE])
        yield
        cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
