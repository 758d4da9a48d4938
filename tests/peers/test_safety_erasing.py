"""Erasing what was passed on for safety: nothing tells of what is withheld, and nothing withheld goes unread."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.ledger.ids import Ref
from ownwords.peers.actions import safety
from ownwords.peers.models import SafetyShare
from ownwords.people.actions.erasure import ask_erasure
from ownwords.people.models import Account, ErasureRequest, Person
from ownwords.people.refusals import Refused
from tests.around_sam import opened_by
from tests.peers.between import sql
from tests.peers.test_safety import SOON, shared

pytestmark = pytest.mark.django_db
COUNT = "SELECT count(*) FROM people_erasurerequest WHERE id = %s"


def asked_then_withheld(sam: Person, worker: Account, lead: Account) -> tuple[SafetyShare, ErasureRequest]:
    """A share that its writer asked to be erased, and that the lead withheld after that."""
    share = shared(sam, worker)
    thing = Ref("safetyshare", share.id)
    request = ask_erasure(opened=opened_by(worker, sam), thing=thing, reason="It names his brother.")
    safety.withhold(
        opened=opened_by(lead, sam),
        share_id=share.id,
        version=1,
        reason="He reads his phone.",
        review_on=SOON,
    )
    return share, request


def test_a_request_about_what_is_withheld_tells_the_person_nothing_until_it_is_released(
    sam: Person, worker: Account, lead: Account, own: Client, leading: Client
) -> None:
    """PS-05: a request and its reason would tell of what is withheld."""
    share, request = asked_then_withheld(sam, worker, lead)
    pages = [reverse(name, args=[sam.id]) for name in ("erasures", "deeds", "looks")]
    for page in pages:
        text = own.get(page).content.decode()
        assert "his brother" not in text
        assert str(share.id) not in text
    decide = reverse("erasure_decide", args=[sam.id, request.id])
    assert own.post(decide, {"answer": "agree"}).status_code == 404
    assert sam.account is not None
    assert sql(sam.account, "person", COUNT, request.id) == [(0,)]
    assert "his brother" in leading.get(pages[0]).content.decode()
    safety.release(opened=opened_by(lead, sam), share_id=share.id, version=2)
    assert "his brother" in own.get(pages[0]).content.decode()


def test_what_is_withheld_is_not_erased_before_the_person_could_read_it(
    sam: Person, worker: Account, lead: Account, leading: Client
) -> None:
    """House rule 2: withheld for a time is the only exception, and erasing it would make it one for good."""
    share, request = asked_then_withheld(sam, worker, lead)
    answer = leading.post(reverse("erasure_decide", args=[sam.id, request.id]), {"answer": "agree"})
    assert answer.status_code < 500
    share.refresh_from_db()
    request.refresh_from_db()
    assert (share.erased_at, request.decided_at) == (None, None)
    refused = reverse("erasure_decide", args=[sam.id, request.id])
    leading.post(refused, {"answer": "refuse", "words": "Not yet."})
    request.refresh_from_db()
    assert request.agreed is False
    with pytest.raises(Refused):
        ask_erasure(opened=opened_by(lead, sam), thing=Ref("safetyshare", share.id), reason="Enough.")
