"""What the made-up study has made of its codes: themes, findings, a chart, checking back, suggestions."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from ownwords.demo.study import LEAD, researcher
from ownwords.demo.study_days import HISTORY
from ownwords.inquiry.access import OpenedStudy, open_study
from ownwords.inquiry.models import (
    Category,
    Chart,
    ChartCell,
    CheckingRound,
    Finding,
    FindingTheme,
    Incident,
    Memo,
    ReportItem,
    Respondent,
    Source,
    Stage,
    Study,
    Theme,
    ThemeExtract,
)
from ownwords.inquiry.queries.chart_frame import Case, columns_of
from ownwords.inquiry.queries.chart_passages import cell_at, held_in, staleness
from ownwords.inquiry.queries.finding_practice import links_of
from ownwords.inquiry.queries.round_results import of_round
from ownwords.inquiry.queries.suggest_open import decided, open_suggestions
from ownwords.people.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@pytest.fixture
def lead() -> OpenedStudy:
    """The study as who leads it opens it."""
    return open_study(researcher(Account.objects.get(signin_name=LEAD)), Study.objects.get().id)


def test_each_theme_has_passages_for_it_and_against_it_and_one_was_dropped() -> None:
    """inquiry 14: three to five extracts for a theme, one against at least; a dropped one keeps its history."""
    stands = Counter(ThemeExtract.objects.values_list("theme__name", "stands"))
    shown = Theme.objects.exclude(status="dropped")
    assert shown.count() == 6
    assert shown.filter(parent__isnull=False).count() == 1
    for theme in shown:
        assert 3 <= stands[theme.name, "for"] <= 5
        assert stands[theme.name, "against"] >= 1
    gone = Theme.objects.get(status="dropped")
    events = apps.get_model("inquiry", "ThemeEvent")._default_manager
    told = events.filter(pgh_obj_id=gone.id).order_by(HISTORY)
    assert [one.status for one in told] == ["candidate", "reviewed", "dropped"]
    days = [timezone.localdate(getattr(one, HISTORY)) for one in told]
    assert days == sorted(set(days))


def test_each_finding_rests_on_a_theme_and_speaks_to_practice(lead: OpenedStudy) -> None:
    """inquiry 15, RS-29."""
    findings = list(Finding.objects.values_list("id", flat=True))
    assert len(findings) == 4
    assert set(FindingTheme.objects.values_list("finding", flat=True)) == set(findings)
    assert set(links_of(lead, findings)) == set(findings)


def test_the_chart_is_mostly_filled_and_one_summary_is_older_than_its_passages(lead: OpenedStudy) -> None:
    """inquiry 16: nothing found is not the same as not charted; the age of a summary is known."""
    chart = Chart.objects.get()
    columns = columns_of(lead.study, chart)
    assert len(columns) == 4
    cells = ChartCell.objects.all()
    assert 1 <= cells.filter(nothing_found=True).count() <= 8
    assert 56 <= cells.count() < 64
    assert not cells.filter(nothing_found=False, rests_on=[]).exists()
    stale = set()
    for cell in cells.select_related("participant"):
        column = next(one for one in columns if one.code_id == cell.code_id)
        assert cell.participant is not None
        case = Case(cell.participant.id, cell.participant.pseudonym)
        if staleness(cell_at(lead, chart, cell.code_id, case), held_in(lead, chart, column, case)):
            stale.add((case.name, column.name))
    assert stale == {("Sorrel", "Connections")}


def test_what_is_borrowed_from_grounded_theory_is_there() -> None:
    """inquiry 17: stages, comparisons, a core with two properties, incidents on them, a judgement with its reason."""
    assert Stage.objects.count() == 4
    assert Memo.objects.exclude(beside="").count() == 3
    core = Category.objects.get(core=True)
    assert core.properties.count() == 2
    assert core.saturation
    assert core.relations.count() == 1
    assert Incident.objects.count() == 7


def test_two_groups_were_asked_and_differ_most_over_one_finding(lead: OpenedStudy) -> None:
    """inquiry 27, connecting R25: never pooled; some replied by a link, some were typed in for."""
    found = of_round(lead, CheckingRound.objects.get())
    first = found.findings[0]
    assert first.words.startswith("When what somebody wants worries the team")
    assert first.furthest is not None
    assert first.furthest[0] > max(one.furthest[0] for one in found.findings[1:] if one.furthest)
    assert [one.asked for one in first.groups] == [7, 6]
    assert {one.typed for group in first.groups for one in group.said} == {True, False}
    assert found.what_changed
    assert Source.objects.get(kind="answers").speakers.count() == 4


def test_one_link_is_open_and_its_days_are_those_of_the_story() -> None:
    """Nobody knows its secret; it ends four weeks after it was made."""
    today = timezone.localdate()
    waits = Respondent.objects.get(secret_hash__isnull=False, replies__isnull=True)
    assert waits.expires_at is not None
    assert waits.expires_at > timezone.now()
    assert (waits.right_on, timezone.localdate(waits.expires_at)) == (
        today - timedelta(days=6),
        today + timedelta(days=22),
    )
    row = CheckingRound.objects.get()
    assert (row.opened_on, row.closed_on) == (today - timedelta(days=23), None)


def test_suggestions_wait_one_was_accepted_and_one_set_aside(lead: OpenedStudy) -> None:
    """inquiry 20: a suggestion counts nowhere until somebody accepts it."""
    assert lead.study.suggests_by_rule
    assert open_suggestions(lead).count() >= 3
    assert sorted(bool(one.accepted) for one in decided(lead)) == [False, True]


def test_about_half_of_what_a_checklist_asks_people_for_is_said() -> None:
    """inquiry 26."""
    assert ReportItem.objects.filter(checklist="coreq").count() == 6
    assert ReportItem.objects.filter(checklist="srqr").count() == 3
