"""Figures of peer support are kept: two looks never differ by what fewer than five people did (house rule 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

from ownwords.peers.method.periods import half
from ownwords.peers.method.team_meetings import TeamMeetings
from ownwords.peers.models import TeamFigure
from ownwords.peers.queries import figures
from ownwords.peers.queries.supervision import team_counts
from ownwords.people.models import Account, Person, Team
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.peers.figure_people import TODAY, Kept, on

pytestmark = pytest.mark.django_db
NEXT, THIRD = TODAY + timedelta(days=31), TODAY + timedelta(days=62)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """It is 1 August 2026."""
    with on(TODAY):
        yield


@pytest.fixture
def kept() -> Kept:
    """A team, and what is put down about its people."""
    return Kept(make.team())


@pytest.fixture
def worker(kept: Kept) -> Account:
    """Somebody who works there."""
    return make.staff(kept.team)


def look(worker: Account, team: Team, day: date = TODAY) -> tuple[date, TeamMeetings]:
    """Return meetings of the first half of 2025 as the worker gets them on a day."""
    with on(day), seen_by(worker.id, "worker"):
        return figures.meetings_of(team, half(2025, 1))


def came(found: tuple[date, TeamMeetings]) -> int:
    """Return how many people had an appointment."""
    return found[1].booked


def crowd(kept: Kept, number: int = 12, booked: int = 4) -> list[Person]:
    """People of the team, some of whom had an appointment."""
    people = [kept.person() for _ in range(number)]
    for who in people[:booked]:
        kept.booked(who, "5")
    return people


def test_a_back_dated_contact_that_makes_five_of_four_does_not_show_until_five_people_differ(
    kept: Kept, worker: Account
) -> None:
    """House rule 10: not in the same month, not in the next, but as soon as five differ."""
    people = crowd(kept)
    first = look(worker, kept.team)
    assert came(first) == 4
    kept.booked(people[4], "5")
    assert look(worker, kept.team) == first
    assert look(worker, kept.team, NEXT) == first
    for who in people[5:9]:
        kept.booked(who, "5")
    assert look(worker, kept.team, NEXT) == first
    again = look(worker, kept.team, THIRD)
    assert (again[0], came(again)) == (THIRD, 9)


def test_many_back_dated_appointments_of_one_person_are_one_person(kept: Kept, worker: Account) -> None:
    """House rule 10: people are counted, not what is put down about them."""
    people = crowd(kept)
    first = look(worker, kept.team)
    kept.booked(people[5], *["5", "3"] * 10)
    kept.introduced(people[5], "phone", "yes")
    assert look(worker, kept.team, NEXT) == first


def test_whether_anything_differs_is_asked_once_a_month(kept: Kept, worker: Account) -> None:
    """House rule 10: who looks every day does not see the day on which a fifth one differs."""
    people = crowd(kept)
    first = look(worker, kept.team)
    for who in people[5:9]:
        kept.booked(who, "5")
    assert look(worker, kept.team, NEXT) == first
    kept.booked(people[9], "5")
    assert look(worker, kept.team, NEXT + timedelta(days=3)) == first
    assert came(look(worker, kept.team, THIRD)) == 9


def test_the_day_of_the_count_does_not_tell_whether_a_few_differ(kept: Kept, worker: Account) -> None:
    """House rule 10: nothing changed and one changed look alike, the day included."""
    crowd(kept)
    first = look(worker, kept.team)
    assert look(worker, kept.team, NEXT) == first
    kept.person()
    assert look(worker, kept.team, THIRD) == first


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(range(12)), max_size=10))
def test_taking_one_months_figures_from_the_next_gives_nothing_or_five_people(
    kept: Kept, worker: Account, changed: list[int]
) -> None:
    """House rule 10: whatever is put down between two months, the figures are the same, or five people differ."""
    with transaction.atomic():
        point = transaction.savepoint()
        people = crowd(kept)
        first = look(worker, kept.team)
        for at in changed:
            kept.booked(people[at], "3")
        again = look(worker, kept.team, NEXT)
        different = len(set(changed))
        assert again == (first if different < 5 else again)
        assert (again[0] == NEXT) is (different >= 5)
        transaction.savepoint_rollback(point)


def test_returns_are_kept_too_and_gaps_are_laid_over_what_was_kept(kept: Kept, worker: Account) -> None:
    """House rule 10; PS-15: a changed gap recomputes everything at once, from the same contacts."""

    def returns(day: date) -> Any:
        with on(day), seen_by(worker.id, "worker"):
            return figures.returns_of(kept.team, half(2025, 2))

    people = [kept.person() for _ in range(10)]
    for who in people:
        kept.attempt(who)
        kept.attempt(who, date(2025, 9, 1))
    first = returns(TODAY)
    assert first[1].came_back == 10
    for who in people[:4]:
        kept.attempt(who, date(2025, 7, 1))
        kept.attempt(who, date(2025, 5, 1))
    assert returns(NEXT) == first
    kept.attempt(people[4], date(2025, 6, 20))
    assert returns(THIRD)[1].came_back == 5
    kept.gap(300)
    assert returns(THIRD)[1].came_back == 0


def test_counts_of_a_team_stand_for_a_month_and_until_five_people_differ(kept: Kept) -> None:
    """PS-24; house rule 10: one person who is no longer in contact does not show."""
    lead = make.staff(kept.team, "team_lead")
    make.staff(kept.team, "peer_worker")

    def counted(day: date) -> tuple[int | None, int | None]:
        with on(day), seen_by(lead.id, "team_lead"):
            found = team_counts(make.viewing(lead), kept.team.id)
        return found.people, found.in_contact

    def beside(number: int) -> None:
        for _one in range(number):
            who = kept.person()
            make.beside(who, kept.peer, "peer_worker")
            kept.attempt(who, TODAY)
            kept.attempt(who, NEXT)
            kept.attempt(who, THIRD)

    beside(4)
    assert counted(TODAY) == (None, None)
    beside(4)
    assert counted(TODAY) == (8, 8)
    beside(4)
    assert counted(NEXT) == (8, 8)
    beside(1)
    assert counted(THIRD) == (13, 13)


def test_the_web_role_reaches_neither_kept_figures_nor_what_counts(kept: Kept, worker: Account) -> None:
    """Second lock: no row and no inner function."""
    crowd(kept)
    look(worker, kept.team)
    assert TeamFigure.objects.count() == 1
    with seen_by(worker.id, "worker"):
        assert not TeamFigure.objects.exists()
    for statement in (
        "SELECT ownwords_peer_figure(%s, 'meetings', '2025-h1', 0)",
        "SELECT ownwords_count_peer_meetings(%s, '2025-01-01', '2025-06-30')",
        "SELECT ownwords_count_peer_returns(%s, '2025-01-01', '2025-06-30')",
        "SELECT ownwords_count_peer_support(%s)",
        "SELECT ownwords_count_fidelity(%s, 'peer', 'trust')",
    ):
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            seen_by(worker.id, "worker"),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement, [kept.team.id])


def moved(before: Counter[str], after: Counter[str]) -> int:
    """Return what the database says of two counts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_people_moved(%s, %s)", [Jsonb(dict(before)), Jsonb(dict(after))])
        return int(cursor.fetchone()[0])


added = st.sampled_from(["", "a", "b", "a,b", "a,a"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.none() | added, st.none() | added), max_size=20))
def test_never_more_people_are_said_to_differ_than_do_and_none_only_where_nothing_does(
    people: list[tuple[str | None, str | None]],
) -> None:
    """House rule 10: whoever comes, goes or adds something else is one; both ways round alike."""
    before = Counter(one for one, _ in people if one is not None)
    after = Counter(one for _, one in people if one is not None)
    said = moved(before, after)
    assert said <= sum(one != other for one, other in people)
    assert (said == 0) is (before == after)
    assert said == moved(after, before)


def test_a_kept_figure_is_about_counts_alone(kept: Kept, worker: Account) -> None:
    """House rule 10: neither a name nor an id is kept, and only the last count is."""
    people = crowd(kept, booked=6)
    look(worker, kept.team)
    for who in people:
        kept.booked(who, "3")
    found = look(worker, kept.team, NEXT)
    one = TeamFigure.objects.get()
    assert (one.counted_on, sum(one.counts.values())) == (NEXT, 12)
    assert not any(str(who.id) in str(one.counts) for who in people)
    assert replace(found[1], people=12) == found[1]
