"""Who reaches whom: the rule, its trace, and its lock in the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from ownwords.ledger.models import Look
from ownwords.people.access import NotFound, open_person, show_list, visible_people
from ownwords.people.models import Membership, Person, Placement, Relationship
from ownwords.people.roles import RoleName
from ownwords.people.viewer import holdings, seen_by, viewer_for
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Person:
    """A person with a team."""
    return make.person(called="Sam")


def test_a_worker_reaches_the_people_of_their_team(sam: Person) -> None:
    """DESIGN: staff see people of their teams during their membership, nothing else."""
    worker = make.staff(sam.placements.get().team)
    assert open_person(make.viewing(worker), sam.id, part="record").person == sam


def test_a_look_is_kept_for_the_person_to_read(sam: Person) -> None:
    """DESIGN house rule 8; platform 14."""
    worker = make.staff(sam.placements.get().team)
    open_person(make.viewing(worker), sam.id, part="goals")
    look = Look.objects.get()
    assert (look.actor_id, look.role, look.about_id, look.part) == (worker.id, "worker", sam.id, "goals")


def test_looking_at_ones_own_record_leaves_no_trace(sam: Person) -> None:
    """Every read by anybody else is logged; one's own is nobody's business."""
    open_person(make.viewing(sam.account), sam.id, part="record")
    assert not Look.objects.exists()


def test_a_list_leaves_a_trace_for_each_person_in_it(sam: Person) -> None:
    """DESIGN house rule 8."""
    worker = make.staff(sam.placements.get().team)
    show_list(make.viewing(worker), [sam.id], part="today")
    assert Look.objects.get().part == "list:today"


def test_a_list_that_names_the_viewer_alone_leaves_no_trace(sam: Person) -> None:
    """DESIGN house rule 8: one's own name on one's own page is no look."""
    show_list(make.viewing(sam.account), [sam.id], part="shared")
    assert not Look.objects.exists()


@pytest.mark.parametrize("role", ["worker", "team_lead"])
def test_staff_of_another_team_find_nobody(sam: Person, role: str) -> None:
    """Forbidden is not found: nobody can tell that the person exists."""
    stranger = make.staff(make.team(sam.organisation), role)
    with pytest.raises(NotFound):
        open_person(make.viewing(stranger), sam.id, part="record")
    assert not Look.objects.exists()


def test_a_worker_who_leaves_loses_access_that_day(sam: Person) -> None:
    """The first day on which a membership no longer holds is the day it ends."""
    worker = make.staff(sam.placements.get().team)
    Membership.objects.filter(account=worker).update(ends_on=timezone.localdate())
    assert viewer_for(worker) is None


def test_a_worker_has_access_until_the_day_they_leave(sam: Person) -> None:
    """A membership that ends tomorrow still holds today."""
    worker = make.staff(sam.placements.get().team)
    Membership.objects.filter(account=worker).update(ends_on=timezone.localdate() + timedelta(days=1))
    assert sam in visible_people(make.viewing(worker))


def test_a_team_that_no_longer_supports_somebody_no_longer_reaches_them(sam: Person) -> None:
    """Access follows the placement."""
    worker = make.staff(sam.placements.get().team)
    Placement.objects.update(ends_on=timezone.localdate())
    assert sam not in visible_people(make.viewing(worker))


@pytest.mark.parametrize("role", ["administrator", "researcher"])
def test_administrators_and_researchers_reach_nobody(sam: Person, role: str) -> None:
    """Administrators see no record content, researchers no record at all."""
    who = make.viewing(make.appointed(sam.organisation, role))
    assert not visible_people(who).exists()


def test_a_supporter_reaches_a_person_only_while_invited(sam: Person) -> None:
    """A supporter is invited by the person, and the invitation can end today."""
    sister = make.account("Ruth")
    tie = make.beside(sam, sister, "supporter")
    assert sam in visible_people(make.viewing(sister))
    Relationship.objects.filter(pk=tie.pk).update(ends_on=timezone.localdate())
    assert viewer_for(sister) is None


def test_a_peer_worker_reaches_only_people_they_walk_beside(sam: Person) -> None:
    """peer-support PS-01: default denies."""
    peer = make.staff(sam.placements.get().team, role="peer_worker")
    assert sam not in visible_people(make.viewing(peer))
    make.beside(sam, peer, "peer_worker")
    assert sam in visible_people(make.viewing(peer))


def test_a_peer_worker_who_goes_to_another_trust_takes_nobody_along(sam: Person) -> None:
    """platform 3.4, organisations never mix: what was shared stays with the peer workers of this one, in both locks."""
    today = timezone.localdate()
    peer = make.staff(sam.placements.get().team, role="peer_worker", ends_on=today)
    make.beside(sam, peer, "peer_worker")
    Membership.objects.create(account=peer, team=make.team(), role="peer_worker", starts_on=make.LONG_AGO)
    assert sam not in visible_people(make.viewing(peer))
    with transaction.atomic(), seen_by(peer.id, "peer_worker"):
        assert sam not in Person.objects.all()


def test_a_peer_worker_stays_in_touch_with_somebody_whom_no_team_supports_now(sam: Person) -> None:
    """DESIGN house rule 3: the door stays open."""
    peer = make.staff(sam.placements.get().team, role="peer_worker")
    make.beside(sam, peer, "peer_worker")
    sam.placements.update(ends_on=timezone.localdate())
    assert sam in visible_people(make.viewing(peer))
    with transaction.atomic(), seen_by(peer.id, "peer_worker"):
        assert sam in Person.objects.all()


def test_a_supporter_of_two_no_longer_reaches_the_one_who_ended_it(sam: Person) -> None:
    """Supporters see only what is shared with them, by people beside whom they stand today."""
    sister, jo = make.account(), make.person(called="Jo")
    make.beside(jo, sister, "supporter")
    make.beside(sam, sister, "supporter", ends_on=timezone.localdate())
    assert list(visible_people(make.viewing(sister))) == [jo]


def test_one_account_may_hold_several_roles_and_acts_in_one(sam: Person) -> None:
    """One account may hold several roles; the page says in which one you are."""
    team = sam.placements.get().team
    both = make.staff(team)
    make.beside(sam, both, "supporter")
    Membership.objects.create(account=both, team=team, role="team_lead", starts_on=make.LONG_AGO)
    assert [holding.role for holding in holdings(both.id)] == ["supporter", "worker", "team_lead"]
    assert make.viewing(both, "team_lead").role is RoleName.TEAM_LEAD
    assert make.viewing(both, "administrator").role is RoleName.SUPPORTER


def test_the_rule_in_python_and_the_rule_in_the_database_agree(sam: Person) -> None:
    """platform 12: two locks that open to the same keys."""
    team = sam.placements.get().team
    make.person(team, "Jo")
    make.person(called="Far away")
    worker, lead = make.staff(team), make.staff(team, "team_lead")
    peer, sister = make.staff(team, "peer_worker"), make.account()
    make.beside(sam, peer, "peer_worker")
    make.beside(sam, sister, "supporter")
    left = make.staff(team, ends_on=timezone.localdate())
    admin = make.appointed(team.organisation, "administrator")
    for account in (worker, lead, peer, sister, left, admin, sam.account):
        viewer = viewer_for(account)
        by_rule = set(visible_people(viewer).values_list("called", flat=True)) if viewer else set()
        role = viewer.role if viewer else "worker"
        with transaction.atomic(), seen_by(account.id, role):
            by_lock = set(Person.objects.values_list("called", flat=True))
        assert by_rule == by_lock, account.name


def test_every_request_knows_the_roles_with_one_query(sam: Person, django_assert_num_queries) -> None:
    """platform 33: query budgets."""
    worker = make.staff(sam.placements.get().team)
    with django_assert_num_queries(1):
        viewer_for(worker)
