"""Endings: whose decision it was, what stays open, and a door that stays open too."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from ownwords.ledger.models import Act
from ownwords.people.access import NotFound, open_person, visible_people
from ownwords.people.actions.endings import end_support
from ownwords.people.models import Account, Person, Placement, Team
from ownwords.people.queries.endings import endings_by_team, hidden_when_small
from ownwords.people.queries.looks import what_was_done
from ownwords.people.refusals import Refused
from tests import factories as make
from tests.around_sam import lead, leading, opened_by, own, sam, staff, worker
from tests.signed_in import client_for

__all__ = ["lead", "leading", "own", "sam", "staff", "worker"]


def ended(person: Person, by: Account, decision: str = "agreed", **more: str) -> Placement:
    """Let a worker end the support of the person's team."""
    team_id = person.placements.get().team_id
    return end_support(
        opened=opened_by(by, person), team_id=team_id, decision=decision, reason="We talked it over.", **more
    )


@pytest.mark.django_db
@pytest.mark.parametrize("decision", ["agreed", "service", "person", "other"])
def test_an_ending_keeps_whose_decision_it_was_and_what_stays_open(
    sam: Person, worker: Account, own: Client, decision: str
) -> None:
    """RS-26: the person reads all of it; the team no longer sees the record."""
    ended(sam, worker, decision, stays_open="The benefits appeal, with Jo at the law centre.")
    place = sam.placements.get()
    assert (place.ended_by, place.ends_on) == (decision, timezone.localdate())
    page = own.get(reverse("beside", args=[sam.id])).content.decode()
    assert "The benefits appeal, with Jo at the law centre." in page
    assert str(Placement.Decision(decision).label) in page
    deed = what_was_done(open_person(make.viewing(sam.account), sam.id, part="")).deeds[0]  # type: ignore[arg-type]
    assert (deed.reason, "whose decision" in deed.did) == ("We talked it over.", True)
    assert not visible_people(make.viewing(worker)).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"decision": ""}, "decision"),
        ({"decision": "dropped_out"}, "decision"),
        ({"reason": "  "}, "reason"),
        ({"stays_open": "x" * 2_001}, "stays_open"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_ends(
    sam: Person, worker: Account, typed: dict[str, str], field: str
) -> None:
    """RS-26: "dropped out" is not an offered value, nor accepted when it is sent."""
    given = {"decision": "agreed", "reason": "Moved to Leeds"} | typed
    with pytest.raises(Refused) as no:
        end_support(opened=opened_by(worker, sam), team_id=sam.placements.get().team_id, **given)
    assert list(no.value.messages) == [field]
    assert sam.placements.get().ends_on is None
    assert not Act.objects.filter(verb="placement_ended").exists()


@pytest.mark.django_db
def test_the_page_offers_the_four_answers_and_comes_back_filled(sam: Person, staff: Client) -> None:
    """RS-26, DESIGN 3: agreed, the service earlier, the person earlier, other."""
    address = reverse("stop_supporting", args=[sam.id, sam.placements.get().team_id])
    page = staff.get(address).content.decode()
    for _key, label in Placement.Decision.choices:
        assert str(label) in page
    for banned in ("dropped out", "discharge", "disengaged"):
        assert banned not in page.lower()
    answer = staff.post(address, {"reason": "Moved", "stays_open": "The dentist"})
    assert answer.status_code == 422
    assert "The dentist" in answer.content.decode()
    typed = {"reason": "Moved", "stays_open": "The dentist", "decision": "service"}
    assert staff.post(address, typed)["Location"] == reverse("caseload")
    assert sam.placements.get().ended_by == "service"
    assert staff.get(address).status_code == 404


@pytest.mark.django_db
def test_only_staff_of_the_team_end_its_support(sam: Person) -> None:
    """Nobody ends the support of another team, and a supporter ends none."""
    other = make.staff(make.team(sam.organisation))
    ruth = make.account("Ruth")
    make.beside(sam, ruth, "supporter")
    team_id = sam.placements.get().team_id
    opened = opened_by(ruth, sam, "supporter")
    with pytest.raises(NotFound):
        end_support(opened=opened, team_id=team_id, decision="agreed", reason="x")
    with pytest.raises(NotFound):
        opened_by(other, sam)
    colleague = make.staff(sam.placements.get().team)
    with pytest.raises(NotFound):
        end_support(opened=opened_by(colleague, sam), team_id=make.team().id, decision="agreed", reason="x")


@pytest.mark.django_db
def test_the_person_comes_back_and_the_ending_stays_told(sam: Person, worker: Account, own: Client) -> None:
    """DESIGN 3: returning needs no referral; another place begins, and the first keeps its ending."""
    place = ended(sam, worker, "person")
    own.post(reverse("return_to_team", args=[sam.id]), {"team": str(place.team_id)})
    assert sam.placements.count() == 2
    assert visible_people(make.viewing(worker)).get() == sam
    page = client_for((worker, "worker")).get(reverse("beside", args=[sam.id])).content.decode()
    assert "by the person, earlier than the service had planned" in page


@pytest.mark.django_db
def test_a_worker_of_any_team_welcomes_them_back_without_a_referral(sam: Person, worker: Account) -> None:
    """RS-26: after an ending the team no longer sees the person; name and day of birth, or number, find them."""
    Person.objects.filter(pk=sam.pk).update(nhs_number="9434765919")
    place = ended(sam, worker)
    typed = {
        "called": "Sam", "nhs_number": "943 476 5919", "team": str(place.team_id),
        "new_id": "01a203b1-6d08-7719-9ad3-3ab662531bd8",
    }  # fmt: skip
    again = client_for((worker, "worker"))
    asked = again.post(reverse("new_person"), typed)
    assert asked.status_code == 409
    assert again.post(reverse("new_person"), typed | {"welcome_back": "yes"}).status_code == 302
    assert visible_people(make.viewing(worker)).get() == sam


def endings(team: Team, **many: int) -> None:
    """Make so many endings of a team by each decision."""
    day = timezone.localdate() - timedelta(days=3)
    for decision, number in many.items():
        for _number in range(number):
            who = make.person(team, signs_in=False)
            who.placements.update(ends_on=day, ended_by=decision)


@pytest.mark.django_db
def test_endings_are_counted_by_decision_and_small_numbers_hidden(sam: Person, leading: Client) -> None:
    """RS-26: report of endings by decision; counts only, none of one to four, none by subtraction."""
    team = sam.placements.get().team
    endings(team, agreed=9, service=2, person=6)
    (counted,) = endings_by_team(make.viewing(make.staff(team, "team_lead")))
    assert counted.by_decision == {"agreed": 9, "service": None, "person": None, "other": 0, "": 0}
    assert (counted.people, counted.returned) == (17, 0)
    page = leading.get(reverse("endings")).content.decode()
    assert "hidden" in page
    assert ">9<" in page
    assert ">2<" not in page


@pytest.mark.django_db
def test_a_team_without_endings_has_no_one_to_count(sam: Person, staff: Client) -> None:
    """RS-18: nobody to count is said, not shown as a rate."""
    assert "No one to count yet." in staff.get(reverse("endings")).content.decode()


@given(st.dictionaries(st.sampled_from("abcde"), st.integers(0, 30), min_size=1))
def test_no_hidden_number_can_be_worked_out(counts: dict[str, int]) -> None:
    """Hidden also by subtraction: what is missing from a total is shared by two numbers, or is all there is."""
    shown = hidden_when_small(counts)
    hidden = [key for key, number in shown.items() if number is None]
    assert all(not 0 < number < 5 for number in shown.values() if number is not None)
    assert all(shown[key] in (None, counts[key]) for key in counts)
    others = [number for number in shown.values() if number]
    assert len(hidden) != 1 or not others
    assert not hidden or not others or sum(counts[key] for key in hidden) >= 5
