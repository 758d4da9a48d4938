"""The second lock on peer support, for whoever reaches the tables: nobody speaks for somebody else."""

from __future__ import annotations

import pytest
from django.utils import timezone

from ownwords.peers.actions.matching import propose_match, set_wish
from ownwords.peers.models import (
    Approach,
    Attempt,
    Channel,
    FidelityAnswer,
    FidelityRating,
    FirstFace,
    Introduction,
    Match,
    PeerWish,
    Supervision,
    SupervisionItem,
)
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from tests import factories as make
from tests.around_sam import opened_by
from tests.peers.at_the_door import attempt
from tests.peers.between import as_person, refused, sql

pytestmark = pytest.mark.django_db


def me(sam: Person) -> Account:
    """The person's own account."""
    assert sam.account is not None
    return sam.account


def mine(sam: Person, by: Account | None) -> dict[str, object]:
    """The columns that say whose a row is."""
    assert by is not None
    return {"person": sam, "written_by": by, "changed_by_id": by.id, "visibility": "team"}


def test_staff_who_see_a_contact_follow_up_and_change_nothing_else_of_it(
    sam: Person, worker: Account, peer: Account
) -> None:
    """PS-12: who kept it, what came of it and who sees it stand as they were told."""
    row = attempt(sam, peer, booked="3", outcome="no_answer")
    jo = make.person(sam.placements.get().team, called="Jo")
    for change in (
        "outcome = 'met'",
        "\"on\" = '2020-01-01'",
        f"written_by_id = '{worker.id}'",
        f"person_id = '{jo.id}'",
        "visibility = 'named'",
        "removed_at = now(), removed_reason = 'x'",
    ):
        assert refused(worker, "worker", f"UPDATE peers_attempt SET {change} WHERE id = %s", row.id), change
    assert refused(peer, "peer_worker", "UPDATE peers_attempt SET visibility = 'me' WHERE id = %s", row.id)
    assert sql(worker, "worker", "UPDATE peers_attempt SET followed_up_at = now() WHERE id = %s", row.id) == 1
    assert Attempt.objects.get(pk=row.pk).outcome == "no_answer"


def test_a_contact_kept_to_the_person_alone_is_not_made_the_team_s(
    sam: Person, worker: Account, peer: Account
) -> None:
    """DESIGN 2: visibility is set by the person."""
    row = attempt(sam, peer, visibility="me")
    for who, role in ((worker, "worker"), (peer, "peer_worker")):
        assert refused(who, role, "UPDATE peers_attempt SET visibility = 'team' WHERE id = %s", row.id)


def test_the_words_of_somebody_who_comes_back_stay_theirs(sam: Person, worker: Account) -> None:
    """PS-09: staff say that it was seen to, and nothing more."""
    row = Approach.objects.create(**mine(sam, me(sam)), route="online", words="I would like to come back")
    assert refused(worker, "worker", "UPDATE peers_approach SET words = 'x' WHERE id = %s", row.id)
    seen = "UPDATE peers_approach SET seen_to_at = now(), seen_to_by_id = %s WHERE id = %s"
    assert sql(worker, "worker", seen, worker.id, row.id) == 1


def test_only_the_person_says_how_an_introduction_or_a_first_meeting_was(
    sam: Person, worker: Account, peer: Account
) -> None:
    """PS-13, PS-14: a number from 0 to 10 is the person's."""
    row = Introduction.objects.create(**mine(sam, worker), from_words="Ward", to_words="Pat", how="in_person")
    assert refused(worker, "worker", "UPDATE peers_introduction SET rating = 10 WHERE id = %s", row.id)
    assert sql(me(sam), "person", "UPDATE peers_introduction SET rating = 4 WHERE id = %s", row.id) == 1
    face = """INSERT INTO peers_firstface (person_id, id, account_id, met_on, words, answer, answered_at,
        version, changed_at) VALUES (%s, gen_random_uuid(), %s, current_date, '', %s, %s, 1, now())"""
    assert refused(worker, "worker", face, sam.id, peer.id, 10, timezone.now())
    assert sql(worker, "worker", face, sam.id, peer.id, None, None) == 1
    again = "UPDATE peers_firstface SET answer = %s, answered_at = now() WHERE person_id = %s"
    assert sql(me(sam), "person", again, 3, sam.id) == 1
    assert refused(me(sam), "person", again, 9, sam.id)
    assert FirstFace.objects.get(person=sam).answer == 3


def test_nobody_takes_back_a_no_that_the_person_said(sam: Person, worker: Account, peer: Account) -> None:
    """PS-21: refusal hides the offer until the person reopens it."""
    set_wish(opened=as_person(sam), version=0, wanted=False, words="Not now")
    as_worker = opened_by(worker, sam)
    for wanted, words in ((None, "Not now"), (True, "Not now"), (False, "Please do")):
        with pytest.raises(Refused):
            set_wish(opened=as_worker, version=1, wanted=wanted, words=words)
    assert refused(worker, "worker", "UPDATE peers_peerwish SET wanted = true WHERE person_id = %s", sam.id)
    with pytest.raises(Refused):
        propose_match(opened=as_worker, peer_id=peer.id)
    new = """INSERT INTO peers_match (id, person_id, written_by_id, account_id, version, created_at, changed_at)
      VALUES (gen_random_uuid(), %s, %s, %s, 1, now(), now())"""
    assert refused(worker, "worker", new, sam.id, worker.id, peer.id)
    set_wish(opened=as_person(sam), version=1, wanted=True, words="Now")
    assert sql(worker, "worker", new, sam.id, worker.id, peer.id) == 1


def test_staff_change_what_they_wrote_down_themselves(sam: Person, worker: Account, lead: Account) -> None:
    """PS-21: what a person said in conversation can be put right by who works with them."""
    set_wish(opened=opened_by(worker, sam), version=0, wanted=False)
    set_wish(opened=opened_by(lead, sam), version=1, wanted=True, words="Somebody my age")
    assert PeerWish.objects.get(person=sam).wanted is True


def test_a_proposal_neither_begins_nor_reopens_by_hand(sam: Person, worker: Account, peer: Account) -> None:
    """PS-21: it begins when both said yes, and what is closed stays closed."""
    columns = {"person": sam, "written_by": worker, "changed_by_id": worker.id, "account": peer}
    row = Match.objects.create(**columns)
    other = make.staff(sam.placements.get().team, "peer_worker")
    begun = "UPDATE peers_match SET began_at = now(), closed_at = now() WHERE id = %s"
    assert refused(worker, "worker", begun, row.id)
    assert refused(worker, "worker", "UPDATE peers_match SET account_id = %s WHERE id = %s", other.id, row.id)
    Match.objects.filter(pk=row.pk).update(closed_at=timezone.now())
    assert refused(worker, "worker", "UPDATE peers_match SET closed_at = NULL WHERE id = %s", row.id)


def test_messages_never_move_to_another_peer_worker(sam: Person, peer: Account) -> None:
    """PS-22: they are between two, whoever of the two changes the row."""
    other = make.staff(sam.placements.get().team, "peer_worker")
    make.beside(sam, other, "peer_worker")
    row = Channel.objects.create(person=sam, account=peer, switched_by_id=peer.id)
    move = "UPDATE peers_channel SET account_id = %s WHERE id = %s"
    assert refused(me(sam), "person", move, other.id, row.id)
    off = 'UPDATE peers_channel SET "on" = false, switched_by_id = %s WHERE id = %s'
    assert refused(me(sam), "person", off, peer.id, row.id)
    assert sql(me(sam), "person", off, sam.account_id, row.id) == 1


def test_a_look_at_the_principles_stays_as_it_was_given(sam: Person, peer: Account) -> None:
    """PS-20: nobody speaks for another side or another team afterwards."""
    team = sam.placements.get().team
    look = FidelityRating.objects.create(team=team, rater="peer", written_by=peer, changed_by_id=peer.id)
    FidelityAnswer.objects.create(rating=look, domain="choice", value=3, words="")
    other = make.team(team.organisation)
    for change in ("rater = 'person'", f"team_id = '{other.id}'", "made_on = '2020-01-01'"):
        assert refused(
            peer, "peer_worker", f"UPDATE peers_fidelityrating SET {change} WHERE id = %s", look.id
        )
    assert refused(
        peer, "peer_worker", "UPDATE peers_fidelityanswer SET value = 1 WHERE rating_id = %s", look.id
    )


def test_an_item_of_supervision_stays_with_its_peer_worker(sam: Person, peer: Account) -> None:
    """PS-24: a supervisor of two moves nothing from one to the other."""
    team = sam.placements.get().team
    above, other = make.staff(team, "peer_worker"), make.staff(team, "peer_worker")
    for one in (peer, other):
        Supervision.objects.create(peer=one, supervisor=above, made_by_id=above.id)
    item = SupervisionItem.objects.create(
        peer=peer, written_by=peer, changed_by_id=peer.id, words="A hard week"
    )
    move = "UPDATE peers_supervisionitem SET peer_id = %s WHERE id = %s"
    assert refused(above, "peer_worker", move, other.id, item.id)
    talked = "UPDATE peers_supervisionitem SET talked_at = now() WHERE id = %s"
    assert sql(above, "peer_worker", talked, item.id) == 1


def test_an_administrator_of_another_organisation_sets_no_rule_here(sam: Person) -> None:
    """PS-04: organisations never mix."""
    here = make.appointed(sam.organisation, "administrator")
    elsewhere = make.appointed(make.team().organisation, "administrator")
    rule = """INSERT INTO peers_recordingrule (id, organisation_id, rule, words, since, set_by_id)
      VALUES (gen_random_uuid(), %s, 'notes_allowed', '', now(), %s)"""
    assert refused(elsewhere, "administrator", rule, sam.organisation_id, elsewhere.id)
    assert sql(here, "administrator", rule, sam.organisation_id, here.id) == 1
