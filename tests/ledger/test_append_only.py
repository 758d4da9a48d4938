"""The ledger only ever grows."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import Error

from ownwords.ledger.actions import note_list, note_look
from ownwords.ledger.models import Look

pytestmark = pytest.mark.django_db


def _look() -> Look:
    note_look(actor_id=uuid4(), role="worker", about_id=uuid4(), part="record")
    return Look.objects.get()


def test_a_look_cannot_be_changed_afterwards() -> None:
    """DESIGN: ledger rows are append-only; platform 15."""
    _look()
    with pytest.raises(Error, match=r"append_only|Cannot update"):
        Look.objects.update(part="plan")


def test_a_look_cannot_be_taken_away() -> None:
    """DESIGN: ledger rows are append-only; platform 15."""
    look = _look()
    with pytest.raises(Error, match=r"append_only|Cannot delete"):
        look.delete()


def test_a_list_leaves_one_row_a_day_for_each_person() -> None:
    """DESIGN house rule 8: every look leaves a trace, without alarming the person with a row for each refresh."""
    actor, people = uuid4(), [uuid4(), uuid4()]
    for _ in range(3):
        note_list(actor_id=actor, role="worker", about_ids=people, part="today")
    assert Look.objects.count() == 2
