"""Two at one door, one safety share, one proposal at the same moment; each on a connection of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.peers.actions import matching, safety
from ownwords.peers.models import Approach, DoorChange, Match, PeerWish, SafetyReview, SafetyShare
from ownwords.people.models import Account, Person, Placement, Relationship
from tests import factories as make
from tests.around_sam import opened_by
from tests.at_once import at_once, getting, posting
from tests.measures.pages import day_of, key
from tests.peers.at_the_door import at, no_team, today, turned
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4
SOON = timezone.localdate() + timedelta(days=14)


def unfailing(answers: list[Any]) -> bool:
    """Whether everybody got a page or was sent on, and nobody met a fault."""
    return all(isinstance(status, int) and status < 500 for status in answers)


def test_two_come_back_requests_at_once_open_one_door(sam: Person, own: Client) -> None:
    """PS-09: coming back is one press, however often it is pressed; nothing half-written."""
    for number in range(ROUNDS):
        turned(sam, "moved_on")
        no_team(sam)
        before = DoorChange.objects.count()
        forms = [{"submission": key(), "words": f"Hello {number}"} for _ in range(3)]
        answers = at_once(*[posting(own, at("come_back", sam), form) for form in forms])
        assert unfailing(answers), answers
        assert answers.count(303) == 1
        assert Approach.objects.count() == number + 1
        assert DoorChange.objects.count() == before + 1
        assert Placement.objects.filter(person=sam, ends_on__isnull=True).count() == 1


def test_one_come_back_form_sent_three_times_at_once_is_kept_once(sam: Person, own: Client) -> None:
    """platform F6."""
    for number in range(ROUNDS):
        turned(sam, "paused_by_person")
        form = {"submission": key(), "words": "Hello"}
        answers = at_once(*[posting(own, at("come_back", sam), form)] * 3)
        assert answers == [303, 303, 303]
        assert Approach.objects.count() == number + 1


def test_the_person_comes_back_while_a_worker_keeps_that_they_did(
    sam: Person, own: Client, staff: Client
) -> None:
    """One return, whoever keeps it first; the other is told."""
    for number in range(ROUNDS):
        door = turned(sam, "paused_by_person")
        forms = {"submission": key(), "route": "phone", "version": str(door.number)}
        answers = at_once(
            posting(own, at("come_back", sam), {"submission": key()}),
            posting(staff, at("returned", sam), forms),
        )
        assert unfailing(answers), answers
        assert answers.count(303) == 1
        assert Approach.objects.count() == number + 1


def test_a_pause_and_stepping_back_at_once_leave_one_decision(
    sam: Person, own: Client, staff: Client
) -> None:
    """PS-10: nothing half-written; the second is shown how the door stands now."""
    for _round in range(ROUNDS):
        door = turned(sam, "open")
        form = {"version": str(door.number), "submission": key()}
        pause = form | {
            "submission": key(),
            "decided_by": "service",
            "reason": "Nobody",
            **day_of(SOON, "until"),
        }
        answers = at_once(
            posting(own, at("door_turn", sam, "step-back"), form),
            posting(staff, at("door_turn", sam, "pause-by-us"), pause),
        )
        assert sorted(answers) == [303, 409]
        assert DoorChange.objects.latest("number").number == door.number + 1


def test_an_ending_kept_twice_at_once_is_one_ending(sam: Person, staff: Client, leading: Client) -> None:
    """issue's bad input: ending twice."""
    form = {"kind": "moved_away", **day_of(today(3), "on")}
    answers = at_once(*[posting(one, at("door_end", sam), form) for one in (staff, leading, staff)])
    assert unfailing(answers), answers
    assert 303 in answers
    backs = at_once(*[posting(one, at("door_end_back", sam), {}) for one in (staff, leading)])
    assert unfailing(backs), backs


def test_two_leads_withhold_at_once_while_the_person_reads(
    sam: Person, peer: Account, own: Client, leading: Client
) -> None:
    """PS-05: one of the two decides, the other is shown it; the person reads all of it or nothing."""
    other = client_for((make.staff(sam.placements.get().team, "team_lead"), "team_lead"))
    passed = safety.PassedOn("The new address", "The crisis team", "A fire at home", "yes")
    for _round in range(ROUNDS):
        share = safety.pass_on(opened=opened_by(peer, sam), passed=passed)
        form = {"version": "1", "reason": "He reads his phone.", **day_of(SOON, "review_on")}
        answers = at_once(
            *[posting(one, at("safety_share_withhold", sam, share.id), form) for one in (leading, other)],
            getting(own, at("safety_share", sam, share.id)),
        )
        assert sorted(answers[:2]) == [303, 409]
        assert answers[2] in (200, 404)
        assert SafetyReview.objects.filter(share=share).count() == 1
        assert SafetyShare.objects.get(pk=share.id).version == 2
        assert own.get(at("safety_share", sam, share.id)).status_code == 404


@pytest.mark.parametrize("said", [("yes", "yes"), ("yes", "no"), ("no", "no")])
def test_both_answer_a_proposal_at_once_and_each_twice(
    sam: Person, worker: Account, own: Client, said: tuple[str, str]
) -> None:
    """PS-21: it begins once, when both said yes; else it is closed for both, and nobody waits for nothing."""
    for _round in range(ROUNDS):
        dee = make.staff(sam.placements.get().team, "peer_worker")
        match = matching.propose_match(opened=opened_by(worker, sam), peer_id=dee.id)
        theirs = (client_for((dee, "peer_worker")), reverse("offer_answer", args=[match.id]))
        mine = (own, at("match_answer", sam, match.id))
        answers = at_once(
            *[posting(*way, {"answer": one}) for way, one in zip((mine, theirs), said, strict=True)] * 2
        )
        assert unfailing(answers), answers
        match.refresh_from_db()
        assert match.closed_at is not None
        assert (match.began_at is not None) == (said == ("yes", "yes"))
        began = Relationship.objects.filter(person=sam, account=dee, kind="peer_worker").count()
        assert began == (said == ("yes", "yes"))


def test_a_no_to_peer_support_and_a_proposal_at_once_leave_no_open_proposal(
    sam: Person, own: Client, staff: Client
) -> None:
    """PS-21: no means no, whichever came first."""
    for _round in range(ROUNDS):
        dee = make.staff(sam.placements.get().team, "peer_worker")
        PeerWish.objects.update(wanted=None)
        version = PeerWish.objects.filter(person=sam).values_list("version", flat=True).first() or 0
        answers = at_once(
            posting(own, at("wish", sam), {"wanted": "no", "words": "", "version": str(version)}),
            posting(staff, at("match_propose", sam), {"peer": str(dee.id), "submission": key()}),
        )
        assert unfailing(answers), answers
        assert not Match.objects.filter(person=sam, closed_at__isnull=True).exists()
