"""What the database counts for a team: how many, never who, and only for whoever works there today."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.stretches import CountedBy, counted_by
from ownwords.measures.models import Asking, Counted, Course, OwnAnswer, Response
from ownwords.measures.queries import figures
from ownwords.people.models import Account, Membership, Person, Placement, Team
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.measures.figure_people import FIRST, answered, asked, course, people

pytestmark = pytest.mark.django_db
PHQ: CountedBy = counted_by(instrument("phq-9"))
INSPIRE = counted_by(instrument("inspire"))


@pytest.fixture
def team() -> Team:
    """A team without anybody yet."""
    return make.team()


@pytest.fixture
def worker(team: Team) -> Account:
    """Somebody who works there."""
    return make.staff(team)


@contextmanager
def on(day: date) -> Iterator[None]:
    """Let it be another day, for Django and so for the database."""
    with patch("django.utils.timezone.localdate", lambda *_: day):
        yield


def known(who: Account, team: Team, measure: str = "phq-9", whom: str = "now", role: str = "worker") -> Any:
    """Return completeness as this account gets it, under the web role."""
    with seen_by(who.id, role):
        return figures.completeness(team, measure, whom)


def results(who: Account, team: Team, measure: str = "phq-9", by: CountedBy = PHQ, **kw: Any) -> Any:
    """Return results as this account gets them, under the web role."""
    with seen_by(who.id, kw.get("role", "worker")):
        return figures.results(team, measure, kw.get("whom", "now"), by)


def totals(rows: list[figures.GroupKnown]) -> tuple[int, ...]:
    """Add up the categories."""
    return tuple(
        sum(getattr(row, name) or 0 for row in rows) for name in ("eligible", "asked", "once", "twice")
    )


def test_it_counts_who_could_be_asked_was_asked_and_answered_once_or_twice(
    team: Team, worker: Account
) -> None:
    """RS-23: eligible, asked, answered once, answered twice, whoever may see the answers themselves."""
    people(team, [], [12], [12, 8], [12, 9, 4])
    asked(make.person(team))
    private = make.person(team)
    answered(private, 20, visibility="me")
    assert totals(known(worker, team)) == (6, 5, 4, 2)


def test_a_form_that_its_person_keeps_out_of_figures_or_took_away_is_not_counted(
    team: Team, worker: Account
) -> None:
    """House rule 2: whether an answer is counted is the person's to say."""
    who = make.person(team)
    answered(who, 20, in_figures=False)
    gone = answered(who, 12)
    assert totals(known(worker, team)) == (1, 1, 1, 0)
    Response.objects.filter(pk=gone.pk).update(
        removed_at=timezone.now(), removed_by_id=who.account_id, removed_reason="Mine."
    )
    assert totals(known(worker, team)) == (1, 0, 0, 0)


def test_a_form_without_a_score_is_no_answer_that_can_be_counted(team: Team, worker: Account) -> None:
    """measures 4: no score, no figure."""
    who = make.person(team)
    asked(who)
    answered(who, None)
    assert totals(known(worker, team)) == (1, 1, 0, 0)


def test_everybody_stands_in_one_set_of_people_at_most(team: Team, worker: Account) -> None:
    """House rule 4 and small numbers: sets that overlap could be subtracted from each other."""
    _now, back, gone, long_gone = people(team, [9], [9], [9], [9])
    year = timezone.localdate().year
    Placement.objects.filter(person=gone).update(ends_on=date(year - 1, 6, 1), ended_by="agreed")
    Placement.objects.filter(person=long_gone).update(
        ends_on=date(year - 9, 6, 1), starts_on=date(year - 10, 1, 1)
    )
    Placement.objects.filter(person=back).update(ends_on=date(year - 1, 5, 1))
    Placement.objects.create(person=back, team=team, starts_on=date(year - 1, 9, 1))
    counted = {whom: totals(known(worker, team, whom=whom))[0] for whom in figures.sets_of_people()}
    assert counted == {
        "now": 2,
        f"ended-{year}": 0,
        f"ended-{year - 1}": 1,
        f"ended-{year - 2}": 0,
        f"ended-{year - 3}": 0,
    }


def test_nobody_but_those_who_work_there_today_is_given_anything(team: Team, worker: Account) -> None:
    """Second lock: asked directly under the web role, the functions give nothing to anybody else."""
    crowd = people(team, *[[12, 4]] * 9)
    other = make.staff(make.team(team.organisation))
    former = make.staff(team, ends_on=timezone.localdate())
    peer = make.staff(team, "peer_worker")
    outsiders = [
        (other, "worker"), (former, "worker"), (peer, "peer_worker"), (peer, "worker"), (worker, "team_lead"),
        (crowd[0].account, "person"), (crowd[0].account, "worker"), (worker, "administrator"), (worker, "researcher"),
    ]  # fmt: skip
    for who, role in outsiders:
        assert known(who, team, role=role) == []
        assert results(who, team, role=role) is None
        with seen_by(who.id, role):
            assert figures.lines(team, "now") == []
            assert (
                figures._rows("SELECT * FROM ownwords_not_yet_asked(%s, 'phq-9', '', NULL, 50)", team.id)
                == []
            )
    assert not Counted.objects.exists()
    assert known(worker, team)
    assert results(worker, team)


@pytest.mark.parametrize("call", [
    "ownwords_count_results('{team}', 'phq-9', 'now', current_date, '{{0}}', 6, false)",
    "ownwords_count_raters('{team}', 'phq-9', 'now', current_date, '{{0}}')",
    "ownwords_course('{team}', 'phq-9')",
])  # fmt: skip
def test_the_counting_itself_cannot_be_called_from_the_web(team: Team, worker: Account, call: str) -> None:
    """Second lock: only what checks the viewer first and keeps small numbers back may be called."""
    with pytest.raises(DatabaseError), transaction.atomic(), seen_by(worker.id, "worker"):
        figures._rows(f"SELECT {call.format(team=team.id)}")


def test_the_web_role_reads_neither_courses_nor_counts_row_by_row(team: Team, worker: Account) -> None:
    """Counts alone: a course is one person's."""
    people(team, *[[12, 4]] * 6)
    results(worker, team)
    assert Course.objects.count() == 6
    assert Counted.objects.count() == 1
    with seen_by(worker.id, "worker"):
        assert Course.objects.count() == 0
        assert Counted.objects.count() == 0


def test_results_stand_in_stretches_and_classes_of_change(team: Team, worker: Account) -> None:
    """measures 20, RS-19: improvement is towards better, exactly the threshold counts, one score is no change."""
    people(team, [12, 6], [12, 7], [4, 10], [4, 9], [20], [0, 0], ethnicity="A")
    found = results(worker, team)
    assert found.people == 6
    assert found.bins == {1: 1, 2: 3, 3: 1, 5: 1}
    assert found.classes == {"improved": 1, "chance": 3, "deteriorated": 1, "one": 1}
    assert found.groups == {"A": found.classes}


def test_where_more_is_better_a_rise_is_an_improvement(team: Team, worker: Account) -> None:
    """measures 2: direction is the instrument's."""
    people(team, *[[10, 30]] * 5, measure="reqol-10")
    by = CountedBy(PHQ.stretches, PHQ.rule, counted_by(instrument("reqol-10")).direction, "k")
    assert results(worker, team, "reqol-10", by).classes == {"improved": 5}


def test_without_a_confirmed_threshold_no_change_is_judged(team: Team, worker: Account) -> None:
    """RS-20: what nobody has confirmed is not computed with."""
    people(team, *[[10, 30]] * 5)
    by = CountedBy(PHQ.stretches, None, PHQ.direction, "k")
    assert results(worker, team, by=by).classes == {"none": 5}


def test_every_code_own_words_and_not_asked_are_kept_apart(team: Team, worker: Account) -> None:
    """RS-25: each person stands in exactly one category, and the categories add up to all."""
    for code in ("A", "M", "M", "Z", ""):
        people(team, [5], ethnicity=code)
    make.person(team, ethnicity_words="Cornish")
    rows = known(worker, team)
    assert {row.code: row.eligible for row in rows} == {"A": 1, "M": 2, "Z": 1, "": 1, "own": 1}
    assert totals(rows)[0] == 6


# ---- the count stands still ----------------------------------------------------------------------


def test_fewer_than_five_results_are_not_given_and_not_kept(team: Team, worker: Account) -> None:
    """House rule 10: small groups are hidden."""
    people(team, *[[12, 4]] * 4)
    assert results(worker, team) is None
    assert not Counted.objects.exists()


def test_within_a_month_the_count_stands_still(team: Team, worker: Account) -> None:
    """One person's answer must not show in the difference between two looks."""
    people(team, *[[12, 4]] * 6)
    with on(date(2026, 10, 5)):
        before = results(worker, team)
        people(team, [27])
        assert results(worker, team) == before
    assert totals(known(worker, team))[2] == 7, "completeness is live"


@pytest.mark.parametrize(("more", "people_then"), [(1, 6), (4, 6), (5, 11)])
def test_it_is_counted_anew_only_when_five_people_differ(
    team: Team, worker: Account, more: int, people_then: int
) -> None:
    """Two counts differ in at least five people, or are the same count."""
    people(team, *[[12, 4]] * 6)
    with on(date(2026, 10, 5)):
        results(worker, team)
    people(team, *[[27]] * more)
    with on(date(2026, 11, 5)):
        found = results(worker, team)
    assert (found.people, found.counted_on.month) == (people_then, 11 if more == 5 else 10)


def test_somebody_who_leaves_the_team_does_not_show_in_the_difference(team: Team, worker: Account) -> None:
    """Also who comes and goes counts towards the five."""
    crowd = people(team, *[[12, 4]] * 9)
    with on(date(2026, 10, 5)):
        results(worker, team)
    Placement.objects.filter(person=crowd[0]).update(ends_on=date(2026, 10, 20))
    with on(date(2026, 11, 5)):
        assert results(worker, team).people == 9
    Placement.objects.filter(person__in=crowd[1:5]).update(ends_on=date(2026, 11, 20))
    with on(date(2026, 12, 5)):
        assert results(worker, team) is None, "four are left: too few"


def test_other_stretches_over_the_same_people_wait_for_the_next_count(team: Team, worker: Account) -> None:
    """Two ways to cut one scale could be subtracted from each other."""
    people(team, *[[12, 4]] * 6)
    other = CountedBy(PHQ.stretches[:2], PHQ.rule, PHQ.direction, "other")
    with on(date(2026, 10, 5)):
        assert results(worker, team)
        assert results(worker, team, by=other) is None
    with on(date(2026, 11, 5)):
        assert results(worker, team, by=other)


# ---- what is said about a worker -----------------------------------------------------------------


def rate(team: Team, about: list[Account], count: int, value: float = 80) -> None:
    """Let so many people rate these workers, in turn."""
    for number in range(count):
        answered(make.person(team), value, "inspire", about_account=about[number % len(about)])


def test_a_worker_is_never_rated_by_figures_of_a_team(team: Team, worker: Account) -> None:
    """refocus R12: under five raters, or when all rated one worker, nothing leaves the database."""
    colleague = make.staff(team)
    rate(team, [worker, colleague], 4)
    assert results(worker, team, "inspire", INSPIRE) is None
    row = known(worker, team, "inspire")[0]
    assert (row.eligible, row.asked, row.once) == (4, None, None)
    rate(team, [worker, colleague], 1)
    found = results(worker, team, "inspire", INSPIRE)
    assert (found.people, sum(found.bins.values())) == (5, 5)
    assert known(worker, team, "inspire")[0].once == 5
    answered(make.person(team), 80, "inspire", about_account=worker)
    row = known(worker, team, "inspire")[0]
    assert (row.eligible, row.once) == (6, 5), "one more rater shows with the next count, not at once"


def test_every_form_about_a_worker_is_known_to_the_database_before_its_first_answer() -> None:
    """refocus R12: figures that change their shape with the first answer would tell of it."""
    with connection.cursor() as cursor:
        for key, one in instruments().items():
            cursor.execute("SELECT ownwords_about_workers(%s)", [key])
            assert cursor.fetchone()[0] == one.about_worker, key


def test_five_raters_of_one_worker_are_no_team(team: Team, worker: Account) -> None:
    """refocus R12: a team figure about one worker would be that worker's figure."""
    rate(team, [worker], 8)
    assert results(worker, team, "inspire", INSPIRE) is None


def test_small_numbers_about_workers_do_not_leave_the_database(team: Team, worker: Account) -> None:
    """refocus R12: a stretch with one to four people keeps the whole distribution back."""
    both = [worker, make.staff(team)]
    rate(team, both, 6, 90)
    rate(team, both, 1, 10)
    found = results(worker, team, "inspire", INSPIRE)
    assert (found.people, found.bins, found.classes, found.groups) == (7, None, {}, {})


@pytest.mark.parametrize(("few", "shown"), [(4, False), (5, True)])
def test_the_smallest_stretch_about_workers_that_leaves_the_database_has_five(
    team: Team, worker: Account, few: int, shown: bool
) -> None:
    """refocus R12: four in one stretch keep the distribution back, five do not."""
    both = [worker, make.staff(team)]
    rate(team, both, 6, 90)
    rate(team, both, few, 10)
    found = results(worker, team, "inspire", INSPIRE)
    assert (found.bins is not None) == shown


# ---- lines ---------------------------------------------------------------------------------------


def test_lines_are_counted_by_what_their_people_said_of_them(team: Team, worker: Account) -> None:
    """RS-22: people and lines by their own stated outcome; a line that is not open to the team is not counted."""
    one, two = make.person(team), make.person(team)
    reached = make.line(one, closed_on=FIRST, closed_as="reached")
    make.line(one, "Sleep")
    make.line(two, "Sleep", visibility="me")
    make.line(
        two, "Gone", visibility="team",
        removed_at=timezone.now(), removed_by_id=two.account_id, removed_reason="Enough.",
    )  # fmt: skip
    make.rating(reached, 3)
    make.rating(reached, 7)
    for who, answer in ((one, "worse"), (one, "better")):
        OwnAnswer.objects.create(
            person=who, line=reached, answer=answer, visibility="team", written_by=who.account
        )
    with seen_by(worker.id, "worker"):
        found = {(row.what, row.which): (row.people, row.lines) for row in figures.lines(team, "now")}
    assert found == {
        ("people", ""): (2, 0), ("lines", ""): (1, 2), ("state", "reached"): (1, 1), ("state", "open"): (1, 1),
        ("rated", "2"): (1, 1), ("rated", "0"): (1, 1), ("said", "better"): (1, 1),
    }  # fmt: skip


def test_no_function_puts_numbers_of_different_people_together() -> None:
    """RS-22: nothing that figures ask of the database takes a mean, a sum or a median of ratings."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prosrc FROM pg_proc WHERE proname LIKE 'ownwords_team%' OR proname LIKE 'ownwords_count_%'"
        )
        sources = " ".join(row[0] for row in cursor.fetchall()).lower()
    assert "ownwords_works_in" in sources
    for word in ("avg(", "percentile", "sum(c.", "sum(r.", "sum(s.", "rank(", "row_number"):
        assert word not in sources


# ---- the course is kept right ---------------------------------------------------------------------

RECOUNT = """
SELECT r.person_id, r.instrument, count(s.value),
  (array_agg(s.value ORDER BY r.answered_on, r.started_at, r.id) FILTER (WHERE s.value IS NOT NULL))[1],
  (array_agg(s.value ORDER BY r.answered_on DESC, r.started_at DESC, r.id DESC) FILTER (WHERE s.value IS NOT NULL))[1]
FROM measures_response r LEFT JOIN measures_score s ON s.response_id = r.id AND s.main
WHERE r.finished_at IS NOT NULL AND r.removed_at IS NULL AND r.in_figures GROUP BY 1, 2 HAVING count(s.value) > 0
"""


def _step(dice: random.Random, crowd: list[Person]) -> None:
    """Do one thing that can happen to results."""
    who, measure = dice.choice(crowd), dice.choice(["phq-9", "gad-7"])
    rows = list(Response.objects.filter(person=who))
    one = dice.choice(rows) if rows else None
    what = dice.choice(
        ["ask", "answer", "answer", "begin", "finish", "remove", "back", "out", "in", "day", "score"]
    )
    if what == "ask":
        asked(who, measure)
    elif what == "answer" or one is None:
        day = FIRST + timedelta(days=dice.randrange(300))
        answered(who, dice.choice([None, 0, 3, 27]), measure, answered_on=day)
    elif what == "begin":
        if not any(row.finished_at is None and row.instrument == measure for row in rows):
            answered(who, 5, measure, finished_at=None)
    else:
        changed = {
            "finish": {"finished_at": timezone.now()},
            "remove": {
                "removed_at": timezone.now(),
                "removed_by_id": who.account_id,
                "removed_reason": "Mine.",
            },
            "back": {"removed_at": None, "removed_by_id": None, "removed_reason": ""},
            "out": {"in_figures": False},
            "in": {"in_figures": True},
            "day": {"answered_on": FIRST + timedelta(days=dice.randrange(300))},
        }.get(what)
        try:
            with transaction.atomic():
                if changed:
                    Response.objects.filter(pk=one.pk).update(**changed)
                else:
                    one.scores.update(value=dice.randrange(28), why_none="")
        except DatabaseError:
            return


@pytest.mark.parametrize("seed", range(12))
def test_a_course_is_what_a_recount_from_nothing_finds(team: Team, seed: int) -> None:
    """After any order of asking, answering, removing, correcting and keeping out, triggers and recount agree."""
    dice = random.Random(seed)
    crowd = [make.person(team) for _ in range(3)]
    for _ in range(60):
        _step(dice, crowd)
    kept = set(
        Course.objects.filter(scored__gt=0).values_list(
            "person_id", "instrument", "scored", "first_value", "last_value"
        )
    )
    assert kept == set(figures._rows(RECOUNT))
    asks = {(a.person_id, a.instrument) for a in Asking.objects.all()}
    assert {(c.person_id, c.instrument) for c in Course.objects.filter(asked__gt=0)} == asks


def test_a_course_moves_only_when_a_result_does(team: Team) -> None:
    """Being asked again is no result, so it does not count towards the five that a new count needs."""
    who = people(team, [12])[0]
    before = Course.objects.get(person=who).changed_at
    asked(who)
    assert Course.objects.get(person=who).changed_at == before
    course(who, [9])
    assert Course.objects.get(person=who).changed_at > before


def test_the_list_of_people_not_asked_goes_by_name_and_page(team: Team, worker: Account) -> None:
    """House rule 9: from a figure to people whom the worker may open anyway; it holds no result."""
    names = [make.person(team, f"Name {n:02}") for n in range(52)]
    asked(names[3])
    people(team, [20])
    viewer = make.viewing(worker)
    with seen_by(worker.id, "worker"):
        first = figures.not_asked(viewer, team, "phq-9")
        second = figures.not_asked(viewer, team, "phq-9", first.next)
    assert [one.called for one in first.people] == [f"Name {n:02}" for n in range(51) if n != 3]
    assert [one.called for one in second.people] == ["Name 51"]
    assert second.next is None


def test_a_member_who_changes_role_keeps_only_what_the_role_gives(team: Team) -> None:
    """Access follows today's membership: a lead of the team counts as well, in that role alone."""
    lead = make.staff(team, "team_lead")
    people(team, [5])
    assert totals(known(lead, team, role="team_lead"))[0] == 1
    assert known(lead, team, role="worker") == []
    Membership.objects.filter(account=lead).update(ends_on=timezone.localdate())
    assert known(lead, team, role="team_lead") == []
