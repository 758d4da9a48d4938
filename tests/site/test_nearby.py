"""What is around that shares somebody's own words: always with the reason, and only from what the viewer sees."""

from __future__ import annotations

import re

import pytest
from django.contrib.postgres.search import SearchVector
from django.db.models import F, Value
from django.test import Client

from ownwords.connections.models import DirectoryService, DirectorySource, Interest
from ownwords.connections.queries.directory_search import CONFIG
from ownwords.ledger.models import Look
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.around_sam import *  # noqa: F403
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


def service(name: str, summary: str = "", **columns: object) -> DirectoryService:
    """Put a service into the directory as an import would."""
    source, _made = DirectorySource.objects.get_or_create(name="Council", profile="oruk-3")
    made = DirectoryService.objects.create(
        source=source,
        external_id=name,
        name=name,
        sort_key=name.lower(),
        summary=summary,
        digest="d",
        **columns,
    )
    DirectoryService.objects.filter(pk=made.pk).update(
        head=SearchVector(F("name"), config=CONFIG),
        words=SearchVector(Value(f"{name} {summary}"), config=CONFIG),
    )
    return made


def text(client: Client, person: Person) -> str:
    """Return the words of the page."""
    answer = client.get(f"/people/{person.id}/nearby/")
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1]).split())


def test_a_match_says_why_in_the_persons_own_spelling(sam: Person, own: Client) -> None:
    """connecting R22: matched by own words; a match always says why, and leads to where the words stand."""
    found = service("Repair café", "Mending bicycles together")
    service("Knitting circle", "Wool and tea")
    entry = make.entry(sam, "I mend old bicycles.", "strength")
    said = text(own, sam)
    assert "Repair café" in said
    assert "You said" in said
    assert "bicycles" in said
    assert "Knitting" not in said
    page = own.get(f"/people/{sam.id}/nearby/").content.decode()
    assert f"/people/{sam.id}/entries/{entry.id}/" in page
    assert f"/directory/{found.id}/" in page


def test_both_answers_stand_beside_each_other(sam: Person, own: Client) -> None:
    """connecting R22: "I could help run this" is an answer beside "I could go"."""
    found = service("Bicycle workshop")
    make.entry(sam, "Bicycles are my thing.", "strength")
    page = own.get(f"/people/{sam.id}/nearby/").content.decode()
    for answer, words in (("go", "I could go"), ("help_run", "I could help run this")):
        address = f"/people/{sam.id}/interests/about/{found.id}/?answer={answer}"
        assert address in page
        assert words in page
        form = own.get(address).content.decode()
        assert re.search(rf'value="{answer}" checked', form)
    Interest.objects.create(
        person=sam, written_by=sam.account, changed_by_id=sam.account_id, visibility="team",
        service_id=found.id, service_words=found.name, answer="help_run",
    )  # fmt: skip
    said = text(own, sam)
    assert "You answered: I could help run this" in said
    assert "Change the answer" in said


def test_closed_services_and_words_of_others_are_not_used(sam: Person, own: Client) -> None:
    """connecting R19, R22: defunct is not suggested; what a worker said, or a crisis plan, is not looked through."""
    service("Pigeon loft", listed=False, status="defunct")
    service("Choir")
    make.entry(sam, "I keep a pigeon.", "strength")
    make.entry(sam, "The choir would do Sam good.", "strength", said_by="worker", standing="offered")
    make.entry(sam, "Ring the choir leader.", "crisis")
    said = text(own, sam)
    assert "Pigeon loft" not in said
    assert "Choir" not in said
    assert "says something about the directory" in said


def test_staff_match_only_what_they_see_and_leave_a_look(sam: Person, staff: Client, worker: Account) -> None:
    """House rules 2, 8: what is "only me" gives no match to anybody else."""
    service("Choir")
    service("Pigeon loft")
    make.entry(sam, "I sing in my choir in secret.", "strength", visibility="me")
    make.entry(sam, "I keep a pigeon.", "strength")
    said = text(staff, sam)
    assert "Pigeon loft" in said
    assert "Choir" not in said
    assert Look.objects.filter(actor_id=worker.id, about_id=sam.id, part="nearby").exists()
    assert "could go" not in said


def test_without_words_or_beside_nobody_there_is_a_plain_answer(sam: Person, own: Client) -> None:
    """connecting R22."""
    service("Choir")
    assert "no words to look with yet" in text(own, sam)
    stranger = make.person(called="Jo")
    assert own.get(f"/people/{stranger.id}/nearby/").status_code == 404
    assert client_for((make.staff(make.team()), "worker")).get(f"/people/{sam.id}/nearby/").status_code == 404


def test_the_page_asks_as_much_for_many_entries_as_for_few(sam: Person, own: Client) -> None:
    """Query budget."""
    service("Choir")
    make.entry(sam, "I sing in a choir.", "strength")
    own.get(f"/people/{sam.id}/nearby/")
    with asked() as few:
        own.get(f"/people/{sam.id}/nearby/")
    for number in range(15):
        make.entry(sam, f"Song number {number} of the choir.", "strength")
        service(f"Choir {number}")
    with asked() as many:
        own.get(f"/people/{sam.id}/nearby/")
    assert len(few) == len(many) <= 16, many
