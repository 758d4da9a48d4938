"""Hours, endings, supervision and talks at the same moment; nobody meets a fault, nothing stands twice."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.peers.models import AnsweringHours, Attempt, Channel, CompetingEnd, FirstFace, Supervision
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.at_once import at_once, posting
from tests.measures.pages import day_of
from tests.peers.at_the_door import at, kept, rule_of, today, told_of

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


def unfailing(answers: list[object]) -> bool:
    """Whether everybody got a page or was sent on, and nobody met a fault."""
    return all(isinstance(status, int) and status < 500 for status in answers)


def test_an_ending_kept_by_three_at_once_is_one_ending(sam: Person, staff: Client, leading: Client) -> None:
    """issue's bad input: ending twice."""
    for _round in range(ROUNDS):
        form = {"kind": "moved_away", **day_of(today(3), "on")}
        answers = at_once(
            *[posting(one, at("door_end", sam), form) for one in (staff, leading, staff, leading)]
        )
        assert unfailing(answers), answers
        assert CompetingEnd.objects.count() == 1
        backs = at_once(*[posting(one, at("door_end_back", sam), {}) for one in (staff, leading)])
        assert unfailing(backs), backs
        assert not CompetingEnd.objects.exists()


def test_answering_hours_saved_three_times_at_once_stand_once(peer: Account, peering: Client) -> None:
    """PS-22."""
    for number in range(ROUNDS):
        form = {"day_0": f"09:0{number}-12:00"}
        answers = at_once(*[posting(peering, reverse("answering_hours"), form)] * 3)
        assert unfailing(answers), answers
        assert AnsweringHours.objects.filter(account=peer).count() == 1


def test_messages_switched_on_by_both_at_once_are_one_channel(
    sam: Person, peer: Account, own: Client, peering: Client
) -> None:
    """PS-22."""
    switch = at("talk_switch", sam, peer.id)
    for on in ("yes", "no", "yes"):
        answers = at_once(*[posting(one, switch, {"on": on}) for one in (own, peering, own)])
        assert unfailing(answers), answers
        assert Channel.objects.get().on is (on == "yes")


def test_two_first_contacts_at_once_name_one_first_face(
    sam: Person, peer: Account, peering: Client, worker: Account, staff: Client
) -> None:
    """PS-01: whoever met the person first, once; both contacts are kept."""
    told_of(sam, rule_of(sam))
    answers = at_once(
        posting(peering, at("contact_add", sam), kept(with_account=str(peer.id))),
        posting(staff, at("contact_add", sam), kept(with_account=str(worker.id))),
        posting(peering, at("contact_add", sam), kept(with_account=str(peer.id))),
    )
    assert answers == [303, 303, 303]
    assert Attempt.objects.count() == 3
    assert FirstFace.objects.count() == 1


def test_supervision_ended_twice_at_once_is_ended_once(sam: Person, peer: Account, managing: Client) -> None:
    """PS-08."""
    other = make.staff(sam.placements.get().team, "peer_worker")
    for _round in range(ROUNDS):
        row = Supervision.objects.create(peer=peer, supervisor=other, made_by_id=other.id)
        answers = at_once(*[posting(managing, reverse("supervision_end", args=[row.id]), {})] * 3)
        assert unfailing(answers), answers
        row.refresh_from_db()
        assert row.ends_on is not None
