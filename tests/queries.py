"""Counting what a page asks the database, as it would outside a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

# Only tests wrap a request in a transaction, and so in savepoints, and take the viewer's name back afterwards.
NOT_OUTSIDE = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT", "SELECT set_config('role', 'none'")


@contextmanager
def asked() -> Iterator[list[str]]:
    """Collect the statements that a block sends, without those that only a test sends."""
    statements: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield statements
    statements += [
        query["sql"] for query in captured.captured_queries if not query["sql"].startswith(NOT_OUTSIDE)
    ]
