"""The pages of a team's figures: completeness first, nobody to be found by a number, nobody ranked."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.ledger.models import Look
from ownwords.measures.method.catalogue import instrument
from ownwords.measures.method.stretches import counted_by, stretches
from ownwords.measures.models import InstrumentSwitch, OwnAnswer
from ownwords.measures.presenters import figure_cells
from ownwords.measures.presenters.figure_cells import ALL, CLASSES, KNOWN, page_of
from ownwords.measures.presenters.figures_lines import show_lines
from ownwords.measures.queries.figures import GroupKnown, LineCount, Results
from ownwords.people.method.reference import ethnic_categories
from ownwords.people.method.small_numbers import limits
from ownwords.people.models import Account, Placement, Team
from tests import factories as make
from tests.measures.figure_people import answered, asked, people
from tests.queries import asked as statements
from tests.signed_in import client_for

DAY = timezone.localdate()


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


def words(client: Client, team: Team, measure: str = "phq-9", whom: str = "") -> str:
    """Return the text of a page of figures."""
    answer = client.get(f"/team/{team.id}/figures/{measure}/{whom and '?whom=' + whom}")
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1]).split())


# ---- what is said --------------------------------------------------------------------------------


@pytest.mark.django_db
def test_completeness_comes_first_with_the_warning_that_the_rest_is_unknown(page: Client, team: Team) -> None:
    """RS-23: of 245 people 32 answered twice: 13%, and nothing is known about the others."""
    people(team, *[[12, 4]] * 32)
    for _ in range(213):
        asked(make.person(team, signs_in=False))
    said = words(page, team)
    assert "13% (32 of 245) of the people who could be asked" in said
    assert "What became of the others is not known" in said
    assert said.index("13%") < said.index("Latest results") < said.index("reliably improved")


@pytest.mark.django_db
def test_nought_is_said_with_its_whole_and_nobody_is_said_in_words(page: Client, team: Team) -> None:
    """RS-18: 0 of 7, and "no one to count"."""
    assert "no one to count" in words(page, team)
    people(team, *[[]] * 7)
    assert "0% (0 of 7)" in words(page, team)


@pytest.mark.django_db
def test_change_comes_with_its_method_and_is_never_called_none(page: Client, team: Team) -> None:
    """measures 20, RS-21: method, SD, r, threshold; "smaller than this form can tell apart from chance"."""
    people(team, *[[12, 4]] * 6, *[[12, 11]] * 7)
    said = words(page, team)
    assert "reliably improved 6" in said.replace("People ", "")
    assert "smaller than this form can tell apart from chance" in said
    for part in ("at least 6", "Method:", "Source:"):
        assert part in said
    assert "no change" not in said.lower()


@pytest.mark.django_db
def test_a_form_without_a_confirmed_threshold_judges_no_change(page: Client, team: Team) -> None:
    """RS-20: WSAS has a threshold that nobody confirmed."""
    key = next(
        key for key in ("wsas", "reqol-10", "core-10") if counted_by(instrument(key)).rule is None
    )  # fmt: skip
    InstrumentSwitch.objects.create(
        organisation=team.organisation, instrument=key, on=True, changed_by_id=make.account().id
    )
    people(team, *[[12, 4]] * 6, measure=key)
    said = words(page, team, key)
    assert "no change is judged" in said
    assert "reliably improved" not in said


@pytest.mark.django_db
def test_small_numbers_are_not_shown_nor_worked_out(page: Client, team: Team) -> None:
    """House rule 10: two people got worse; neither they nor what would tell are printed."""
    people(team, *[[12, 4]] * 20, *[[12, 11]] * 9, [4, 14], [4, 15])
    said = words(page, team).replace("People ", "")
    assert "reliably deteriorated not shown" in said
    assert "reliably improved 20" in said
    assert "chance not shown" in said


@pytest.mark.django_db
def test_every_category_stands_in_one_group_and_the_groups_add_up(page: Client, team: Team) -> None:
    """RS-25, refocus R22: the split by ethnic group, not stated and not asked included."""
    for code in ("A", "B", "M", "N", "Z", ""):
        people(team, *[[12, 4]] * 6, ethnicity=code)
    said = words(page, team)
    table = said[said.index("How far figures reach, by group") :]
    for row in ("White", "Black or Black British", "Rather not say", "Not asked"):
        assert row in table
    assert re.search(r"Everybody.{0,40} 36", table)


def test_every_code_of_the_list_maps_to_exactly_one_group() -> None:
    """RS-25: each ethnic category code appears once."""
    listed = ethnic_categories()
    found = [figure_cells.group_of(one.code) for one in listed.categories]
    assert set(found) == {group.key for group in listed.groups}
    assert figure_cells.group_of("") == figure_cells.NOT_ASKED
    assert figure_cells.group_of("own") == figure_cells.OWN
    assert figure_cells.group_of("??") == figure_cells.UNLISTED
    assert set(figure_cells.group_words()) == {*found, "own", figure_cells.NOT_ASKED, figure_cells.UNLISTED}


@pytest.mark.django_db
def test_sets_of_people_are_fixed_and_any_other_is_not_found(page: Client, team: Team) -> None:
    """Small numbers: nobody can choose days that single a person out."""
    who = people(team, *[[12, 4]] * 6)[0]
    Placement.objects.filter(person=who).update(ends_on=DAY, ended_by="agreed")
    assert "no one to count" in words(page, team, whom=f"ended-{DAY.year - 1}")
    for whom in ("2026-01-01", "ended-1999", "all", "ended-"):
        assert page.get(f"/team/{team.id}/figures/phq-9/?whom={whom}").status_code == 404


@pytest.mark.django_db
def test_nothing_is_ranked_and_no_worker_is_named(page: Client, team: Team, worker: Account) -> None:
    """House rule 4: no page of figures names a person or a worker."""
    crowd = people(team, *[[12, 4]] * 9)
    make.beside(crowd[0], worker, "named_worker")
    said = words(page, team) + words(page, team, "lines")
    assert worker.name not in said
    assert not any(one.called in said for one in crowd)


@pytest.mark.django_db
def test_what_is_said_about_workers_is_told_from_five_raters_and_two_workers_on(
    page: Client, team: Team, worker: Account
) -> None:
    """refocus R12: and then for the team, without a split and without change."""
    InstrumentSwitch.objects.create(
        organisation=team.organisation, instrument="inspire", on=True, changed_by_id=worker.id
    )
    both = [worker, make.staff(team)]
    for number in range(4):
        answered(make.person(team), 90, "inspire", about_account=both[number % 2])
    assert "Nothing is shown" in words(page, team, "inspire")
    for number in range(6):
        answered(make.person(team), 90, "inspire", about_account=both[number % 2])
    said = words(page, team, "inspire")
    assert "people: 10" in said
    assert "ethnic" not in said
    assert "reliably" not in said


# ---- personal lines ------------------------------------------------------------------------------


@pytest.mark.django_db
def test_lines_are_told_by_what_their_people_said(page: Client, team: Team) -> None:
    """RS-22: reached, no longer matters, better, harder: counts of people and lines, no average of ratings."""
    for number in range(12):
        who = make.person(team)
        line = make.line(
            who, closed_on=DAY if number < 6 else None, closed_as="reached" if number < 6 else ""
        )
        make.rating(line, number % 10)
        OwnAnswer.objects.create(
            person=who, line=line, answer="better", visibility="team", written_by=who.account
        )
    said = words(page, team, "lines").replace("People ", "").replace("Lines ", "").replace("Answers ", "")
    for part in ("I got there 6 6", "open 6 6", "rated once 12 12", "Yes, better 12 12", "Yes, harder 0 0"):
        assert part in said
    assert "average" not in said.lower()


def line(what: str, which: str, of: int, lines: int) -> LineCount:
    """Say a count in short."""
    return LineCount(what, which, of, lines)


def test_the_lines_of_few_people_are_hidden_however_many_they_are() -> None:
    """House rule 10: thirty lines of two people are two people, and no subtraction finds them."""
    shown = show_lines([
        line("people", "", 40, 0), line("lines", "", 20, 80), line("state", "open", 20, 40),
        line("state", "reached", 2, 30), line("state", "resting", 8, 10), line("rated", "2", 20, 80),
    ])  # fmt: skip
    states = {row[0]: row[1:] for row in shown.states}
    assert states["I got there"] == ["not shown", "not shown"]
    assert list(states.values()).count(["not shown", "not shown"]) >= 2
    assert shown.lines == "80"


# ---- nothing follows from what is printed ---------------------------------------------------------


def _known(code: str, counts: list[int]) -> tuple[GroupKnown, dict[str, int]]:
    """Make one category: not asked, asked, once, improved, chance, deteriorated."""
    nobody, silent, one, *classes = counts
    twice = sum(classes)
    row = GroupKnown(code, nobody + silent + one + twice, silent + one + twice, one + twice, twice)
    return row, {"one": one, **dict(zip(("improved", "chance", "deteriorated"), classes, strict=True))}


CATEGORIES = st.dictionaries(
    st.sampled_from(["A", "D", "H", "M", "Z", "", "own"]),
    st.lists(st.integers(0, 12), min_size=6, max_size=6),
    min_size=1,
    max_size=6,
)


def _page(made: dict[str, list[int]], seed: int) -> tuple[figure_cells.Page, dict[tuple[str, str], int]]:
    """Return the page of made-up categories, and the truth of every number that it could print."""
    both = {code: _known(code, counts) for code, counts in made.items()}
    people_of = sum(row.once or 0 for row, _classes in both.values())
    dice, bins = random.Random(seed), dict.fromkeys(range(1, 6), 0)
    for _ in range(people_of):
        bins[dice.randint(1, 5)] += 1
    groups = {code: classes for code, (_row, classes) in both.items()}
    classes = {name: sum(one[name] for one in groups.values()) for name in ("one", *CLASSES)}
    page = page_of([row for row, _ in both.values()], Results(DAY, people_of, bins, classes, groups), 5)
    truth: dict[tuple[str, str], int] = {}
    for code, (row, by_class) in both.items():
        for group in (figure_cells.group_of(code), ALL):
            for what in KNOWN:
                truth[group, what] = truth.get((group, what), 0) + (getattr(row, what) or 0)
            for what in CLASSES:
                truth[group, what] = truth.get((group, what), 0) + by_class[what]
    return page, truth


@settings(max_examples=60, deadline=None)
@given(CATEGORIES, st.integers(0, 9))
def test_no_small_number_is_printed_and_every_printed_one_is_true(
    made: dict[str, list[int]], seed: int
) -> None:
    """House rule 10, refocus R22: nothing between one and four stands on the page."""
    page, truth = _page(made, seed)
    for key, count in truth.items():
        printed = page.of(*key)
        assert printed is None or printed == count
        assert printed is None or not 0 < printed < limits().small_below


def _sums(page: figure_cells.Page) -> list[list[tuple[str, str]]]:
    """Return every sum that a reader can do: the total, then its parts."""
    found = [[(ALL, what), *((group, what) for group in page.groups)] for what in (*KNOWN, *CLASSES)]
    return found + [[(group, "twice"), *((group, name) for name in CLASSES)] for group in (*page.groups, ALL)]


@settings(max_examples=80, deadline=None)
@given(CATEGORIES, st.integers(0, 9))
def test_no_small_number_follows_from_what_is_printed(made: dict[str, list[int]], seed: int) -> None:
    """House rule 10, refocus R22: no combination of printed cells gives a hidden small one."""
    page, truth = _page(made, seed)
    sums = _sums(page)
    away = sorted({cell for one in sums for cell in one if page.of(*cell) is None})
    if not away:
        return
    rows = np.array([[(-1.0 if one[0] == cell else 1.0) * (cell in one) for cell in away] for one in sums])
    rank = np.linalg.matrix_rank(rows)
    for place, cell in enumerate(away):
        if 0 < truth[cell] < limits().small_below:
            alone = np.zeros((1, len(away)))
            alone[0, place] = 1
            assert np.linalg.matrix_rank(np.vstack([rows, alone])) == rank + 1, cell


@settings(max_examples=60, deadline=None)
@given(CATEGORIES, st.integers(0, 9))
def test_what_is_missing_from_a_printed_total_is_never_few_people(
    made: dict[str, list[int]], seed: int
) -> None:
    """House rule 10: the rest of every sum on the page is at least five people."""
    page, truth = _page(made, seed)
    for total, *parts in _sums(page):
        missing = [part for part in parts if page.of(*part) is None]
        if page.of(*total) is not None and missing:
            assert sum(truth[part] for part in missing) >= limits().small_below
    assert page.people is None or not 0 < page.people < limits().small_below
    missing_people = (page.people or 0) - sum(count or 0 for count in page.bins)
    assert page.people is None or None not in page.bins or missing_people >= limits().small_below


# ---- stretches -----------------------------------------------------------------------------------


def test_every_score_lies_in_exactly_one_stretch() -> None:
    """measures 2.2: the stretches reach from the lowest to the highest score without a gap."""
    from ownwords.measures.method.catalogue import instruments

    for one in instruments().values():
        score = one.score()
        parts = stretches(score)
        assert (parts[0].low, parts[-1].high) == (score.low, score.high)
        assert all(left.low < right.low for left, right in pairwise(parts))
        assert len(parts) <= 6


def test_what_is_counted_by_changes_its_key_and_nothing_else_does() -> None:
    """A new threshold waits for the next count; a corrected sentence does not."""
    from dataclasses import replace

    phq = instrument("phq-9")
    assert counted_by(phq).key == counted_by(replace(phq, why="Another sentence.")).key
    score = phq.score()
    assert score.reliable_change is not None
    other = replace(score, reliable_change=replace(score.reliable_change, points=5.0))
    assert counted_by(replace(phq, scores=(other,))).key != counted_by(phq).key
    assert SimpleNamespace(edges=counted_by(phq).edges).edges == [0, 5, 10, 15, 20]


# ---- who may, and what it costs ------------------------------------------------------------------

PAGES = (
    "/team/figures/",
    "/team/{team}/figures/lines/",
    "/team/{team}/figures/phq-9/",
    "/team/{team}/figures/phq-9/not-asked/",
)


@pytest.mark.django_db
@pytest.mark.parametrize("page_of", PAGES)
@pytest.mark.parametrize("role", ["person", "supporter", "peer_worker", "researcher", "administrator"])
def test_only_workers_and_leads_have_figures(team: Team, role: str, page_of: str) -> None:
    """DESIGN 1: for everybody else there is no such page."""
    sam = make.person(team)
    who = {
        "person": sam.account,
        "supporter": make.account(),
        "peer_worker": make.staff(team, "peer_worker"),
        "researcher": make.appointed(team.organisation, "researcher"),
        "administrator": make.appointed(team.organisation, "administrator"),
    }[role]
    assert who is not None
    if role == "supporter":
        make.beside(sam, who, "supporter")
    assert client_for((who, role)).get(page_of.format(team=team.id)).status_code == 404


@pytest.mark.django_db
def test_a_worker_of_another_team_finds_no_figures_here(team: Team) -> None:
    """Missing and forbidden are answered alike."""
    other = client_for((make.staff(make.team(team.organisation)), "worker"))
    for one in PAGES[1:]:
        assert other.get(one.format(team=team.id)).status_code == 404
    assert other.get("/team/figures/").status_code == 200


@pytest.mark.django_db
def test_a_measure_that_is_not_in_use_has_no_figures(page: Client, team: Team) -> None:
    """measures 8: what is switched off is nowhere offered."""
    assert page.get(f"/team/{team.id}/figures/reqol-10/").status_code == 404
    assert page.get(f"/team/{team.id}/figures/nothing/").status_code == 404


@pytest.mark.django_db
def test_from_a_figure_to_people_not_asked_without_any_result(
    page: Client, team: Team, worker: Account
) -> None:
    """House rule 9 and 8: the claim opens, the look is kept, and no result stands beside a name."""
    people(team, [27])
    make.person(team, "Ann Lee")
    answer = page.get(f"/team/{team.id}/figures/phq-9/not-asked/")
    said = answer.content.decode()
    assert "Ann Lee" in said
    assert "27" not in re.sub(r"<[^>]+>", " ", said.split("<main")[1])
    assert set(Look.objects.values_list("part", flat=True)) == {"list:caseload"}
    assert Look.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "most"), [("phq-9/", 7), ("lines/", 6), ("phq-9/not-asked/", 10)])
def test_a_page_asks_as_often_for_many_people_as_for_few(
    page: Client, team: Team, path: str, most: int
) -> None:
    """Query budget: the database counts, whatever the size of the team."""
    found = []
    for more in (2, 15):
        for who in people(team, *[[12, 4], []] * more):
            make.line(who)
        page.get(f"/team/{team.id}/figures/{path}")
        with statements() as sent:
            page.get(f"/team/{team.id}/figures/{path}")
        found.append(len(sent))
    assert found[0] == found[1] <= most + 3, sent


@pytest.mark.django_db
def test_the_ways_to_figures(page: Client, team: Team) -> None:
    """Link from the list of people for workers, from the team's page for leads, and on to each measure."""
    assert "/team/figures/" in page.get("/people/").content.decode()
    lead = client_for((make.staff(team, "team_lead"), "team_lead"))
    assert "/team/figures/" in lead.get("/team/").content.decode()
    said = page.get("/team/figures/").content.decode()
    assert f"/team/{team.id}/figures/phq-9/" in said
    assert f"/team/{team.id}/figures/lines/" in said
