"""The worker's part in new ties, for a team and a year: both views, masked, nobody to be found by a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.connections.models import Origin, Part, TeamCount, Who
from ownwords.connections.presenters.report import show_ties
from ownwords.connections.queries import report as queries
from ownwords.connections.queries.report import ToldTies
from ownwords.people.models import Account, Membership, Placement, Team
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.connections.team_ties import DAY, SIXTY, YEAR, item, readiness, tie, told, view
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
LAST = str(YEAR)


@pytest.fixture
def team() -> Team:
    """A team without anybody yet."""
    return make.team()


@pytest.fixture
def worker(team: Team) -> Account:
    """Somebody who works there."""
    return make.staff(team)


@pytest.fixture
def page(worker: Account) -> Client:
    """The worker, signed in."""
    return client_for((worker, "worker"))


@contextmanager
def on(day: date) -> Iterator[None]:
    """Let it be another day, for Django and so for the database."""
    with patch("django.utils.timezone.localdate", lambda *_: day):
        yield


def text(client: Client, team: Team, year: str = LAST) -> str:
    """Return the words of the report's page."""
    answer = client.get(f"/team/{team.id}/connecting/?year={year}")
    assert answer.status_code == 200
    return " ".join(
        re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1].split("</main>")[0]).split()
    )


def counts(team: Team, who: Account, year: str = LAST, role: str = "worker") -> Any:
    """Return the report as this account gets it, under the web role."""
    with seen_by(who.id, role):
        return queries.report_of(team, year)


def new(team: Team, who: Account, year: str = LAST) -> ToldTies:
    """Return the new ties of a report."""
    found = counts(team, who, year)
    assert found is not None
    return found.kinds["new"]


def table(client: Client, team: Team, caption: str) -> list[list[str]]:
    """Return the rows of one table of the page, as their plain words."""
    page = client.get(f"/team/{team.id}/connecting/?year={LAST}").content.decode()
    one = next(part for part in page.split("<table")[1:] if caption in part).split("</table>")[0]
    rows = one.split("<tbody")[1].split("<tr")[1:]
    clean = [re.sub(r'<span class="nhsuk-table__heading".*?</span>', "", row, flags=re.S) for row in rows]
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        for row in clean
    ]


# ---- the known table -----------------------------------------------------------------------------

HID = "not shown"


def test_sixty_ties_give_one_known_masked_table(page: Client, team: Team, worker: Account) -> None:
    """connecting R11: a fixture of 60 ties with some cells under 5, through the page."""
    told(team, worker, SIXTY)
    assert table(page, team, "Both views") == [
        ["no part", HID, HID, "0", "0", HID, HID, "16"],
        ["prepared the ground", HID, HID, HID, "0", HID, "0", "20"],
        ["went alongside", HID, "0", HID, HID, HID, HID, "10"],
        ["made the introduction", "0", "0", "0", HID, HID, "0", HID],
        ["not sure", HID, HID, HID, HID, HID, HID, HID],
        ["not answered", "0", HID, "0", "0", HID, HID, "7"],
        ["all", "11", "19", "14", HID, HID, "8", "60"],
    ]
    assert table(page, team, "As the person sees it") == [
        ["no part", "16"], ["prepared the ground", "20"], ["went alongside", "10"],
        ["made the introduction", HID], ["not sure", HID], ["not answered", "7"],
    ]  # fmt: skip
    said = text(page, team)
    assert "New ties: 60" in said
    assert "Ties, of 60" in said
    assert "both gave the same answer in: 36" in said


def test_a_line_says_that_it_describes_and_proves_nothing(page: Client, team: Team) -> None:
    """connecting R11: also when there is nothing to show."""
    assert "It does not prove what brought a connection about." in text(page, team)


def test_fewer_than_five_ties_show_nothing_at_all(page: Client, team: Team, worker: Account) -> None:
    """connecting R11: not even a nought beside them."""
    told(team, worker, {("none", "none"): 4})
    assert "fewer than 5 ties" in text(page, team)
    assert not TeamCount.objects.exists()


def test_renewed_contact_stands_apart_and_is_never_added(page: Client, team: Team, worker: Account) -> None:
    """connecting R11: new ties and contact taken up again are two things."""
    told(team, worker, {("none", "none"): 9})
    told(team, worker, {("alongside", "alongside"): 6}, renewed=True)
    said = text(page, team)
    assert "New ties: 9" in said
    assert "Contact taken up again: 6" in said
    assert ": 15" not in said.replace("people supported now: 15", "")


cell = st.integers(0, 12)
PARTS = ["", *Part.values]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.tuples(st.sampled_from(PARTS), st.sampled_from(PARTS)), cell, max_size=14), st.data()
)
def test_no_small_number_is_ever_on_the_page(parts: dict[tuple[str, str], int], data: st.DataObject) -> None:
    """connecting R11: whatever the counts, 1 to 4 stands nowhere in the tables."""
    ties = sum(parts.values())

    def split(keys: list[str], whole: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for key in keys[1:]:
            found[key] = data.draw(st.integers(0, min(whole - sum(found.values()), 9)))
        return {**found, keys[0]: whole - sum(found.values())}

    answered = sum(count for (person, _worker), count in parts.items() if person)
    shown = show_ties(
        "new",
        ToldTies(
            ties, parts, split(["", "3", "7"], ties), split(["", *Origin.values], ties),
            split(["", *Who.values], ties), split(["", *Who.values], ties),
            split(["own", "somebody_else"], answered),
        ),
    )  # fmt: skip
    numbers = [
        shown.total,
        *(one[-1] for one in (*shown.by_person, *shown.by_worker, *shown.facts, *shown.ready)),
    ]
    numbers += [one[-1] for one in (*shown.ready_values, *shown.origins, *shown.hands)]
    numbers += [number for row in (*shown.both, *shown.ideas) for number in row[1:]]
    assert not {"1", "2", "3", "4"} & set(numbers)


# ---- what is counted -----------------------------------------------------------------------------


def test_what_is_kept_from_the_team_is_in_no_count(team: Team, worker: Account) -> None:
    """connecting R3, R11: "only me" and shown by name, on the tie or on what it leads to; taken out of view; over."""
    told(team, worker, {("none", "none"): 5})
    gone = {"removed_at": timezone.now(), "removed_by_id": worker.id, "removed_reason": "A slip."}
    for columns in ({"visibility": "me"}, {"visibility": "named"}, gone):
        who = make.person(team)
        tie(who, **columns)
        tie(who, item(who, **columns))
    over = make.person(team)
    tie(over, item(over, ended_on=DAY + timedelta(days=30), ended_as="drifted"))
    assert new(team, worker).ties == 5


def test_a_tie_that_ended_after_the_year_was_one_of_that_year(team: Team, worker: Account) -> None:
    """connecting R7: it left the counts when it ended, not before."""
    told(team, worker, {("none", "none"): 5})
    who = make.person(team)
    tie(who, item(who, ended_on=date(YEAR + 1, 1, 1), ended_as="drifted"))
    assert new(team, worker).ties == 6


def test_only_ties_of_the_year_and_of_the_time_of_support_count(team: Team, worker: Account) -> None:
    """connecting R11: for a team and a period; what came about after support ended is nobody's but the person's."""
    told(team, worker, {("none", "none"): 5})
    for day in (date(YEAR - 1, 12, 31), date(YEAR + 1, 1, 1)):
        tie(make.person(team), since=day)
    tie(make.person(team), since=date(YEAR, 12, 31))
    tie(make.person(team, ends_on=DAY), since=DAY)
    tie(make.person(team, ends_on=DAY + timedelta(days=1)), since=DAY)
    tie(make.person(make.team(team.organisation)))
    assert new(team, worker).ties == 7


def test_somebody_supported_twice_counts_once(team: Team, worker: Account) -> None:
    """connecting R11: two spells, one tie."""
    told(team, worker, {("none", "none"): 5})
    who = make.person(team, ends_on=DAY + timedelta(days=20))
    Placement.objects.create(person=who, team=team, starts_on=DAY + timedelta(days=10))
    tie(who, since=DAY + timedelta(days=15))
    assert new(team, worker).ties == 6


def test_of_several_workers_the_one_who_wrote_last_is_taken(team: Team, worker: Account) -> None:
    """connecting R9, R11: the rule that the page states; a view without a part is passed over."""
    other, silent = make.staff(team), make.staff(team)
    made = told(team, worker, {("none", "introduced"): 5})
    now = timezone.now()
    view(made[0], "none", "worker", by=other, changed_at=now + timedelta(minutes=1))
    view(made[0], "", "worker", by=silent, changed_at=now + timedelta(minutes=2))
    assert new(team, worker).parts == {("none", "none"): 1, ("none", "introduced"): 4}


def test_only_readiness_rated_before_the_first_day_counts(team: Team, worker: Account) -> None:
    """connecting R10: the same day is too late; rather not say is no rating; the latest before is taken."""
    made = told(team, worker, {("none", "none"): 6})
    before = DAY - timedelta(days=1)
    readiness(made[0].person, 3, DAY - timedelta(days=40))
    readiness(made[0].person, 8, before)
    readiness(made[1].person, 8, DAY)
    readiness(made[2].person, None, before)
    readiness(made[3].person, 8, before, visibility="me")
    readiness(made[4].person, 0, before)
    assert new(team, worker).ready == {"8": 1, "0": 1, "": 4}


def test_how_ratings_are_spread_is_shown_only_when_none_of_them_is_few(
    page: Client, team: Team, worker: Account
) -> None:
    """connecting R10, R11: rated before yes or no stands always."""
    made = told(team, worker, {("none", "none"): 11})
    for number, one in enumerate(made[:6]):
        readiness(one.person, 3 if number < 5 else 9, DAY - timedelta(days=2))
    said = text(page, team)
    assert "rated before the first day 6" in said
    assert "How ratings were spread" not in said
    TeamCount.objects.all().delete()
    readiness(make.person(team), 3, DAY)
    readiness(made[5].person, 3, DAY - timedelta(days=1))
    assert "How ratings were spread" in text(page, team)


def test_origin_idea_and_who_wrote_it_down_are_counted(page: Client, team: Team, worker: Account) -> None:
    """connecting R8, R9, R11: don't know and no answer are two rows; how many views somebody else wrote down."""
    for number in range(12):
        one = tie(make.person(team), origin="dont_know" if number < 5 else "")
        view(one, "none", idea="person", by=worker if number < 6 else None)
        view(one, "none", "worker", by=worker, idea="both" if number < 7 else "person")
    found = new(team, worker)
    assert found.origin == {"dont_know": 5, "": 7}
    assert (found.person_idea, found.worker_idea) == ({"person": 12}, {"both": 7, "person": 5})
    assert found.hand == {"own": 6, "somebody_else": 6}
    said = text(page, team)
    assert "by somebody else, for the person 6" in said
    assert "don&#39;t know 5" in said or "don't know 5" in said or "don’t know 5" in said


# ---- who may, and when it is counted anew ----------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "sees"),
    [("worker", True), ("team_lead", True), ("peer_worker", False), ("administrator", False)],
)
def test_the_database_asks_itself_who_works_in_the_team(
    team: Team, worker: Account, role: str, sees: bool
) -> None:
    """connecting R11; platform: a definer function that gives counts alone, to workers and leads of that team."""
    told(team, worker, {("none", "none"): 6})
    if role == "administrator":
        who = make.appointed(team.organisation, role)
    else:
        who = make.staff(team, role)
    assert (counts(team, who, role=role) is not None) is sees
    elsewhere = make.staff(make.team(team.organisation))
    assert counts(team, elsewhere) is None
    left = make.staff(team)
    Membership.objects.filter(account=left).update(ends_on=timezone.localdate())
    assert counts(team, left) is None


def test_another_team_or_year_is_not_found(page: Client, team: Team) -> None:
    """connecting R11: whole calendar years only; no other period can be asked for."""
    other = make.team(team.organisation)
    assert page.get(f"/team/{other.id}/connecting/").status_code == 404
    for year in ("2026-Q1", "1999", str(YEAR + 2), "all", ""):
        assert page.get(f"/team/{team.id}/connecting/?year={year}").status_code == 404


def test_the_web_role_reaches_neither_kept_counts_nor_what_counts(team: Team, worker: Account) -> None:
    """The second lock: no row and no inner function."""
    told(team, worker, {("none", "none"): 6})
    counts(team, worker)
    assert TeamCount.objects.count() == 1
    with seen_by(worker.id, "worker"):
        assert TeamCount.objects.count() == 0
    inner = "SELECT ownwords_count_connecting_report(%s, %s, %s)"
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        seen_by(worker.id, "worker"),
        connection.cursor() as cursor,
    ):
        cursor.execute(inner, [team.id, DAY, DAY + timedelta(days=9)])


def test_a_second_look_shows_no_single_answer(team: Team, worker: Account) -> None:
    """connecting R11: not within the month, and later only when at least five ties differ."""
    made = told(team, worker, {("none", ""): 10})
    first = counts(team, worker)
    for one in made[:4]:
        view(one, "alongside", "worker", by=worker)
    assert counts(team, worker) == first
    later = timezone.localdate() + timedelta(days=40)
    with on(later):
        assert counts(team, worker) == first
        view(made[4], "alongside", "worker", by=worker)
        again = counts(team, worker)
    assert again.counted_on == later
    assert again.kinds["new"].parts == {("none", ""): 5, ("none", "alongside"): 5}


def test_the_report_takes_one_statement(team: Team, worker: Account) -> None:
    """connecting R11: however many ties there are."""
    told(team, worker, {("none", "none"): 12})
    with seen_by(worker.id, "worker"), asked() as sent:
        queries.report_of(team, LAST)
    assert len(sent) == 1
