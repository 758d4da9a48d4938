"""What queries leave out by themselves: copies, commands and figures read without the database's second lock."""

from __future__ import annotations

import pytest
from django.utils import timezone

from ownwords.peers.actions import matching
from ownwords.peers.actions.approaches import Came, keep_return
from ownwords.peers.actions.door import Turn, change_door
from ownwords.peers.models import Approach, SafetyShare
from ownwords.peers.queries.door import approaches_of
from ownwords.peers.queries.matching import given_answers, peers_to_choose
from ownwords.peers.queries.safety import safety_shares, withheld_by_team
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Membership, Person
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.peers.between import as_person
from tests.peers.test_safety import shared, withheld

pytestmark = pytest.mark.django_db


def test_the_person_is_given_nothing_that_is_withheld(sam: Person, peer: Account, lead: Account) -> None:
    """PS-05: for as long as it is withheld."""
    share = withheld(sam, peer, lead)
    other = shared(sam, peer, what="Another thing")
    assert list(safety_shares(as_person(sam))) == [other]
    assert set(safety_shares(opened_by(lead, sam))) == {share, other}


def test_whoever_passed_something_on_is_given_their_own_alone(
    sam: Person, peer: Account, worker: Account
) -> None:
    """PS-05: colleagues who are no leads see none of it."""
    mine, theirs = shared(sam, worker), shared(sam, peer)
    assert list(safety_shares(opened_by(worker, sam))) == [mine]
    assert list(safety_shares(opened_by(peer, sam))) == [theirs]


def test_a_lead_is_given_what_is_withheld_in_their_own_team_and_not_what_is_erased(
    sam: Person, peer: Account, lead: Account
) -> None:
    """PS-05: the list of what is looked at again."""
    share = withheld(sam, peer, lead)
    elsewhere = make.staff(make.team(), "team_lead")
    assert withheld_by_team(make.viewing(elsewhere, "team_lead")) == []
    assert withheld_by_team(make.viewing(lead, "team_lead")) == [share]
    SafetyShare.objects.filter(pk=share.id).update(erased_at=timezone.now())
    assert withheld_by_team(make.viewing(lead, "team_lead")) == []


def test_what_the_person_answered_to_a_proposal_is_given_to_nobody_else(sam: Person, worker: Account) -> None:
    """PS-21: neither side's answer is in anybody else's reach."""
    dee = make.staff(sam.placements.get().team, "peer_worker")
    match = matching.propose_match(opened=opened_by(worker, sam), peer_id=dee.id)
    assert sam.account is not None
    with seen_by(sam.account.id, "person"):
        matching.answer_for_person(opened=as_person(sam), match_id=match.id, answer="no")
    assert given_answers(as_person(sam)) == {match.id: "no"}
    assert given_answers(opened_by(worker, sam)) == {}


def test_a_peer_worker_who_is_a_person_here_is_not_offered_to_themselves(sam: Person) -> None:
    """PS-21: somebody may be supported by the team that they work in."""
    assert sam.account is not None
    team = sam.placements.get().team
    Membership.objects.create(account=sam.account, team=team, role="peer_worker", starts_on=make.LONG_AGO)
    other = make.staff(team, "peer_worker")
    assert [one.account for one in peers_to_choose(as_person(sam))] == [other]


def test_a_peer_worker_beside_the_person_is_given_every_time_they_came(
    sam: Person, peer: Account, worker: Account
) -> None:
    """PS-09: whoever walks beside somebody hears of it, also where a worker kept it."""
    approach = keep_return(opened=opened_by(worker, sam), came=Came("walked_in"), seen=0)
    assert list(approaches_of(opened_by(peer, sam))) == [approach]
    Approach.objects.update(visibility="me")
    assert list(approaches_of(opened_by(peer, sam))) == []


def test_what_the_person_keeps_to_themselves_is_not_given_to_whoever_wrote_it(
    sam: Person, worker: Account
) -> None:
    """House rule 2: "only me" holds against the writer too."""
    keep_return(opened=opened_by(worker, sam), came=Came("walked_in"), seen=0)
    assert approaches_of(opened_by(worker, sam)).count() == 1
    Approach.objects.update(visibility="me")
    assert approaches_of(opened_by(worker, sam)).count() == 0
    assert approaches_of(as_person(sam)).count() == 1


def test_nobody_decides_for_the_service_in_their_own_name(sam: Person) -> None:
    """PS-10: on their own page the person says what they decide themselves, and nothing else."""
    with pytest.raises(NotFound):
        change_door(opened=as_person(sam), turn=Turn(to="moved_on", decided_by="service"), seen=0)
