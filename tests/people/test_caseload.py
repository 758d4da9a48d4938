"""The list of people: found, filtered, in order, page by page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Look
from ownwords.people.models import Account, Person, Placement, Team
from ownwords.people.queries.caseload import PAGE, Wanted, caseload
from tests import factories as make
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    """A team."""
    return make.team()


@pytest.fixture
def amina(team: Team) -> Account:
    """A worker of the team."""
    return make.staff(team, name="Amina Yusuf")


@pytest.fixture
def worker(amina: Account) -> Client:
    """The worker, signed in."""
    return client_for((amina, "worker"))


def people(team: Team, *names: str, **fields: object) -> list[Person]:
    """Make people with the key under which they are found."""
    from ownwords.people.actions.people import sort_key_of

    found = []
    for name in names:
        one = make.person(team, name, signs_in=False, **fields)
        Person.objects.filter(pk=one.pk).update(sort_key=sort_key_of(name, one.full_name))
        found.append(one)
    return found


def many(team: Team, count: int) -> None:
    """Make many people in few statements."""
    rows = [
        Person(organisation=team.organisation, called=f"Person {n:05}", sort_key=f"person {n:05}")
        for n in range(count)
    ]
    Person.objects.bulk_create(rows)
    Placement.objects.bulk_create([Placement(person=one, team=team, starts_on=make.LONG_AGO) for one in rows])


def names(client: Client, **find: str) -> list[str]:
    """Return who is listed, after finding."""
    client.post(reverse("caseload"), find or {"everybody": "yes"})
    page = client.get(reverse("caseload"))
    assert page.status_code == 200
    import re

    return re.findall(r'<a href="/people/[0-9a-f-]{36}/record/">([^<]+)</a>', page.content.decode())


def test_everybody_of_the_team_in_the_order_of_the_alphabet(team: Team, worker: Client) -> None:
    """Never by any figure (DESIGN house rule 4)."""
    people(team, "Zoë", "adam", "Émile")
    people(make.team(team.organisation), "Somebody else")
    assert names(worker) == ["adam", "Émile", "Zoë"]


@pytest.mark.parametrize("words", ["zoe", "ZOË", "obri", "zoe o'br", "o brien", "Zoe OBrian"])
def test_found_by_name_without_accents_and_nearly_right(team: Team, worker: Client, words: str) -> None:
    """Folded accents and similar spelling."""
    people(team, "Zoë O’Brien", "Adam Clark")
    assert names(worker, words=words) == ["Zoë O’Brien"]


def test_found_by_nhs_number_and_by_full_name(team: Team, worker: Client) -> None:
    """The number exactly, with or without spaces; also the name on letters."""
    people(team, "Sam", nhs_number="9990000018", full_name="Samuel Whitlock")
    people(team, "Jo")
    assert names(worker, words="999 000 0018") == ["Sam"]
    assert names(worker, words="9990000034") == []
    assert names(worker, words="whitlock") == ["Sam"]


@pytest.mark.parametrize("words", ["%", "_", "'; DROP TABLE", "\u202e", "😀", "x" * 5000, "\x00", "\\"])
def test_odd_words_find_nobody_and_break_nothing(team: Team, worker: Client, words: str) -> None:
    """Bad input."""
    people(team, "Sam")
    assert names(worker, words=words) in ([], ["Sam"])


def test_only_people_whose_named_worker_i_am(team: Team, worker: Client, amina: Account) -> None:
    """Filter: mine."""
    sam, _jo = people(team, "Sam", "Jo")
    make.beside(sam, amina, "named_worker")
    assert names(worker, mine="yes") == ["Sam"]
    assert "Amina Yusuf" in worker.get(reverse("caseload")).content.decode()
    assert names(worker) == ["Jo", "Sam"]


def test_a_team_that_is_not_mine_shows_nobody(team: Team, worker: Client) -> None:
    """Filter: team; somebody else's team is forgotten."""
    people(team, "Sam")
    assert names(worker, team=str(make.team(team.organisation).id)) == ["Sam"]


def test_a_worker_of_two_teams_chooses_one(team: Team, amina: Account) -> None:
    """Filter: team."""
    from ownwords.people.models import Membership

    second = make.team(team.organisation)
    Membership.objects.create(account=amina, team=second, role="worker", starts_on=make.LONG_AGO)
    people(team, "Sam")
    people(second, "Jo")
    client = client_for((amina, "worker"))
    assert names(client) == ["Jo", "Sam"]
    assert names(client, team=str(second.id)) == ["Jo"]


def test_what_is_searched_for_stands_in_no_address(team: Team, worker: Client) -> None:
    """ASVS 14.2.1: nothing sensitive in addresses; it is forgotten with the session."""
    people(team, "Sam")
    answer = worker.post(reverse("caseload"), {"words": "Sam"})
    assert answer["Location"] == reverse("caseload")


def test_every_page_is_reached_and_nobody_is_skipped(team: Team, amina: Account) -> None:
    """Turning pages forth and back shows everybody once, also people of one name."""
    many(team, PAGE * 2 + 7)
    Person.objects.filter(called__startswith="Person 0004").update(sort_key="person same")
    viewer = make.viewing(amina)
    seen, page = [], caseload(viewer, Wanted())
    assert page.previous is None
    while True:
        seen += [row.id for row in page.rows]
        if page.next is None:
            break
        last, page = page, caseload(viewer, Wanted(), after=page.next)
    assert len(seen) == len(set(seen)) == PAGE * 2 + 7
    back = caseload(viewer, Wanted(), before=page.previous)
    assert back.rows == last.rows


def test_a_list_leaves_a_trace_once_a_day(team: Team, worker: Client) -> None:
    """DESIGN house rule 8."""
    people(team, "Sam", "Jo")
    worker.get(reverse("caseload"))
    worker.get(reverse("caseload"))
    assert Look.objects.filter(part="list:caseload").count() == 2


def test_at_most_eight_questions_whether_five_or_sixty(team: Team, worker: Client, amina: Account) -> None:
    """Promised: caseload of 50 within 8 queries; no query a row."""
    many(team, 5)
    worker.get(reverse("caseload"))
    with asked() as few:
        worker.get(reverse("caseload"))
    many(team, 60)
    for one in Person.objects.all()[:30]:
        make.beside(one, amina, "named_worker")
    with asked() as lots:
        worker.get(reverse("caseload"))
    assert len(few) == len(lots) <= 8, lots


def test_ten_thousand_people_in_one_team_are_turned_through_quickly(team: Team, amina: Account) -> None:
    """Promised: fast at 10,000. The page is read in order from the index, not sorted as a whole."""
    many(team, 10_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    viewer = make.viewing(amina)
    page = caseload(viewer, Wanted())
    assert len(page.rows) == PAGE
    assert page.next
    assert len(caseload(viewer, Wanted(words="person 05000")).rows) >= 1
