"""Finding a peer worker: always optional; neither sees why the other said no, or who did (PS-21)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act
from ownwords.peers.actions import matching as actions
from ownwords.peers.models import Match, MatchAnswer, MatchReason, PeerProfile, PeerWish
from ownwords.people.access import NotFound
from ownwords.people.actions.erasure import ask_erasure
from ownwords.people.models import Account, Person, Relationship
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.pages import key, seen
from tests.peers.between import as_person, at, refused, sql
from tests.record.test_erasure import SECRET, decide, places_of
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
SAID = ("yes", "no")


@pytest.fixture
def dee(sam: Person) -> Account:
    """A peer worker of the team who does not stand beside Sam."""
    return make.staff(sam.placements.get().team, "peer_worker", name="Dee Marsh")


@pytest.fixture
def deeing(dee: Account) -> Client:
    """That peer worker, signed in."""
    return client_for((dee, "peer_worker"))


def proposed(sam: Person, dee: Account, worker: Account) -> Match:
    """A proposal that a worker made."""
    return actions.propose_match(opened=opened_by(worker, sam), peer_id=dee.id)


def beside(sam: Person, dee: Account) -> bool:
    """Whether they walk together."""
    return Relationship.objects.filter(
        person=sam, account=dee, kind="peer_worker", ends_on__isnull=True
    ).exists()


@pytest.mark.parametrize("first", ["person", "peer"])
def test_both_say_yes_and_it_begins(
    sam: Person, dee: Account, worker: Account, own: Client, deeing: Client, first: str
) -> None:
    """PS-21: each for themselves, in either order."""
    match = proposed(sam, dee, worker)
    mine = (own, at("match_answer", sam, match.id))
    theirs = (deeing, reverse("offer_answer", args=[match.id]))
    order = (mine, theirs) if first == "person" else (theirs, mine)
    order[0][0].post(order[0][1], {"answer": "yes"})
    assert not beside(sam, dee)
    order[1][0].post(order[1][1], {"answer": "yes"})
    assert beside(sam, dee)
    match.refresh_from_db()
    assert match.began_at is not None
    assert "you walk together now" in seen(deeing, reverse("match_offers")).text


def test_before_it_begins_the_peer_worker_sees_a_name_and_the_words_that_may_be_shown(
    sam: Person, dee: Account, worker: Account, own: Client, deeing: Client
) -> None:
    """PS-21: nothing else of the record."""
    form = {"wanted": "yes", "words": "Somebody who likes the sea", "version": "0"}
    own.post(at("wish", sam), form)
    match = proposed(sam, dee, worker)
    page = seen(deeing, reverse("match_offers")).text
    assert "Sam" in page
    assert "likes the sea" not in page
    own.post(at("wish", sam), {**form, "version": "1", "show_words": "on"})
    assert "likes the sea" in seen(deeing, reverse("match_offers")).text
    for route in ("peer", "match", "notes", "talks"):
        assert deeing.get(at(route, sam)).status_code == 404
    for table in ("match", "peerwish", "matchanswer"):
        assert sql(dee, "peer_worker", f"SELECT count(*) FROM peers_{table}") == [(0,)]
    assert sql(dee, "peer_worker", "SELECT count(*) FROM people_person WHERE id = %s", sam.id) == [(0,)]
    assert match.closed_at is None


@pytest.mark.parametrize("who", ["person", "peer", "closed by staff"])
def test_when_it_does_not_come_about_both_read_the_same_words_and_nobody_learns_who_said_no(
    sam: Person, dee: Account, worker: Account, own: Client, deeing: Client, staff: Client, who: str
) -> None:
    """PS-21: neither sees why, nor who; not in lists, acts, history or the database."""
    match = proposed(sam, dee, worker)
    no = {"answer": "no", "why": SECRET}
    if who == "person":
        own.post(at("match_answer", sam, match.id), no)
    elif who == "peer":
        deeing.post(reverse("offer_answer", args=[match.id]), no)
    else:
        staff.post(at("match_close", sam, match.id), {"version": "1"})
    pages = (
        seen(own, at("match", sam)).text,
        seen(deeing, reverse("match_offers")).text,
        seen(staff, at("match", sam)).text,
    )
    for page in pages:
        assert "this did not come about" in page
    assert SECRET not in pages[2]
    assert SECRET not in (pages[1] if who == "person" else pages[0])
    assert "answered" not in seen(own, reverse("deeds", args=[sam.id])).text
    acts = set(Act.objects.filter(about_id=sam.id).values_list("verb", flat=True))
    assert acts - {"match_closed"} == {"match_proposed"}
    match.refresh_from_db()
    assert match.changed_by_id in (None, worker.id)
    assert sam.account is not None
    other = dee if who == "person" else sam.account
    role = "peer_worker" if who == "person" else "person"
    if who != "closed by staff":
        assert sql(other, role, "SELECT count(*) FROM peers_matchanswer") == [(0,)]
        assert sql(other, role, "SELECT count(*) FROM peers_matchreason") == [(0,)]
    for kind in ("worker", "team_lead", "administrator"):
        assert sql(worker, kind, "SELECT count(*) FROM peers_matchanswer") == [(0,)]
    columns = {field.name for field in Match._meta.get_fields()}
    assert not columns & {"person_answer", "peer_answer", "answer", "reason", "declined_by"}


def test_a_reason_is_kept_for_the_one_who_gave_it(
    sam: Person, dee: Account, worker: Account, own: Client, deeing: Client
) -> None:
    """PS-21."""
    match = proposed(sam, dee, worker)
    deeing.post(reverse("offer_answer", args=[match.id]), {"answer": "no", "why": SECRET})
    assert MatchReason.objects.get().account_id == dee.id
    assert SECRET in seen(deeing, reverse("match_offers")).text
    assert SECRET not in seen(own, at("match", sam)).text


def test_no_hides_every_offer_until_the_person_reopens_it_and_nobody_asks_why(
    sam: Person, dee: Account, worker: Account, own: Client, staff: Client, deeing: Client
) -> None:
    """PS-21: refusal hides the offer until the person reopens it."""
    match = proposed(sam, dee, worker)
    own.post(at("wish", sam), {"wanted": "no", "words": "", "version": "0"})
    match.refresh_from_db()
    assert match.closed_at is not None
    for client in (own, staff):
        page = seen(client, at("match", sam)).text
        assert "Dee Marsh" not in page
        assert "Dee Marsh" not in seen(client, at("match_propose", sam)).text
    with pytest.raises(Refused):
        proposed(sam, dee, worker)
    assert "why" not in {field.name for field in PeerWish._meta.get_fields()}
    own.post(at("wish", sam), {"wanted": "yes", "words": "", "version": "1"})
    assert proposed(sam, dee, worker).closed_at is None


def test_change_to_another_and_back_without_a_reason(
    sam: Person, peer: Account, dee: Account, own: Client
) -> None:
    """PS-21: changed to another peer worker, or restarted."""
    page = own.get(at("peer_end", sam, peer.id)).content.decode()
    assert "textarea" not in page.split("<main")[1]
    own.post(at("peer_end", sam, peer.id))
    assert not beside(sam, peer)
    for who in (dee, peer):
        own.post(at("match_propose", sam), {"peer": str(who.id), "submission": key()})
    assert set(Match.objects.values_list("account_id", flat=True)) == {dee.id, peer.id}


def test_proposed_twice_it_is_one_and_strangers_cannot_be_proposed(
    sam: Person, dee: Account, worker: Account
) -> None:
    """bad input."""
    proposed(sam, dee, worker)
    for wrong in (dee, worker, make.staff(make.team(), "peer_worker")):
        with pytest.raises(Refused):
            proposed(sam, wrong, worker)


def test_a_third_answers_for_nobody(sam: Person, dee: Account, peer: Account, worker: Account) -> None:
    """PS-21: each answers for themselves, also in SQL."""
    match = proposed(sam, dee, worker)
    for who, role in ((worker, "worker"), (peer, "peer_worker"), (worker, "team_lead")):
        assert sql(who, role, "SELECT ownwords_answer_match(%s, 'yes')", match.id) == [("none",)]
    with seen_by(peer.id, "peer_worker"), pytest.raises(NotFound):
        actions.answer_as_peer(viewer=make.viewing(peer), match_id=match.id, answer="yes")
    insert = (
        "INSERT INTO peers_matchanswer (id, match_id, side, answer, given_by_id, given_at)"
        " VALUES (gen_random_uuid(), %s, 'peer', 'yes', %s, now())"
    )
    assert refused(worker, "worker", insert, match.id, worker.id)
    assert not MatchAnswer.objects.exists()


def test_somebody_who_does_not_sign_in_is_asked_by_a_worker(
    dee: Account, sam: Person, worker: Account, deeing: Client
) -> None:
    """people without an account."""
    ann = make.person(sam.placements.get().team, "Ann", signs_in=False)
    match = actions.propose_match(opened=opened_by(worker, ann), peer_id=dee.id)
    client_for((worker, "worker")).post(at("match_answer", ann, match.id), {"answer": "yes"})
    deeing.post(reverse("offer_answer", args=[match.id]), {"answer": "yes"})
    assert beside(ann, dee)


def test_a_peer_worker_says_what_people_may_know_and_whether_they_take_on(
    sam: Person, dee: Account, own: Client, deeing: Client
) -> None:
    """PS-21: a match can state what each would like."""
    form = {"words": "I row", "would_like": "Early risers", "taking_on": "on", "version": "0"}
    deeing.post(reverse("peer_profile"), form)
    page = seen(own, at("match_propose", sam)).text
    assert "I row" in page
    assert "Early risers" in page
    deeing.post(reverse("peer_profile"), {**form, "taking_on": "", "version": "1"})
    assert PeerProfile.objects.get().taking_on is False
    assert "I row" not in seen(own, at("match_propose", sam)).text


def test_two_who_write_the_wish_at_once_lose_nothing(sam: Person, own: Client, staff: Client) -> None:
    """house rule 7."""
    own.post(at("wish", sam), {"wanted": "yes", "words": "Mine", "version": "0"})
    answer = staff.post(at("wish", sam), {"wanted": "yes", "words": "Theirs", "version": "0"})
    assert answer.status_code == 409
    assert "Mine" in answer.content.decode()
    assert "Theirs" in answer.content.decode()


def test_the_words_of_a_wish_are_erased_by_two(sam: Person, lead: Account) -> None:
    """house rule 7 and its exception."""
    actions.set_wish(opened=as_person(sam), version=0, wanted=True, words=f"{SECRET} one")
    actions.set_wish(opened=as_person(sam), version=1, wanted=True, words=f"{SECRET} two")
    asked = ask_erasure(opened=as_person(sam), thing=Ref("peerwish", sam.id), reason="Enough.")
    decide(lead, sam, asked)
    assert places_of(SECRET) == []
