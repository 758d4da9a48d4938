"""What the person takes out of view, or asks to have erased, tells nobody else about itself."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.ledger.ids import Ref
from ownwords.people.access import NotFound
from ownwords.people.actions.erasure import ask_erasure, decide_erasure
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.record.actions.entries import remove_entry
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db
PAGES = ("entry", "entry_history", "entry_change", "entry_reword", "view_add")


@pytest.mark.parametrize("page", PAGES)
def test_what_the_person_took_out_of_view_stands_on_no_page_of_staff(
    sam: Person, staff: Client, page: str
) -> None:
    """DESIGN house rule 2: its history and the form for erasing it are pages too."""
    entry = make.entry(sam, "I want to see the sea.")
    remove_entry(opened=opened_by(sam.account, sam), entry_id=entry.id, version=1, reason="not now")
    assert staff.get(reverse(f"record:{page}", args=[sam.id, entry.id])).status_code == 404


def test_whoever_took_it_out_and_the_person_still_read_its_history(
    sam: Person, worker: Account, staff: Client, own: Client
) -> None:
    """DESIGN house rule 7: nothing is lost, and it can be put back."""
    entry = make.entry(sam, "Sam said that the sea helps.", written_by=worker)
    remove_entry(opened=opened_by(worker, sam), entry_id=entry.id, version=1, reason="wrong record")
    for client in (staff, own):
        page = client.get(reverse("record:entry_history", args=[sam.id, entry.id]))
        assert "the sea helps" in page.content.decode()


def test_why_a_private_entry_shall_be_erased_is_told_only_to_who_decides(
    sam: Person, staff: Client, own: Client, leading: Client
) -> None:
    """refocus R11: a reason tells of the words it is about."""
    private, shared = make.entry(sam, "A secret", visibility="me"), make.entry(sam, "Known to all")
    asked = opened_by(sam.account, sam)
    ask_erasure(opened=asked, thing=Ref("entry", private.id), reason="It names my uncle.")
    ask_erasure(opened=asked, thing=Ref("entry", shared.id), reason="It is over.")
    address = reverse("erasures", args=[sam.id])
    theirs = staff.get(address).content.decode()
    assert "It is over." in theirs
    assert "my uncle" not in theirs
    for client in (own, leading):
        assert "my uncle" in client.get(address).content.decode()


def test_a_request_is_decided_once(sam: Person, lead: Account) -> None:
    """ASVS 2.3.1: a step that was taken is not taken again; the first answer stands."""
    entry = make.entry(sam)
    asked = ask_erasure(
        opened=opened_by(sam.account, sam), thing=Ref("entry", entry.id), reason="It is over."
    )
    leading = opened_by(lead, sam)
    decide_erasure(opened=leading, request_id=asked.id, agreed=False, words="Let us talk first.")
    with pytest.raises(Refused):
        decide_erasure(opened=leading, request_id=asked.id, agreed=False, words="Something else.")
    asked.refresh_from_db()
    assert asked.decision_words == "Let us talk first."


def test_a_request_about_another_record_is_not_found_below_this_one(sam: Person, lead: Account) -> None:
    """platform 11: even for a lead who may open both."""
    jo = make.person(sam.placements.get().team, "Jo")
    entry = make.entry(jo)
    asked = ask_erasure(opened=opened_by(jo.account, jo), thing=Ref("entry", entry.id), reason="It is over.")
    with pytest.raises(NotFound):
        decide_erasure(opened=opened_by(lead, sam), request_id=asked.id, agreed=False, words="No.")
