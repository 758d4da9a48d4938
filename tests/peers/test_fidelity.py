"""How true peer support is to its principles: three views side by side, never one score, never one worker (PS-20)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from ownwords.peers.actions import fidelity as actions
from ownwords.peers.actions.fidelity import Said
from ownwords.peers.method.fidelity import packaged
from ownwords.peers.models import FidelityAnswer, FidelityRating, Supervision
from ownwords.people.access import NotFound
from ownwords.people.checks import walk
from ownwords.people.method.small_numbers import limits
from ownwords.people.models import Account, Person, Team
from ownwords.people.refusals import Refused
from tests import factories as make
from tests.measures.pages import Page, key, seen
from tests.peers.between import as_person, at, refused, sql
from tests.peers.figure_people import on
from tests.record.test_erasure import SECRET
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
FIRST = packaged().domains[0].key


@pytest.fixture
def team(sam: Person) -> Team:
    """Sam's team."""
    return sam.placements.get().team


def rated(team: Team, rater: str, value: int, domain: str = FIRST) -> FidelityRating:
    """Somebody's look at one domain."""
    person = make.person(team) if rater == "person" else None
    who = person.account if person else make.staff(team, "peer_worker")
    rating = FidelityRating.objects.create(team=team, rater=rater, person=person, written_by=who)
    FidelityAnswer.objects.create(rating=rating, domain=domain, value=value)
    return rating


def test_each_side_has_its_form_and_any_domain_may_be_left_out(
    sam: Person, team: Team, peer: Account, own: Client, peering: Client
) -> None:
    """PS-20; P11: people, peer workers, supervisors."""
    form = {FIRST: "0", f"{FIRST}_words": SECRET, "submission": key()}
    assert own.post(at("rate_support", sam), form).status_code == 303
    assert own.post(at("rate_support", sam), form).status_code == 303
    assert (
        peering.post(reverse("rate_as_peer", args=[team.id]), {FIRST: "7", "submission": key()}).status_code
        == 303
    )
    mine = reverse("rate_as_supervisor", args=[team.id])
    assert peering.get(mine).status_code == 404
    other = make.staff(team, "peer_worker")
    Supervision.objects.create(peer=other, supervisor=peer, made_by_id=peer.id)
    assert peering.post(mine, {FIRST: "8", "submission": key()}).status_code == 303
    kept = FidelityAnswer.objects.order_by("rating__created_at").values_list(
        "rating__rater", "value", "words"
    )
    assert list(kept) == [("person", 0, SECRET), ("peer", 7, ""), ("supervisor", 8, "")]


def test_nothing_at_all_or_off_the_scale_is_refused_and_comes_back(sam: Person, own: Client) -> None:
    """bad input."""
    assert own.post(at("rate_support", sam), {"submission": key()}).status_code == 422
    answer = own.post(at("rate_support", sam), {FIRST: "11", f"{FIRST}_words": "Warm", "submission": key()})
    assert answer.status_code == 422
    assert Page(answer).value(f"{FIRST}_words") == "Warm"
    with pytest.raises(Refused):
        actions.rate_as_person(opened=as_person(sam), said={FIRST: Said(11)})
    assert not FidelityRating.objects.exists()


def test_it_names_no_worker() -> None:
    """PS-20: about the support, never about a named worker."""
    columns = {field.name for field in FidelityRating._meta.get_fields()}
    assert not columns & {"about", "peer", "account", "worker"}


def test_the_team_sees_three_views_side_by_side_from_five_raters_on(
    team: Team, leading: Client, staff: Client, peering: Client
) -> None:
    """PS-20: three rater fixture; small numbers."""
    least = limits().raters_from
    for _number in range(least):
        rated(team, "person", 8)
    for _number in range(least):
        rated(team, "peer", 3)
    for client in (leading, staff, peering):
        page = seen(client, reverse("peer_fidelity")).text
        assert "8 (5 answered)" in page
        for words in ("People who are supported", "Peer workers", "Peer supervisors", "too few"):
            assert words in page
    assert sql_rows(team) == [("person", FIRST, 8, least)]


def sql_rows(team: Team) -> object:
    """What the database gives a worker of the team."""
    who = make.staff(team)
    return sql(who, "worker", "SELECT * FROM ownwords_team_fidelity(%s)", team.id)


def test_the_database_gives_no_view_of_too_few_and_nothing_to_strangers(team: Team) -> None:
    """PS-20: a value leaves without who gave it, and not alone."""
    assert limits().raters_from == 5
    for _number in range(5):
        rated(team, "supervisor", 5)
    for _number in range(4):
        rated(team, "person", 5)
    assert sql_rows(team) == []
    rated(team, "supervisor", 6)
    assert sql_rows(team) == [("supervisor", FIRST, 5, 5), ("supervisor", FIRST, 6, 1)]
    stranger = make.staff(make.team(team.organisation))
    read = "SELECT count(*) FROM ownwords_team_fidelity(%s)"
    assert sql(stranger, "worker", read, team.id) == [(0,)]
    admin = make.appointed(team.organisation, "administrator")
    assert sql(admin, "administrator", read, team.id) == [(0,)]
    for role in ("worker", "team_lead", "peer_worker"):
        assert sql(stranger, role, "SELECT count(*) FROM peers_fidelityrating") == [(0,)]
        assert sql(stranger, role, "SELECT count(*) FROM peers_fidelityanswer") == [(0,)]


def test_each_rater_counts_once_with_the_latest_look(team: Team) -> None:
    """PS-20."""
    for _number in range(5):
        rated(team, "person", 8)
    first = FidelityRating.objects.all()[0]
    again = FidelityRating.objects.create(
        team=team, rater="person", person=first.person, written_by=first.written_by
    )
    FidelityAnswer.objects.create(rating=again, domain=FIRST, value=2)
    assert sql_rows(team) == [("person", FIRST, 2, 1), ("person", FIRST, 8, 4)]


def test_nobody_rates_as_somebody_they_are_not(
    sam: Person, team: Team, peer: Account, worker: Account
) -> None:
    """PS-20: in the database too."""
    insert = (
        "INSERT INTO peers_fidelityrating (id, team_id, rater, person_id, written_by_id, made_on, version,"
        " created_at, changed_at) VALUES (gen_random_uuid(), %s, %s, %s, %s, now(), 1, now(), now())"
    )
    assert refused(peer, "peer_worker", insert, team.id, "supervisor", None, peer.id)
    assert refused(peer, "peer_worker", insert, team.id, "person", sam.id, peer.id)
    assert refused(worker, "worker", insert, team.id, "peer", None, worker.id)
    elsewhere = make.team(team.organisation)
    assert refused(peer, "peer_worker", insert, elsewhere.id, "peer", None, peer.id)
    assert not refused(peer, "peer_worker", insert, team.id, "peer", None, peer.id)
    with pytest.raises(NotFound):
        actions.rate_as_peer(viewer=make.viewing(peer), team_id=elsewhere.id, said={FIRST: Said(1)})


def test_there_is_no_way_to_rank_or_to_one_score() -> None:
    """PS-20: no ranking endpoint; house rule 4."""
    patterns = [pattern for pattern, _name, _view in walk(get_resolver()) if "principles" in pattern]
    assert len(patterns) == 3
    assert not [
        one for one in patterns if "<uuid:account_id>" in one or "<uuid:peer_id>" in one or "rank" in one
    ]


def test_a_person_and_an_administrator_have_no_page_of_the_team(sam: Person, own: Client) -> None:
    """PS-20: shown to the team."""
    assert own.get(reverse("peer_fidelity")).status_code == 404
    admin = client_for((make.appointed(sam.organisation, "administrator"), "administrator"))
    assert admin.get(reverse("peer_fidelity")).status_code == 404


def again(rating: FidelityRating, value: int) -> None:
    """The same rater looks again."""
    later = FidelityRating.objects.create(
        team=rating.team, rater=rating.rater, person=rating.person, written_by=rating.written_by
    )
    FidelityAnswer.objects.create(rating=later, domain=rating.answers.get().domain, value=value)


def test_one_new_look_shows_in_no_view_until_enough_of_that_view_and_principle_differ(team: Team) -> None:
    """PS-20; house rule 10: not within the month, nor when raters of another view or principle differ."""
    people = [rated(team, "person", 8) for _number in range(8)]
    peers = [rated(team, "peer", 8) for _number in range(8)]
    before = sql_rows(team)
    assert before == [("peer", FIRST, 8, 8), ("person", FIRST, 8, 8)]
    for one in (*people[:5], *peers[:5]):
        again(one, 2)
    assert sql_rows(team) == before
    with on(timezone.localdate() + timedelta(days=32)):
        assert sql_rows(team) == [("peer", FIRST, 8, 8), ("person", FIRST, 2, 5), ("person", FIRST, 8, 3)]
    again(peers[5], 2)
    with on(timezone.localdate() + timedelta(days=64)):
        assert sql_rows(team)[:2] == [("peer", FIRST, 2, 6), ("peer", FIRST, 8, 2)]  # type: ignore[index]
