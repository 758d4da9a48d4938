"""What a person says to something nearby: I could go, I could help run this, both, not for me."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.connections.actions.interests import say_interest
from ownwords.connections.models import DirectoryService, DirectorySource, Interest
from ownwords.connections.queries.interests import interests_of
from ownwords.ledger.ids import new_id
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import StaleEdit
from tests.around_sam import opened_by
from tests.connections.tied import asked, at, told
from tests.measures.pages import Page, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def pigeons() -> DirectoryService:
    """Something in the directory."""
    source = DirectorySource.objects.create(name="A feed", profile="oruk-3")
    return DirectoryService.objects.create(
        source=source, external_id="1", name="Pigeon club", sort_key="pigeon club"
    )


@pytest.mark.parametrize("answer", ["go", "help_run", "both", "not_for_me"])
def test_helping_to_run_it_stands_beside_going(
    sam: Person, own: Client, pigeons: DirectoryService, answer: str
) -> None:
    """connecting R22: "I could help run this" is an answer beside "I could go"."""
    page = seen(own, at("interest", sam, pigeons.id))
    assert page.values("answer") == ["go", "help_run", "both", "not_for_me"]
    assert page.chosen("answer") == []
    form = {"answer": answer, "words": "On Sundays", "visibility": "team", "version": "0"}
    assert own.post(at("interest", sam, pigeons.id), form).status_code == 303
    said = interests_of(opened_by(sam.account, sam), [pigeons.id, new_id()])
    assert {service: one.answer for service, one in said.items()} == {pigeons.id: answer}
    text = seen(own, at("interests", sam)).text
    assert "Pigeon club" in text
    assert "On Sundays" in text


def test_there_is_one_answer_and_another_one_changes_it(
    sam: Person, own: Client, pigeons: DirectoryService
) -> None:
    """connecting R22; house rule 7: two at once lose nothing."""
    address = at("interest", sam, pigeons.id)
    form = {"answer": "go", "words": "", "visibility": "team", "version": "0"}
    for _time in range(2):
        assert own.post(address, form).status_code == 303
    assert Interest.objects.get().version == 1
    page = seen(own, address)
    assert page.chosen("answer") == ["go"]
    assert own.post(address, form | {"answer": "both", "version": page.value("version")}).status_code == 303
    assert Interest.objects.get().answer == "both"
    answer = own.post(address, form | {"answer": "not_for_me", "version": "1"})
    assert answer.status_code == 409
    with pytest.raises(StaleEdit):
        say_interest(opened=opened_by(sam.account, sam), service_id=pigeons.id, answer="go", version=1)


def test_staff_answer_for_nobody_who_has_not_asked_them(
    sam: Person, worker: Account, staff: Client, pigeons: DirectoryService
) -> None:
    """connecting R1, R22."""
    address, form = at("interest", sam, pigeons.id), {"answer": "go", "visibility": "team", "version": "0"}
    assert staff.get(address).status_code == 404
    assert staff.post(address, form).status_code == 404
    asked(sam, worker)
    assert staff.post(address, form).status_code == 303
    assert f"Sam, written down by {worker.name}" in seen(staff, at("interests", sam)).text


def test_what_the_person_keeps_to_themselves_is_not_overwritten_by_somebody_asked(
    sam: Person, worker: Account, own: Client, staff: Client, pigeons: DirectoryService
) -> None:
    """house rule 2: hidden stays hidden; the second answer is refused in words."""
    form = {"answer": "not_for_me", "visibility": "me", "version": "0"}
    own.post(at("interest", sam, pigeons.id), form)
    assert told(worker, "worker", "SELECT 1 FROM connections_interest") == 0
    assert "Pigeon club" not in seen(staff, at("interests", sam)).text
    asked(sam, worker)
    answer = staff.post(at("interest", sam, pigeons.id), form | {"answer": "go", "visibility": "team"})
    assert answer.status_code == 422
    assert "answered this already" in Page(answer).text
    assert Interest.objects.get().answer == "not_for_me"


def test_what_was_pressed_on_the_page_before_is_chosen_and_nothing_is_kept_by_looking(
    sam: Person, own: Client, pigeons: DirectoryService
) -> None:
    """connecting R22: one press less; a strange answer in the address chooses nothing."""
    address = at("interest", sam, pigeons.id)
    assert seen(own, f"{address}?answer=help_run").chosen("answer") == ["help_run"]
    assert seen(own, f"{address}?answer=x").chosen("answer") == []
    assert not Interest.objects.exists()


def test_it_can_be_taken_back_and_answered_again(sam: Person, own: Client, pigeons: DirectoryService) -> None:
    """house rule 7."""
    address, form = at("interest", sam, pigeons.id), {"answer": "go", "visibility": "team", "version": "0"}
    own.post(address, form)
    said = Interest.objects.get()
    own.post(at("interest_sight", sam, said.id), {"version": "1", "visibility": "me"})
    own.post(at("interest_remove", sam, said.id), {"version": "2", "reason": "Changed my mind"})
    assert "Pigeon club" not in seen(own, at("interests", sam)).text
    assert own.post(address, form).status_code == 303
    assert Interest.objects.count() == 2


def test_something_that_is_not_in_the_directory_and_an_answer_that_is_not_in_the_list(
    sam: Person, own: Client, pigeons: DirectoryService
) -> None:
    """bad input."""
    assert own.get(at("interest", sam, new_id())).status_code == 404
    with pytest.raises(NotFound):
        say_interest(opened=opened_by(sam.account, sam), service_id=new_id(), answer="go")
    for answer in ("", "perhaps"):
        form = {"answer": answer, "visibility": "team", "version": "0"}
        assert own.post(at("interest", sam, pigeons.id), form).status_code == 422
