"""Who can see an entry: the person decides, it holds at once, and history is not rewritten."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.models import Account, Person
from ownwords.record.models import Entry
from tests import factories as make
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(sam: Person) -> Entry:
    """Something the team can see."""
    return make.entry(sam, "I want to see the sea.")


def test_hiding_and_sharing_hold_at_once(
    sam: Person, worker: Account, own: Client, staff: Client, entry: Entry
) -> None:
    """refocus R11; platform 18: withdrawal takes effect on the next request."""
    page, address = (reverse(f"record:{name}", args=[sam.id, entry.id]) for name in ("entry", "entry_sight"))
    assert staff.get(page).status_code == 200
    assert own.post(address, {"visibility": "me", "version": "1"}).status_code == 303
    assert staff.get(page).status_code == 404
    assert (
        own.post(address, {"visibility": "named", "named": [str(worker.id)], "version": "2"}).status_code
        == 303
    )
    assert staff.get(page).status_code == 200
    assert "Amina Yusuf" in own.get(page).content.decode()


def test_a_supporter_is_named_on_top_of_the_team(sam: Person, own: Client, entry: Entry) -> None:
    """peer-support PS-01: default denies; sharing opens one thing."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    reading = client_for((sister, "supporter"))
    page, address = (reverse(f"record:{name}", args=[sam.id, entry.id]) for name in ("entry", "entry_sight"))
    assert reading.get(page).status_code == 404
    own.post(address, {"visibility": "team", "named": [str(sister.id)], "version": "1"})
    shown = reading.get(page)
    assert shown.status_code == 200
    assert "Ask for it to be erased" not in shown.content.decode()
    assert reading.get(reverse("record:view_add", args=[sam.id, entry.id])).status_code == 404


def test_staff_cannot_change_who_sees_it(sam: Person, staff: Client, entry: Entry) -> None:
    """DESIGN house rule 2."""
    address = reverse("record:entry_sight", args=[sam.id, entry.id])
    assert staff.get(address).status_code == 404
    assert staff.post(address, {"visibility": "me", "version": "1"}).status_code == 404


def test_naming_nobody_or_a_stranger_is_refused_in_words(sam: Person, own: Client, entry: Entry) -> None:
    """Bad input: ids of other people."""
    stranger = make.account("A stranger")
    address = reverse("record:entry_sight", args=[sam.id, entry.id])
    for named in ([], [str(stranger.id)], ["x"], ["\x00"], [str(sam.account_id)]):
        answer = own.post(address, {"visibility": "named", "named": named, "version": "1"})
        assert answer.status_code == 422
        assert "A stranger" not in answer.content.decode()
    assert own.post(address, {"visibility": "everybody", "version": "1"}).status_code == 422


def test_a_stale_choice_is_asked_again(sam: Person, own: Client, entry: Entry) -> None:
    """platform 17."""
    address = reverse("record:entry_sight", args=[sam.id, entry.id])
    own.post(address, {"visibility": "me", "version": "1"})
    answer = own.post(address, {"visibility": "team", "version": "1"})
    assert answer.status_code == 409
    assert 'name="version" value="2"' in answer.content.decode()
    entry.refresh_from_db()
    assert entry.visibility == "me"


def test_staff_writing_are_not_offered_only_me(sam: Person, staff: Client, own: Client) -> None:
    """What staff write down is never hidden from the person, nor private to staff."""
    address = reverse("record:entry_add", args=[sam.id, "matters"])
    assert 'value="me"' not in staff.get(address).content.decode()
    assert staff.post(address, {"words": "x", "visibility": "me", "said_by": "person"}).status_code == 422
    assert 'value="me"' in own.get(address).content.decode()
