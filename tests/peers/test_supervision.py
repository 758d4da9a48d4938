"""Supervision and workload belong to the peer worker and their peer supervisor; a lead sees counts of the team."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.peers.actions import supervision as actions
from ownwords.peers.models import Attempt, Channel, Message, RecordingRule, Supervision, SupervisionItem
from ownwords.peers.queries.supervision import team_counts, workload
from ownwords.people.access import NotFound
from ownwords.people.method.small_numbers import limits
from ownwords.people.models import Account, Person, Team
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.measures.pages import key, seen
from tests.peers.between import rule, sql
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def supervisor(sam: Person, peer: Account) -> Account:
    """A peer worker who supervises Sam's peer worker."""
    who = make.staff(sam.placements.get().team, "peer_worker", name="Dee Marsh")
    Supervision.objects.create(peer=peer, supervisor=who, made_by_id=who.id)
    return who


def met(person: Person, peer: Account, under: RecordingRule, **columns: object) -> Attempt:
    """A contact, seen by the team unless said otherwise."""
    first = {"outcome": "met", "means": "out", "started_by": "peer", "visibility": "team", "booked": ""}
    return Attempt.objects.create(
        person=person, with_account=peer, written_by=peer, rule=under, by_peer=True, door_status="open",
        **{**first, **columns},
    )  # fmt: skip


def test_an_administrator_names_and_ends_a_peer_supervisor(
    sam: Person, peer: Account, managing: Client
) -> None:
    """PS-24."""
    other = make.staff(sam.placements.get().team, "peer_worker", name="Dee Marsh")
    form = {"peer": str(peer.id), "supervisor": str(other.id)}
    assert managing.post(reverse("supervisions"), form).status_code == 303
    assert managing.post(reverse("supervisions"), form).status_code == 303
    row = Supervision.objects.get()
    assert "supervised by Dee Marsh" in seen(managing, reverse("supervisions")).text
    managing.post(reverse("supervision_end", args=[row.id]))
    row.refresh_from_db()
    assert row.ends_on == timezone.localdate()


def test_a_peer_supervisor_is_a_peer_worker_and_somebody_else(
    sam: Person, peer: Account, lead: Account
) -> None:
    """PS-24: no line manager."""
    admin = make.viewing(make.appointed(sam.organisation, "administrator"))
    for wrong in (lead.id, peer.id, uuid4()):
        with pytest.raises(Refused):
            actions.start_supervision(viewer=admin, peer_id=peer.id, supervisor_id=wrong)
    with pytest.raises(NotFound):
        actions.start_supervision(viewer=make.viewing(lead), peer_id=peer.id, supervisor_id=peer.id)


def test_what_to_talk_about_is_for_the_two(
    sam: Person, peer: Account, supervisor: Account, peering: Client, leading: Client, lead: Account
) -> None:
    """PS-24: permission test."""
    peering.post(reverse("supervision"), {"words": "Where my story ends", "submission": key()})
    item = SupervisionItem.objects.get()
    other = client_for((supervisor, "peer_worker"))
    page = reverse("supervision_of", args=[peer.id])
    assert "Where my story ends" in seen(other, page).text
    other.post(reverse("supervision_item", args=[peer.id, item.id]), {"version": "1"})
    assert "talked about on" in seen(peering, reverse("supervision")).text
    third = client_for((make.staff(sam.placements.get().team, "peer_worker"), "peer_worker"))
    admin = client_for((make.appointed(sam.organisation, "administrator"), "administrator"))
    for client in (leading, third, admin):
        assert client.get(page).status_code == 404
    for role in ("team_lead", "administrator", "person", "worker", "peer_worker"):
        assert sql(lead, role, "SELECT count(*) FROM peers_supervisionitem") == [(0,)]
    Supervision.objects.update(ends_on=timezone.localdate())
    assert other.get(page).status_code == 404


def test_the_workload_is_counts_for_the_two_and_nobody_else(
    sam: Person, peer: Account, supervisor: Account, lead: Account
) -> None:
    """PS-24: people beside, contacts of four weeks, follow-ups, messages waiting."""
    under, today = rule(sam), timezone.localdate()
    met(sam, peer, under)
    met(sam, peer, under, on=today - timedelta(days=27))
    met(sam, peer, under, on=today - timedelta(days=28))
    met(sam, peer, under, visibility="me")
    met(sam, peer, under, outcome="no_answer", booked="3")
    channel = Channel.objects.create(person=sam, account=peer, switched_by_id=peer.id)
    Message.objects.create(channel=channel, written_by=sam.account, words="Hello")
    for who in (peer, supervisor):
        with seen_by(who.id, "peer_worker"):
            found = workload(peer.id)
            assert found is not None
            assert (found.people, found.contacts, found.follow_ups, found.waiting) == (1, 2, 1, 1)
    for role in ("team_lead", "worker", "administrator", "person"):
        with seen_by(lead.id, role):
            assert workload(peer.id) is None


def beside_many(team: Team, peer: Account, under: RecordingRule, people: int, contact: int) -> None:
    """People with this peer worker, some of them in contact."""
    for number in range(people):
        person = make.person(team)
        make.beside(person, peer, "peer_worker")
        if number < contact:
            met(person, peer, under)


def test_a_lead_sees_counts_of_the_whole_team_with_small_numbers_hidden(
    sam: Person, peer: Account, lead: Account, leading: Client
) -> None:
    """PS-24: line managers see counts only."""
    team, under = sam.placements.get().team, rule(sam)
    viewer, few = make.viewing(lead), limits().small_below
    with seen_by(lead.id, "team_lead"):
        alone = team_counts(viewer, team.id)
    assert (alone.peer_workers, alone.people, alone.in_contact) == (1, None, None)
    second = make.staff(team, "peer_worker", name="Dee Marsh")
    beside_many(team, second, under, 2 * few, few)
    with seen_by(lead.id, "team_lead"):
        found = team_counts(viewer, team.id)
    assert (found.peer_workers, found.people, found.in_contact) == (2, 2 * few + 1, few)
    page = seen(leading, reverse("peer_counts")).text
    assert "Dee Marsh" not in page
    assert peer.name not in page


def test_a_count_from_which_a_small_one_follows_is_hidden(sam: Person, peer: Account, lead: Account) -> None:
    """PS-24; small numbers."""
    team, under, few = sam.placements.get().team, rule(sam), limits().small_below
    second = make.staff(team, "peer_worker")
    beside_many(team, second, under, 2 * few, 2 * few - 1)
    with seen_by(lead.id, "team_lead"):
        found = team_counts(make.viewing(lead), team.id)
    assert found.people is None or found.in_contact is None


def test_no_other_team_and_no_other_role_gets_the_counts(sam: Person, lead: Account, worker: Account) -> None:
    """PS-24."""
    other = make.team(sam.organisation)
    counts = "SELECT count(*) FROM ownwords_peer_counts(%s)"
    assert sql(lead, "team_lead", counts, sam.placements.get().team_id) == [(1,)]
    assert sql(lead, "team_lead", counts, other.id) == [(0,)]
    assert sql(worker, "worker", counts, sam.placements.get().team_id) == [(0,)]
    with pytest.raises(NotFound):
        team_counts(make.viewing(lead), other.id)
