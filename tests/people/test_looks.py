"""Who has looked, what was done, who can see what."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.actions import note_act, note_look
from ownwords.ledger.models import Look
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, open_person, show_list
from ownwords.people.models import Account, Person, Visibility
from ownwords.people.queries import looks as queries
from ownwords.people.roles import ROLES
from tests import factories as make
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Person:
    """A person with a team of a name."""
    return make.person(make.team(name="Harbour team"), "Sam")


@pytest.fixture
def amina(sam: Person) -> Account:
    """A worker of that team."""
    return make.staff(sam.placements.get().team, name="Amina Yusuf")


@pytest.fixture
def own(sam: Person) -> Client:
    """The person, signed in."""
    return client_for((sam.account, "person"))


def test_a_look_stands_there_at_once_as_a_sentence(sam: Person, amina: Account, own: Client) -> None:
    """platform 14: by whom, in which role and team, which parts, at what time."""
    for part in ("goals", "plan"):
        open_person(make.viewing(amina), sam.id, part=part)
    page = " ".join(own.get(reverse("looks", args=[sam.id])).content.decode().split())
    clock = timezone.localtime().strftime("%H:")
    assert "<strong>Amina Yusuf, worker in Harbour team</strong>" in page
    assert f"read goals and the plan, {clock}" in page


def test_lists_are_told_apart_from_reading(sam: Person, amina: Account, own: Client) -> None:
    """A name in a list is less than a record read, and neither is hidden."""
    show_list(make.viewing(amina), [sam.id], part="caseload")
    page = " ".join(own.get(reverse("looks", args=[sam.id])).content.decode().split())
    assert "saw your name in the list of people the team supports" in page


def test_only_the_person_reads_their_looks(sam: Person, amina: Account) -> None:
    """DESIGN house rule 8."""
    assert client_for((amina, "worker")).get(reverse("looks", args=[sam.id])).status_code == 404
    opened = open_person(make.viewing(amina), sam.id, part="record")
    with pytest.raises(NotFound):
        queries.who_looked(opened)
    with pytest.raises(NotFound):
        queries.what_was_done(opened)


def test_nobody_has_looked_yet(sam: Person, own: Client) -> None:
    """An empty page says what will stand there."""
    assert "Nobody but you has looked" in own.get(reverse("looks", args=[sam.id])).content.decode()


def test_looks_come_in_pages_without_losing_any(sam: Person, amina: Account, own: Client) -> None:
    """All looks are reached by turning pages."""
    for _ in range(queries.LOOKS_A_PAGE + 5):
        note_look(actor_id=amina.id, role="worker", about_id=sam.id, part="goals")
    opened = open_person(make.viewing(sam.account), sam.id, part="record")
    first = queries.who_looked(opened)
    assert first.older
    second = queries.who_looked(opened, before=first.older)
    assert second.older is None
    assert own.get(reverse("looks", args=[sam.id]) + f"?before={first.older}").status_code == 200
    assert own.get(reverse("looks", args=[sam.id]) + "?before=nonsense").status_code == 200


def test_the_number_of_questions_does_not_grow_with_looks(sam: Person, amina: Account, own: Client) -> None:
    """No query a row."""
    note_look(actor_id=amina.id, role="worker", about_id=sam.id, part="goals")
    own.get(reverse("looks", args=[sam.id]))
    with asked() as few:
        own.get(reverse("looks", args=[sam.id]))
    for _ in range(30):
        other = make.staff(sam.placements.get().team)
        note_look(actor_id=other.id, role="worker", about_id=sam.id, part="goals")
    with asked() as many:
        own.get(reverse("looks", args=[sam.id]))
    assert len(few) == len(many) <= 10


def test_what_was_done_is_told_in_sentences(sam: Person, amina: Account, own: Client) -> None:
    """Every change is read by the person it is about."""
    note_act(verb=Verb.PERSON_CHANGED, actor_id=amina.id, role="worker", about_id=sam.id)
    note_act(verb=Verb.PERSON_PLACED, actor_id=None, about_id=sam.id, reason="Moved house")
    page = " ".join(own.get(reverse("deeds", args=[sam.id])).content.decode().split())
    assert "<strong>Amina Yusuf, worker</strong> changed details" in page
    assert "The service" in page
    assert "Moved house" in page


def test_notices_of_looks_are_off_until_wanted(sam: Person, amina: Account, own: Client) -> None:
    """R11: no notice of looks by default; switched on, the first page says it and nothing is sent."""
    sam_before = Person.objects.filter(pk=sam.pk)
    sam_before.update(created_at=timezone.now() - timedelta(days=2))
    open_person(make.viewing(amina), sam.id, part="goals")
    assert "Looked at since" not in own.get(reverse("home")).content.decode()
    own.post(reverse("look_notices", args=[sam.id]), {"wanted": "yes"})
    page = own.get(reverse("home")).content.decode()
    assert "Looked at since you were last here" in page
    assert "Amina Yusuf, worker in Harbour team" in page
    own.post(reverse("look_notices", args=[sam.id]), {"wanted": "no"})
    assert "Looked at since" not in own.get(reverse("home")).content.decode()


def test_everybody_signed_in_reads_who_can_see_what(amina: Account) -> None:
    """The page comes from the table that the checks use: every role, every permission."""
    page = unescape(client_for((amina, "worker")).get(reverse("who_can_see")).content.decode())
    for role in ROLES.values():
        assert str(role.title) in page
        assert str(role.purpose) in page
        for permission in role.permissions:
            assert permission.value in page


def test_the_person_reads_who_it_is_today_in_names(sam: Person, amina: Account, own: Client) -> None:
    """Requirement 14 and house rule 2: in names."""
    gone = make.staff(sam.placements.get().team, name="Gone Away", ends_on=timezone.localdate())
    make.beside(sam, make.account("Ruth"), "supporter")
    page = own.get(reverse("who_sees_mine", args=[sam.id])).content.decode()
    assert amina.name in page
    assert "Ruth" in page
    assert "Harbour team" in page
    assert gone.name not in page


def test_the_person_changes_what_holds_for_new_entries(sam: Person, own: Client) -> None:
    """The default is the person's; what is there stays as it is."""
    entry = make.entry(sam)
    address = reverse("who_sees_mine", args=[sam.id])
    assert own.post(address, {"visibility": "everybody"}).status_code == 422
    assert own.post(address, {"visibility": "me"}).status_code == 302
    sam.refresh_from_db()
    entry.refresh_from_db()
    assert sam.default_visibility == Visibility.ME
    assert entry.visibility == "team"


def test_a_worker_does_not_decide_it(sam: Person, amina: Account) -> None:
    """Visibility is set by the person."""
    worker = client_for((amina, "worker"))
    answer = worker.post(reverse("who_sees_mine", args=[sam.id]), {"visibility": "team"})
    assert answer.status_code == 404
    assert not Look.objects.exists()


@pytest.mark.parametrize("method", ["post", "options", "put"])
@pytest.mark.parametrize("page", ["record:record", "record:plan", "record:plan_text", "record:timeline"])
def test_a_page_read_by_another_method_is_a_look_too(
    sam: Person, amina: Account, method: str, page: str
) -> None:
    """platform 14: every read is in the ledger, however it is asked for."""
    make.entry(sam, "I want to see the sea.")
    response = getattr(client_for((amina, "worker")), method)(reverse(page, args=[sam.id]))
    assert ("see the sea" in response.content.decode()) == Look.objects.filter(about_id=sam.id).exists()


def test_a_refused_form_that_shows_the_words_is_a_look_and_a_saved_one_is_none(
    sam: Person, amina: Account
) -> None:
    """platform 14: what is saved is an act; what comes back as a page was read."""
    client, entry = client_for((amina, "worker")), make.entry(sam, "I want to see the sea.")
    address = reverse("record:entry_reword", args=[sam.id, entry.id])
    assert client.post(address, {"rewording": "At sea.", "version": "1"}).status_code == 303
    assert not Look.objects.filter(about_id=sam.id).exists()
    refused = client.post(address, {"rewording": "x" * 30_000, "version": "2"})
    assert "see the sea" in refused.content.decode()
    assert Look.objects.filter(about_id=sam.id, actor_id=amina.id).count() == 1
