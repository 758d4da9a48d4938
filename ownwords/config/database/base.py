"""A database that does not answer must not keep a page waiting: who typed something is to hear of it.

PostgreSQL's own time limits (`statement_timeout`) need a server that still works. One that is frozen, or behind a
network that swallows everything, never says anything: here the client stops waiting, and closes the connection.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db.backends.postgresql import base

PATIENCE = 3.0
"""Seconds without an answer after which the server counts as away; more than `statement_timeout` of the settings."""
PATIENCE_FOR_CHECKING = 0.7
"""Seconds for the question whether a connection kept from an earlier request still works."""


class PatientConnection(psycopg.Connection[Any]):
    """A connection on which no single exchange with the server waits longer than `patience` seconds."""

    patience = PATIENCE

    def wait(self, gen: Generator[Any, Any, Any], interval: float = 0.1, timeout: float | None = None) -> Any:
        """Wait for the server. Raises OperationalError, with the connection closed, when it does not answer."""
        try:
            return super().wait(gen, interval, self.patience if timeout is None else timeout)
        except psycopg.OperationalError as fault:
            if fault.sqlstate is None and timeout is None:
                self.pgconn.finish()  # whatever it answers later belongs to a question that nobody asks any more
            raise

    @contextmanager
    def waiting_at_most(self, seconds: float) -> Iterator[None]:
        """Wait no longer than this inside a block."""
        self.patience = seconds
        try:
            yield
        finally:
            self.patience = PATIENCE


class _Patient:
    """psycopg as Django's backend uses it, with our connections."""

    connect = PatientConnection.connect

    def __getattr__(self, name: str) -> Any:
        return getattr(psycopg, name)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend with patient connections."""

    Database = _Patient()  # type: ignore[assignment]

    def is_usable(self) -> bool:
        """Say whether the kept connection still works, without waiting long for a frozen server to say so."""
        if self.connection is None:
            return False
        with self.connection.waiting_at_most(PATIENCE_FOR_CHECKING):
            return bool(super().is_usable())
