"""Other voices beside an entry (RS-13)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.record.actions.views import add_view, withdraw_view
from ownwords.record.models import Entry, OtherView
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(sam: Person) -> Entry:
    """Something Sam said."""
    return make.entry(sam, "I am ready to live alone.")


def test_both_voices_stand_side_by_side(sam: Person, own: Client, staff: Client, entry: Entry) -> None:
    """recovery-support RS-13; refocus R7."""
    address = reverse("record:view_add", args=[sam.id, entry.id])
    assert staff.post(address, {"words": "I worry about the <stairs>."}).status_code == 303
    assert own.post(address, {"words": "I know the stairs."}).status_code == 303
    page = own.get(reverse("record:entry", args=[sam.id, entry.id])).content.decode()
    first, second = page.index("I worry about the &lt;stairs&gt;."), page.index("I know the stairs.")
    assert page.index("I am ready to live alone.") < first < second
    assert "Amina Yusuf" in page


def test_neither_party_takes_back_the_others_view(
    sam: Person, worker: Account, entry: Entry, own: Client
) -> None:
    """recovery-support RS-13: dissent cannot be deleted by the other party."""
    view = add_view(opened=opened_by(worker, sam), entry_id=entry.id, words="I worry.")
    with pytest.raises(NotFound):
        withdraw_view(opened=opened_by(sam.account, sam), view_id=view.id)
    assert own.post(reverse("record:view_withdraw", args=[sam.id, entry.id, view.id])).status_code == 404
    withdraw_view(opened=opened_by(worker, sam), view_id=view.id)
    assert "I worry." not in own.get(reverse("record:entry", args=[sam.id, entry.id])).content.decode()
    assert OtherView.objects.get().words == "I worry."


def test_nobody_adds_a_view_to_what_they_cannot_see(sam: Person, staff: Client) -> None:
    """refocus R11."""
    hidden = make.entry(sam, "mine", visibility="me")
    assert staff.post(reverse("record:view_add", args=[sam.id, hidden.id]), {"words": "x"}).status_code == 404


def test_an_empty_view_is_no_view(sam: Person, staff: Client, entry: Entry) -> None:
    """Bad input."""
    address = reverse("record:view_add", args=[sam.id, entry.id])
    for words in ("", "   \n", "x" * 100_000, "a\x00b"):
        assert staff.post(address, {"words": words}).status_code == 422
    assert not OtherView.objects.exists()
