"""A team's figures of peer support: worked by hand, from the database to the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.peers.method.cumulative import History, bounds, mean_cumulative
from ownwords.peers.method.periods import half
from ownwords.peers.queries import figures
from ownwords.people.models import Account, Placement, Team
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.peers.figure_people import FIRST, TODAY, Kept, meetings_by_hand, on, returns_by_hand
from tests.queries import asked as statements
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """It is 1 August 2026."""
    with on(TODAY):
        yield


@pytest.fixture
def team() -> Team:
    """A team without anybody yet."""
    return make.team()


@pytest.fixture
def kept(team: Team) -> Kept:
    """What is put down about its people."""
    return Kept(team)


@pytest.fixture
def worker(team: Team) -> Account:
    """Somebody who works there."""
    return make.staff(team)


@pytest.fixture
def page(worker: Account) -> Client:
    """The worker, signed in."""
    return client_for((worker, "worker"))


def words(client: Client, team: Team, which: str = "returns") -> str:
    """Return the text of a page of figures: returns of the second half of 2025, meetings of the first."""
    period = {"returns": "2025-h2", "meetings": "2025-h1"}[which]
    answer = client.get(f"/team/{team.id}/peer-support/{which}/?period={period}")
    assert answer.status_code == 200
    main = answer.content.decode().split("<main")[1].split("</main")[0]
    main = re.sub(r'<span class="nhsuk-table__heading".*?</span>', "", main)
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def found(worker: Account, team: Team, part: int = 2):  # type: ignore[no-untyped-def]
    """Return the figures of returns of half of 2025 as the worker gets them, under the web role."""
    with seen_by(worker.id, "worker"):
        return figures.returns_of(team, half(2025, part))[1]


# ---- returns ------------------------------------------------------------------------------------


def test_returns_match_what_was_worked_out_by_hand(kept: Kept, worker: Account, team: Team) -> None:
    """PS-15, PS-16, PS-18: returns, how they came, and spells at three gaps, of 26 people; 6 were back before July."""
    returns_by_hand(kept)
    before, one = found(worker, team, 1), found(worker, team)
    assert (before.people, before.with_contact, before.came_back, before.ease.days.median) == (26, 21, 6, 2.0)
    assert before.bands == {"same_day": 0, "week": 6, "four_weeks": 0, "later": 0, "unknown": 0}
    assert (before.ease.referral.part, before.ease.referral.whole, before.ease.crisis.part) == (0, 6, 0)
    assert (one.people, one.with_contact, one.lately, one.came_back, one.ease.returns) == (26, 21, 5, 5, 5)
    assert one.bands == {"same_day": 5, "week": 0, "four_weeks": 0, "later": 0, "unknown": 0}
    assert (one.ease.referral.part, one.ease.referral.whole, one.ease.crisis.part) == (5, 5, 5)
    assert [(c.spells, c.returns, c.away_now, c.competing) for c in one.three] == [
        (32, 11, 16, 5), (32, 11, 16, 5), (26, 5, 11, 0),
    ]  # fmt: skip


def test_the_curve_of_time_to_return_matches_aalen_and_johansen_by_hand(
    kept: Kept, worker: Account, team: Team
) -> None:
    """PS-16: of 32 times away 5 moved at 130 (27 at risk), 6 were back at 144 (22) and 5 at 234 (10): 2/9, 14/27."""
    returns_by_hand(kept)
    curve = found(worker, team).time
    shown = {point.month: (point.at_risk, round(point.estimate, 9)) for point in curve.points}
    assert shown[3] == (32, 0.0)
    assert shown[4] == (27, 0.0)
    assert shown[5] == (16, round(2 / 9, 9))
    assert shown[7] == (10, round(2 / 9, 9))
    assert shown[8] == (5, round(14 / 27, 9))
    assert max(shown) == 11
    assert (curve.median, curve.times, curve.people) == (234, 32, 21)


def test_mean_cumulative_returns_match_the_exact_ones(kept: Kept, worker: Account, team: Team) -> None:
    """PS-17: 6 of 16 at day 144, 5 more of 16 at day 234: 11/16, with Lawless and Nadeau's variance."""
    returns_by_hand(kept)
    curve = found(worker, team).per_person
    exact = mean_cumulative(
        [History((144,), 355)] * 6
        + [History((234,), 355)] * 5
        + [History((), 355)] * 5
        + [History((), 130)] * 5
    )
    last = curve.points[-1]
    assert exact[-1].estimate == Fraction(11, 16)
    assert (last.month, last.at_risk, last.estimate) == (11, 16, 11 / 16)
    assert (last.low, last.high) == pytest.approx(bounds(11 / 16, float(exact[-1].variance)))


def test_the_page_says_returns_as_successes_with_what_is_not_known(
    kept: Kept, page: Client, team: Team
) -> None:
    """PS-18: counts, days, shares, completeness; no word that makes a return a failure."""
    returns_by_hand(kept)
    said = words(page, team)
    for part in (
        "every return is a success", "81% (21 of 26)", "people came back 5 returns in all 5", "on the same day 5",
        "within a week 0", "without a new referral 0% (0 of 5) 0", "through a crisis 100% (5 of 5) 0",
        "many days: 0.", "Counted on 1 August 2026.",
        "45 32 32 11 16 5", "90 32 32 11 16 5", "180 26 16 5 11 0", "in a return by day 234",
        "By the end of month 11 52% were back; 5 times away were still followed",
        "By the end of month 11 people had come back 0.69 times on average", "16 people had been followed",
        "on 31 December 2025 counts up to that day", "Death and moving out of the area",
    ):  # fmt: skip
        assert part in said
    lowered = said.lower()
    for banned in ("relapse", "fail", "discharge", "drop", "non-attend", "dna"):
        assert banned not in lowered


def test_another_gap_recomputes_everything(kept: Kept, worker: Account, team: Team) -> None:
    """PS-15: the organisation's own gap is used, and a change recomputes everything."""
    returns_by_hand(kept)
    kept.gap(200)
    one = found(worker, team)
    assert [float(c.gap) for c in one.three] == [100, 200, 400]
    assert one.came_back == 5


def test_an_unknown_referral_or_route_is_counted_beside_and_never_guessed(
    kept: Kept, page: Client, team: Team
) -> None:
    """PS-18: a return on somebody else's word has no days, no referral and no route."""
    for _ in range(6):
        who = kept.person()
        kept.attempt(who)
        kept.attempt(who, date(2025, 8, 1))
    said = words(page, team)
    assert "no one to count" in said
    assert "not known, or somebody else began" in said
    assert "Half were met" not in said


def test_only_what_others_may_count_is_in_the_rows(kept: Kept, worker: Account, team: Team) -> None:
    """House rule 2: "only me" and what was taken out of view are in no figure; named ones are."""
    for columns in (
        {"visibility": "me"},
        {"removed_at": timezone.now(), "removed_by_id": kept.peer.id, "removed_reason": "Mine."},
        {"visibility": "named"},
    ):
        kept.attempt(kept.person(), **columns)
    one = found(worker, team)
    assert (one.people, one.with_contact) == (3, 1)


def test_everybody_is_in_whose_support_fell_into_the_period_and_nobody_else(
    kept: Kept, worker: Account, team: Team
) -> None:
    """Support that ended before, began after, or never was for a day, is not of the period."""
    for starts, ends in (
        ("2024-01-01", None), ("2024-01-01", "2025-07-02"), ("2025-12-31", None),
        ("2024-01-01", "2025-07-01"), ("2026-01-01", None), ("2025-09-05", "2025-09-05"),
    ):  # fmt: skip
        who = kept.person()
        Placement.objects.filter(person=who).update(
            starts_on=starts, ends_on=ends, ended_by="agreed" if ends else ""
        )
    assert found(worker, team).people == 3


# ---- small numbers ------------------------------------------------------------------------------


def test_below_the_limit_nothing_of_a_curve_is_drawn(kept: Kept, page: Client, team: Team) -> None:
    """House rule 10: four people who came back are said to be some, and no number tells of them."""
    for _ in range(4):
        who = kept.person()
        kept.attempt(who)
        kept.attempt(who, date(2025, 8, 1))
    answer = page.get(f"/team/{team.id}/peer-support/returns/?period=2025-h2").content.decode()
    assert "<svg class=" not in answer.split("<main")[1]
    said = words(page, team)
    assert "People came back, but fewer than 5" in said
    assert "Fewer than 5 people have any contact kept" in said
    assert "Nothing is drawn" in said


def test_a_small_number_cannot_be_worked_out_from_the_others(kept: Kept, page: Client, team: Team) -> None:
    """House rule 10: two that needed a referral are hidden, and so is what would give them away."""
    for number in range(8):
        who = kept.person()
        kept.attempt(who)
        kept.came(who, date(2025, 8, 1), "walked_in", number < 2)
        kept.attempt(who, date(2025, 8, 1))
    said = words(page, team)
    assert re.search(r"without a new referral.{0,20}not shown", said)
    assert "6 of 8" not in said


# ---- meetings -----------------------------------------------------------------------------------


def test_attendance_matches_the_hand_worked_table_with_our_own_misses_first(
    kept: Kept, page: Client, team: Team
) -> None:
    """PS-12: all six codes, first and later apart; the service's own misses first and separately."""
    meetings_by_hand(kept)
    said = words(page, team, "meetings")
    for part in ("26% (11 of 42)", "0% (0 of 16)", "19% (11 of 58)"):
        assert part in said
    for part in (
        "16% (5 of 31)",
        "12% (5 of 42)",
        "55% (6 of 11)",
        "31% (5 of 16)",
        "26% (11 of 42)",
        "17% (10 of 58)",
    ):
        assert part in said
    assert said.index("What the service missed itself") < said.index("What people missed or called off")
    assert "Contact and tries without an appointment: 0." in said


def test_introductions_show_unknowns_an_interval_and_that_it_proves_no_cause(
    kept: Kept, page: Client, team: Team
) -> None:
    """PS-14: in person 8 of 13, by letter 5 of 10 with 6 not known; Wilson's interval of 5 in 10 is 24% to 76%."""
    meetings_by_hand(kept)
    said = words(page, team, "meetings")
    for part in ("62% (8 of 13)", "50% (5 of 10)", "24% to 76%", "57% (13 of 23)", "This is no proof"):
        assert part in said
    assert re.search(r"by letter only.*?16.*?50% \(5 of 10\).*?0.*?6", said)


def test_first_faces_come_only_from_answers(kept: Kept, page: Client, team: Team) -> None:
    """PS-13: 11 of 16 answered: 5 from 0 to 3, none between, 6 from 7 to 10. Days run from the first try."""
    meetings_by_hand(kept)
    said = words(page, team, "meetings")
    for part in (
        "69% (11 of 16)",
        "0 to 3 5",
        "4 to 6 0",
        "7 to 10 6",
        "within a week 21",
        "not yet 0",
        "days: 7.",
    ):
        assert part in said


def test_an_appointment_is_a_first_one_by_all_that_came_before_the_period(
    kept: Kept, worker: Account, team: Team
) -> None:
    """PS-12: what was attended a year before makes this one a later one."""
    who = kept.person()
    kept.attempt(who, date(2024, 3, 1), booked="5")
    kept.attempt(who, date(2025, 3, 1), booked="5")
    with seen_by(worker.id, "worker"):
        one = figures.meetings_of(team, half(2025, 1))[1]
    assert (sum(one.first.values()), sum(one.later.values())) == (0, 1)


def test_few_people_with_many_appointments_are_not_shown(kept: Kept, page: Client, team: Team) -> None:
    """House rule 10: thirty appointments of two people tell about two people."""
    for _ in range(2):
        kept.booked(kept.person(), *["5"] * 15)
        kept.introduced(kept.person(), "phone", "yes")
    said = words(page, team, "meetings")
    assert "Fewer than 5 people had an appointment" in said
    assert "Fewer than 5 people were introduced" in said


def test_an_empty_team_reads_as_empty(page: Client, team: Team) -> None:
    """Undefined is shown as undefined: no one to count, nothing drawn."""
    assert "no one to count" in words(page, team)
    said = words(page, team, "meetings")
    assert "No appointment is written down" in said
    assert "No introduction is written down" in said


# ---- who may see it -----------------------------------------------------------------------------


def test_nobody_but_those_who_work_there_today_is_given_anything(
    kept: Kept, worker: Account, team: Team
) -> None:
    """Second lock: asked directly under the web role, the functions give nothing to anybody else."""
    returns_by_hand(kept)
    whose = make.person(team)
    outsiders = [
        (make.staff(make.team(team.organisation)), "worker"), (make.staff(team, ends_on=TODAY), "worker"),
        (kept.peer, "peer_worker"), (kept.peer, "worker"), (whose.account, "person"), (whose.account, "worker"),
        (worker, "team_lead"), (worker, "administrator"), (worker, "researcher"),
    ]  # fmt: skip
    for who, role in outsiders:
        assert rows(who, role, team, "2025-h2") == ([], [])
    given, counted = rows(worker, "worker", team, "2025-h2")
    assert given
    assert counted[0][1]


@pytest.mark.parametrize(
    "period", ["2025", "2026-h2", "2025-q1", "2027-h1", "2025-h3", "25", "", "2025-01-01", "'; --"]
)
def test_the_database_gives_no_period_that_is_not_whole_and_over(
    kept: Kept, worker: Account, team: Team, period: str
) -> None:
    """Figures stand still: no day, no running half-year, nothing that overlaps at will."""
    assert rows(worker, "worker", team, period) == ([], [])


def rows(who: Account | None, role: str, team: Team, period: str) -> tuple[list[Any], list[Any]]:
    """Return what the two functions give this account, under the web role."""
    from django.db import connection

    assert who is not None
    with seen_by(who.id, role), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ownwords_peer_returns(%s, %s)", [team.id, period])
        given = list(cursor.fetchall())
        cursor.execute("SELECT * FROM ownwords_peer_meetings(%s, %s)", [team.id, period])
        return given, list(cursor.fetchall())


@pytest.mark.parametrize("which", ["returns", "meetings"])
def test_a_page_of_another_team_and_a_period_that_is_not_offered_are_not_found(
    page: Client, team: Team, which: str
) -> None:
    """Forbidden and missing answer alike."""
    assert page.get(f"/team/{make.team().id}/peer-support/{which}/").status_code == 404
    for period in ("2026", "2026-h2", "2022-h1", "x"):
        assert page.get(f"/team/{team.id}/peer-support/{which}/?period={period}").status_code == 404
    peer = client_for((make.staff(team, "peer_worker"), "peer_worker"))
    person = client_for((make.person(team).account, "person"))
    for other in (peer, person):
        assert other.get(f"/team/{team.id}/peer-support/{which}/").status_code == 404


def test_rows_leave_the_database_without_names_and_in_no_order(
    kept: Kept, worker: Account, team: Team
) -> None:
    """Rows are eight bytes for a contact: a number made anew at each call, a day, met or not."""
    for days in range(40):
        kept.attempt(kept.person(), FIRST + timedelta(days=days))
    one, other = (rows(worker, "worker", team, "2025-h2")[0][0] for _ in range(2))
    assert len(bytes(one[2])) == len(bytes(one[3])) == 8 * 40
    assert {chunk[4:] for chunk in chunks(bytes(one[2]))} == {chunk[4:] for chunk in chunks(bytes(other[2]))}
    assert set(chunks(bytes(one[2]))) != set(chunks(bytes(other[2])))


def chunks(packed: bytes) -> list[bytes]:
    """Return packed rows one by one."""
    return [packed[at : at + 8] for at in range(0, len(packed), 8)]


def test_a_page_takes_one_statement_for_its_rows(kept: Kept, page: Client, team: Team) -> None:
    """Speed: however many people, the rows come with one statement."""
    returns_by_hand(kept)
    words(page, team)
    with statements() as sent:
        words(page, team)
    assert sum("ownwords_peer_returns" in one for one in sent) == 1
    assert not [one for one in sent if "FROM" in one and '"peers_' in one]


def test_the_choice_of_figures_links_to_what_stands_beside(page: Client, team: Team) -> None:
    """The team's page leads here, and from here to principles; counts of peer workers are for leads."""
    said = page.get("/team/peer-support/").content.decode()
    assert "principles" in said
    assert "/team/peer-support/counts/" not in said
    lead = client_for((make.staff(team, "team_lead"), "team_lead"))
    assert "/team/peer-support/counts/" in lead.get("/team/peer-support/").content.decode()
    assert "/team/peer-support/" in lead.get("/team/").content.decode()
