"""People's details: seen, changed, kept apart when two change them at once; somebody new, and nobody twice."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.people.access import NotFound, open_person
from ownwords.people.actions.endings import end_support
from ownwords.people.actions.people import Details, change_details, sort_key_of
from ownwords.people.models import Person, PersonEvent, Relationship, Team  # type: ignore[attr-defined]
from ownwords.people.refusals import Refused, StaleEdit
from tests import factories as make
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
NUMBER, OTHER_NUMBER = "9990000018", "9990000034"


@pytest.fixture
def team() -> Team:
    """A team."""
    return make.team()


@pytest.fixture
def worker(team: Team) -> Client:
    """A worker of the team, signed in."""
    return client_for((make.staff(team, name="Amina Yusuf"), "worker"))


def typed(**fields: object) -> dict[str, object]:
    """What the form for details sends, empty unless told otherwise."""
    return {"version": 1, "called": "Sam", "interpreter": "", **fields}


def newcomer(team: Team, **fields: object) -> dict[str, object]:
    """What the form for somebody new sends."""
    return {"new_id": str(uuid4()), "called": "Sam", "team": str(team.id), **fields}


def test_a_worker_changes_details_and_they_are_kept_with_their_history(team: Team, worker: Client) -> None:
    """Promised: a person; DESIGN house rule 7."""
    sam = make.person(team, "Sam")
    answer = worker.post(
        reverse("edit_details", args=[sam.id]),
        typed(
            called="Samira",
            pronouns="she/her",
            date_of_birth_day="27",
            date_of_birth_month="3",
            date_of_birth_year="1985",
            nhs_number="999 000 0018",
            interpreter="no",
            needs=["easy-read", "more-time"],
            ethnicity_code="Z",
        ),
    )
    assert answer.status_code == 302
    sam.refresh_from_db()
    assert (sam.called, sam.sort_key, sam.nhs_number) == ("Samira", "samira", NUMBER)
    assert (sam.date_of_birth, sam.interpreter, sam.version) == (date(1985, 3, 27), False, 2)
    assert sam.needs == ["easy-read", "more-time"]
    assert sam.account is not None
    assert sam.account.name == "Samira"
    act = Act.objects.get(verb="person_changed")
    assert "called" in act.fields_changed
    assert "phone" not in act.fields_changed
    assert PersonEvent.objects.filter(pgh_obj_id=sam.id).count() == 2


def test_not_asked_rather_not_say_and_no_are_different_things(team: Team, worker: Client) -> None:
    """DESIGN house rule 5."""
    sam = make.person(team, "Sam")
    page = worker.get(reverse("details", args=[sam.id])).content.decode()
    assert page.count("Not asked yet") == 2
    worker.post(reverse("edit_details", args=[sam.id]), typed(interpreter="no", ethnicity_code="Z"))
    page = worker.get(reverse("details", args=[sam.id])).content.decode()
    assert "Not asked yet" not in page
    assert "Not wanted" in page
    assert "Would rather not say" in page


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("called", "  ", "required"),
        ("called", "\u200b\u200b", "Any name will do"),
        ("nhs_number", "9990000019", "mistyped"),
        ("email", "not an address", "valid"),
        ("needs", "no-such-need", "not one of"),
        ("ethnicity_words", "Cornish", "not both"),
        ("date_of_birth_year", "85", "four figures"),
        ("date_of_birth_month", "13", "no such day"),
    ],
)
def test_a_refused_form_comes_back_filled(
    team: Team, worker: Client, field: str, value: str, says: str
) -> None:
    """DESIGN house rule 7; platform bad input."""
    sam = make.person(team, "Sam")
    fields = typed(
        contact_wishes="Never before noon",
        ethnicity_code="A" if field == "ethnicity_words" else "",
        date_of_birth_day="1" if "birth" in field else "",
        date_of_birth_month="2" if "birth" in field else "",
        date_of_birth_year="1985" if "birth" in field else "",
    )
    answer = worker.post(reverse("edit_details", args=[sam.id]), fields | {field: value})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert says in page
    assert "Never before noon" in page
    sam.refresh_from_db()
    assert sam.version == 1


def test_two_people_editing_the_second_sees_both_and_chooses(team: Team, worker: Client) -> None:
    """platform 17: a stale save gives both versions to choose from; nothing is overwritten silently."""
    sam = make.person(team, "Sam", phone="01632 960 111")
    address = reverse("edit_details", args=[sam.id])
    worker.post(address, typed(phone="01632 960 222"))
    answer = worker.post(address, typed(phone="01632 960 333", version=1))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "What stands there now" in page
    assert "01632 960 222" in page
    assert "01632 960 333" in page
    sam.refresh_from_db()
    assert sam.phone == "01632 960 222"
    again = worker.post(address, typed(phone="01632 960 333", version=2, look_again="yes"))
    assert again.status_code == 200
    assert "01632 960 333" in again.content.decode()
    worker.post(address, typed(phone="01632 960 333", version=2))
    sam.refresh_from_db()
    assert sam.phone == "01632 960 333"


def test_a_stale_edit_carries_what_stands_there_now(team: Team) -> None:
    """platform 17."""
    sam = make.person(team, "Sam")
    opened = open_person(make.viewing(make.staff(team)), sam.id, part="details")
    change_details(opened=opened, details=Details("Samuel"), version=1)
    with pytest.raises(StaleEdit) as stale:
        change_details(opened=opened, details=Details("Samira"), version=1)
    assert stale.value.current.called == "Samuel"


def test_people_change_their_own_details_but_not_the_nhs_number(team: Team) -> None:
    """ASVS 8.2.3: a person edits their own details; typing numbers in must not tell whose are known here."""
    make.person(team, "Jo", nhs_number=OTHER_NUMBER)
    sam = make.person(team, "Sam", nhs_number=NUMBER)
    client = client_for((sam.account, "person"))
    answer = client.post(
        reverse("edit_details", args=[sam.id]), typed(pronouns="they/them", nhs_number=OTHER_NUMBER)
    )
    assert answer.status_code == 302
    sam.refresh_from_db()
    assert (sam.pronouns, sam.nhs_number) == ("they/them", NUMBER)


def test_a_supporter_does_not_see_details(team: Team) -> None:
    """Supporters see what is shared with them and nothing else."""
    sam, sister = make.person(team, "Sam"), make.account("Ruth")
    make.beside(sam, sister, "supporter")
    opened = open_person(make.viewing(sister, "supporter"), sam.id, part="record")
    with pytest.raises(NotFound):
        change_details(opened=opened, details=Details("Sam"), version=1)
    assert client_for((sister, "supporter")).get(reverse("details", args=[sam.id])).status_code == 404


def test_somebody_new_needs_a_name_only(team: Team, worker: Client) -> None:
    """Nothing but a name is mandatory; the same form sent twice opens one record."""
    fields = newcomer(team, called="Zoë", named_worker="on")
    for _ in range(2):
        answer = worker.post(reverse("new_person"), fields)
        assert answer.status_code == 302
    zoe = Person.objects.get()
    assert (zoe.called, zoe.sort_key, str(zoe.id)) == ("Zoë", "zoe", fields["new_id"])
    assert zoe.placements.get().team == team
    assert zoe.relationships.get().kind == Relationship.Kind.NAMED_WORKER
    assert Act.objects.filter(about_id=zoe.id).count() == 2


def test_nobody_is_added_to_a_team_that_is_not_the_workers(team: Team, worker: Client) -> None:
    """Ids of others are answered in words."""
    other = make.team(team.organisation)
    answer = worker.post(reverse("new_person"), newcomer(other))
    assert answer.status_code == 422
    assert not Person.objects.exists()


def test_an_nhs_number_that_is_here_already_is_refused_in_words(team: Team, worker: Client) -> None:
    """Also when another team supports that person, whom this worker cannot see."""
    make.person(make.team(team.organisation), "Jonquil Ashworth", nhs_number=NUMBER)
    answer = worker.post(reverse("new_person"), newcomer(team, nhs_number=NUMBER))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "another team supports them" in page
    assert "Jonquil" not in page


def test_the_same_name_and_birth_date_is_a_question(team: Team, worker: Client) -> None:
    """A possible double is asked about, not refused: two people may share both."""
    make.person(team, "Sam Ó Briain", date_of_birth=date(1985, 3, 27))
    birth = {"date_of_birth_day": "27", "date_of_birth_month": "3", "date_of_birth_year": "1985"}
    fields = newcomer(team, called="sam o briain", **birth)
    answer = worker.post(reverse("new_person"), fields)
    assert answer.status_code == 409
    assert "Is this the same person?" in answer.content.decode()
    assert Person.objects.count() == 1
    assert worker.post(reverse("new_person"), fields | {"surely_new": "yes"}).status_code == 302
    assert Person.objects.count() == 2


@pytest.mark.parametrize("by", ["number", "birth"])
def test_somebody_who_was_here_before_is_welcomed_back(team: Team, worker: Client, by: str) -> None:
    """DESIGN house rule 3: returning needs no referral; their record is there as they left it."""
    sam = make.person(
        team, "Sam", nhs_number=NUMBER, date_of_birth=date(1985, 3, 27), ends_on=timezone.localdate()
    )
    birth = {"date_of_birth_day": "27", "date_of_birth_month": "3", "date_of_birth_year": "1985"}
    fields = newcomer(team, **({"nhs_number": NUMBER} if by == "number" else birth))
    answer = worker.post(reverse("new_person"), fields)
    assert answer.status_code == 409
    assert "Sam has been here before" in answer.content.decode()
    assert worker.post(reverse("new_person"), fields | {"welcome_back": "yes"}).status_code == 302
    assert Person.objects.get() == sam
    assert sam.placements.filter(ends_on=None).get().team == team


def test_who_was_here_before_is_told_to_staff_of_the_own_organisation_only(team: Team) -> None:
    """The function that looks past row-level security asks for a membership itself."""
    make.person(team, "Sam", nhs_number=NUMBER, ends_on=timezone.localdate())
    stranger = client_for((make.staff(make.team()), "worker"))
    far = stranger.post(reverse("new_person"), newcomer(make.team(), nhs_number=NUMBER))
    assert "has been here before" not in far.content.decode()


def test_a_team_stops_for_now_and_says_why(team: Team) -> None:
    """DESIGN house rule 3: an ending says whose decision it was; access of the team ends that day."""
    sam = make.person(team, "Sam")
    viewer = make.viewing(make.staff(team))
    opened = open_person(viewer, sam.id, part="beside")
    with pytest.raises(Refused):
        end_support(opened=opened, team_id=team.id, reason=" ", decision="person")
    end_support(opened=opened, team_id=team.id, reason="Has moved to Leeds", decision="person")
    assert Act.objects.get(verb="placement_ended").reason == "Has moved to Leeds"
    assert sam.placements.get().ended_by == "person"
    with pytest.raises(NotFound):
        open_person(viewer, sam.id, part="record")


def test_names_sort_and_are_found_without_accents() -> None:
    """The key holds both names; what is shown stays as written."""
    assert sort_key_of("Zoë", "Zoë O'Brien") == "zoe zoe obrien"
    assert sort_key_of("Sam", "Sam") == "sam"
    assert sort_key_of("☀") == "☀"
    assert len(sort_key_of("x" * 200, "y" * 300)) == 400
