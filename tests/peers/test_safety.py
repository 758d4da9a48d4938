"""Passed on for safety: a why is needed; the person sees it, unless a second, senior one withholds it for a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act, Look
from ownwords.peers.actions import safety as actions
from ownwords.peers.models import SafetyReview, SafetyShare
from ownwords.people.access import NotFound
from ownwords.people.actions.erasure import ask_erasure
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.pages import Page, day_of, seen
from tests.peers.between import as_person, at, key, refused, sql
from tests.record.test_erasure import SECRET, decide, places_of
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
TOLD = {"what": "The new address", "to_whom": "The crisis team", "why": "A fire at home", "told_first": "yes"}
SOON = timezone.localdate() + timedelta(days=14)
COUNT = "SELECT count(*) FROM peers_safetyshare WHERE id = %s"


def shared(sam: Person, peer: Account, **columns: Any) -> SafetyShare:
    """Something that the peer worker passed on."""
    return actions.pass_on(opened=opened_by(peer, sam), passed=actions.PassedOn(**{**TOLD, **columns}))


def withheld(sam: Person, peer: Account, lead: Account, day: date = SOON) -> SafetyShare:
    """The same, withheld by the lead."""
    share = shared(sam, peer)
    return actions.withhold(
        opened=opened_by(lead, sam), share_id=share.id, version=1, reason="He reads his phone.", review_on=day
    )


@pytest.mark.parametrize("missing", ["what", "to_whom", "why", "told_first"])
def test_a_share_without_one_of_its_parts_is_refused_and_comes_back_filled(
    sam: Person, peer: Account, peering: Client, missing: str
) -> None:
    """PS-05: refused without why."""
    form = {**TOLD, missing: "", "submission": key()}
    answer = peering.post(at("safety_share_add", sam), form)
    assert answer.status_code == 422
    assert not SafetyShare.objects.exists()
    kept = "to_whom" if missing != "to_whom" else "what"
    assert TOLD[kept] in answer.content.decode()


def test_not_told_first_needs_why_not(sam: Person, peer: Account) -> None:
    """PS-05: told yes, or no and why."""
    with pytest.raises(Refused) as no:
        shared(sam, peer, told_first="no")
    assert "why_not_told" in no.value.messages
    assert shared(sam, peer, told_first="no", why_not_told="No time").why_not_told == "No time"


def test_the_person_sees_it_at_once_and_colleagues_who_are_no_leads_do_not(
    sam: Person, peer: Account, worker: Account, own: Client, staff: Client, leading: Client, peering: Client
) -> None:
    """PS-05; house rule 2."""
    peering.post(at("safety_share_add", sam), {**TOLD, "submission": key()})
    share = SafetyShare.objects.get()
    for client in (own, leading, peering):
        assert "A fire at home" in seen(client, at("safety_shares", sam)).text
    assert "A fire at home" not in seen(staff, at("safety_shares", sam)).text
    assert sql(worker, "worker", COUNT, share.id) == [(0,)]


def test_a_lead_withholds_it_with_reason_and_day_and_nothing_tells_the_person(
    sam: Person, peer: Account, lead: Account, own: Client, leading: Client
) -> None:
    """PS-05: withheld by a named senior, with a reason and a review date."""
    share = shared(sam, peer)
    form = {"version": "1", "reason": "He reads his phone.", **day_of(SOON, "review_on")}
    assert leading.post(at("safety_share_withhold", sam, share.id), {**form, "reason": ""}).status_code == 422
    assert leading.post(at("safety_share_withhold", sam, share.id), form).status_code == 303
    assert "A fire" not in seen(own, at("safety_shares", sam)).text
    assert own.get(at("safety_share", sam, share.id)).status_code == 404
    assert sam.account is not None
    assert sql(sam.account, "person", COUNT, share.id) == [(0,)]
    leading.get(reverse("withheld_shares"))
    told = seen(own, reverse("deeds", args=[sam.id])).text + seen(own, reverse("looks", args=[sam.id])).text
    assert "passed something on" not in told
    assert "withheld" not in told
    assert Act.objects.filter(about_id=sam.id, verb="safety_withheld").exists()
    assert Look.objects.filter(about_id=sam.id, part="list:withheld").exists()


def test_released_the_person_reads_it_with_who_withheld_it_and_why(
    sam: Person, peer: Account, lead: Account, own: Client
) -> None:
    """house rule 2: nothing about me that I cannot see, in the end."""
    share = withheld(sam, peer, lead)
    actions.release(opened=opened_by(lead, sam), share_id=share.id, version=2, reason="It is safe now.")
    page = seen(own, at("safety_share", sam, share.id)).text
    for words in ("A fire at home", "He reads his phone.", "It is safe now.", "Lena Hart"):
        assert words in page
    assert "withheld, for a time" in seen(own, reverse("deeds", args=[sam.id])).text


def test_who_wrote_it_cannot_withhold_it_nor_can_any_other_role(
    sam: Person, peer: Account, lead: Account, worker: Account
) -> None:
    """PS-05: a second, senior one."""
    own_lead = opened_by(lead, sam)
    share = actions.pass_on(opened=own_lead, passed=actions.PassedOn(**TOLD))
    with pytest.raises(Refused):
        actions.withhold(opened=own_lead, share_id=share.id, version=1, reason="No", review_on=SOON)
    for who in (worker, peer):
        with pytest.raises(NotFound):
            actions.withhold(
                opened=opened_by(who, sam), share_id=share.id, version=1, reason="No", review_on=SOON
            )
    with pytest.raises(NotFound):
        actions.withhold(opened=as_person(sam), share_id=share.id, version=1, reason="No", review_on=SOON)
    change = (
        "UPDATE peers_safetyshare SET withheld_at = now(), withheld_by_id = %s, withheld_reason = 'x',"
        " review_on = now() WHERE id = %s"
    )
    assert refused(lead, "team_lead", change, lead.id, share.id)
    assert refused(worker, "worker", change, lead.id, share.id)
    assert refused(peer, "peer_worker", change, lead.id, share.id)


@pytest.mark.parametrize("ahead", [0, -1, 93])
def test_the_day_to_look_at_it_again_lies_ahead_and_not_far(
    sam: Person, peer: Account, lead: Account, ahead: int
) -> None:
    """PS-05: bad input."""
    with pytest.raises(Refused):
        withheld(sam, peer, lead, timezone.localdate() + timedelta(days=ahead))
    assert SafetyShare.objects.get().withheld_at is None


def test_when_due_it_stands_on_the_leads_list_and_nothing_happens_by_itself(
    sam: Person, peer: Account, lead: Account, leading: Client, own: Client
) -> None:
    """PS-05: withheld shares appear in a review list when due; nothing automatic."""
    share = withheld(sam, peer, lead)
    assert "Due since" not in seen(leading, reverse("withheld_shares")).text
    SafetyShare.objects.filter(pk=share.id).update(review_on=timezone.localdate() - timedelta(days=3))
    page = seen(leading, reverse("withheld_shares")).text
    assert "Due since" in page
    assert "Sam" in page
    assert "A fire" not in seen(own, at("safety_shares", sam)).text
    other = client_for((make.staff(make.team(sam.organisation), "team_lead"), "team_lead"))
    assert "Sam" not in seen(other, reverse("withheld_shares")).text
    again = SOON + timedelta(days=20)
    form = {"version": "2", "reason": "Still.", **day_of(again, "review_on")}
    leading.post(at("safety_share_withhold", sam, share.id), form)
    share.refresh_from_db()
    assert (share.review_on, share.withheld_reason) == (again, "Still.")
    assert list(SafetyReview.objects.order_by("made_at").values_list("decision", flat=True)) == [
        "withheld",
        "kept",
    ]


def test_what_was_told_never_changes_in_the_database(sam: Person, peer: Account, lead: Account) -> None:
    """PS-05: as it was told."""
    share = shared(sam, peer)
    assert refused(lead, "team_lead", "UPDATE peers_safetyshare SET what = 'less' WHERE id = %s", share.id)


def test_two_leads_at_once_lose_nothing(sam: Person, peer: Account, lead: Account, leading: Client) -> None:
    """house rule 7: a conflict comes back filled."""
    share = withheld(sam, peer, lead)
    answer = leading.post(at("safety_share_release", sam, share.id), {"version": "1", "reason": "Typed"})
    assert answer.status_code == 409
    assert Page(answer).value("reason") == "Typed"


def test_erased_by_two_nothing_is_left_of_the_words(sam: Person, peer: Account, lead: Account) -> None:
    """house rule 7 and its exception."""
    share = shared(sam, peer, what=SECRET, to_whom=SECRET, why=SECRET, told_first="no", why_not_told=SECRET)
    other = make.staff(sam.placements.get().team, "team_lead")
    actions.withhold(
        opened=opened_by(other, sam), share_id=share.id, version=1, reason=SECRET, review_on=SOON
    )
    actions.release(opened=opened_by(other, sam), share_id=share.id, version=2, reason=SECRET)
    asked = ask_erasure(opened=as_person(sam), thing=Ref("safetyshare", share.id), reason="Enough.")
    decide(lead, sam, asked)
    assert places_of(SECRET) == []
