"""One long question is waited for, by the server and by the connection; whatever comes after it is not."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import connection

from ownwords.config.database import base
from ownwords.inquiry.queries import patience

pytestmark = pytest.mark.django_db


class Waiting:
    """The part of a service's connection that waits."""

    patience = base.PATIENCE
    waiting_at_most = base.PatientConnection.waiting_at_most


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A connection as a service has it, within a transaction of the real database."""
    own = SimpleNamespace(in_atomic_block=True, connection=Waiting(), cursor=connection.cursor)
    monkeypatch.setattr(patience, "connection", own)
    return own


def limits(served: SimpleNamespace) -> tuple[str, float]:
    """Return how long the server works on a statement, and how long the connection waits for it."""
    with served.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return cursor.fetchone()[0], served.connection.patience


def test_a_long_question_is_waited_for_at_both_ends_and_nothing_after_it(
    served: SimpleNamespace,
) -> None:
    """speed: counting a million passages takes longer than a page may, and is no fault."""
    before = limits(served)
    assert before[1] == base.PATIENCE
    with patience.patient():
        assert limits(served) == (f"{patience.PATIENCE}s", patience.PATIENCE + 1.0)
    assert limits(served) == before


def test_a_question_that_fails_takes_the_patience_with_it(served: SimpleNamespace) -> None:
    """speed: the next page waits no longer than before."""
    with pytest.raises(ZeroDivisionError), patience.patient():
        raise ZeroDivisionError
    assert served.connection.patience == base.PATIENCE
