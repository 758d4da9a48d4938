"""Lists across people: only who is reached today, only what is in view, nothing that the person keeps to themselves."""

from __future__ import annotations

import pytest
from django.utils import timezone

from ownwords.people.models import Account, Person
from ownwords.record.models import Share
from ownwords.record.queries.entries import entries_of, visible_entries
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


def test_what_is_out_of_view_is_on_no_list(sam: Person, worker: Account) -> None:
    """docs/record.md: others see nothing of it."""
    kept = make.entry(sam)
    gone = {"removed_at": timezone.now(), "removed_by_id": sam.account_id, "removed_reason": "not now"}
    make.entry(sam, "Something else", **gone)
    assert list(visible_entries(make.viewing(worker))) == [kept]


def test_people_whom_the_team_no_longer_supports_are_on_no_list(sam: Person, worker: Account) -> None:
    """refocus R11; who may see what, today."""
    make.entry(sam)
    sam.placements.update(ends_on=timezone.localdate())
    assert list(visible_entries(make.viewing(worker))) == []


def test_an_entry_that_the_person_keeps_to_themselves_opens_for_nobody_named_before(
    sam: Person, worker: Account
) -> None:
    """Visibility per entry: "only me" is stronger than a name that stands beside it still."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    private = make.entry(sam, "Only mine", visibility="me")
    for who in (sister, worker):
        Share.objects.create(entry=private, person=sam, account=who, made_by_id=sam.account_id)
        assert list(entries_of(opened_by(who, sam))) == list(visible_entries(make.viewing(who))) == []
