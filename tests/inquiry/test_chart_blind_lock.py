"""The second lock on summaries in charts while coding is blind, asked past every page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import ChartCell, Finished, Study
from ownwords.inquiry.queries.chart_sight import visible_cells
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.charting import Charted, charted, said
from tests.inquiry.all_addresses import tables

pytestmark = pytest.mark.django_db
SUMMARY = "Walks before work, says she"


@pytest.fixture
def there(opened: OpenedStudy) -> Charted:
    """A chart of a blind study: who leads it has charted Maple."""
    there = charted(opened)
    coding = make.coding(there.walks, there.text, *said(2))
    there.write(SUMMARY, rests_on=[coding.id])
    Study.objects.update(blind=True)
    return there


def holding(who: Account) -> Iterator[str]:
    """Yield the tables in which somebody finds the summary when they ask the database itself."""
    with seen_by(who.id, "researcher"):
        yield from (name for name, rows in tables().items() if SUMMARY in str(rows))


def finish(there: Charted, *who: Account) -> None:
    """Say that these have finished the text."""
    for one in who:
        Finished.objects.create(study=there.opened.study, source=there.text, coder=one)


def test_the_database_hides_a_summary_and_its_versions_until_both_have_finished(
    there: Charted, leader: Account, coder: Account
) -> None:
    """inquiry 22: as the queries do; the one who wrote it sees it all along, with their step."""
    kept = ["inquiry_chartcell", "inquiry_chartcellevent"]
    assert list(holding(coder)) == []
    assert list(holding(leader)) == [*kept, "inquiry_studystep"]
    finish(there, coder)
    assert list(holding(coder)) == []
    finish(there, leader)
    assert list(holding(coder)) == kept


def test_who_only_reads_finds_what_its_writer_has_finished(there: Charted, leader: Account) -> None:
    """inquiry 22."""
    reader = make.researcher(there.opened.study.organisation)
    make.member(there.opened.study, reader, "reader")
    assert list(holding(reader)) == []
    finish(there, leader)
    assert list(holding(reader)) == ["inquiry_chartcell", "inquiry_chartcellevent"]
    assert ChartCell.objects.count() == visible_cells(make.opened_by(reader, there.opened.study)).count()


def test_every_text_that_the_case_is_in_has_to_be_finished(
    there: Charted, leader: Account, coder: Account
) -> None:
    """inquiry 22: Maple speaks in a second text as well; one that is out of view does not count."""
    other = make.source(there.opened.study, title="Interview 2")
    other.speakers.filter(label="P1").update(participant=there.maple)
    finish(there, leader, coder)
    assert list(holding(coder)) == []
    type(other).objects.filter(pk=other.pk).update(removed_at="2026-01-01T00:00Z")
    assert list(holding(coder)) != []


def test_a_hidden_summary_is_not_changed_or_taken_away_past_the_pages(there: Charted, coder: Account) -> None:
    """inquiry 22: no blind stroke."""
    with seen_by(coder.id, "researcher"):
        assert ChartCell.objects.update(summary="Mine") == 0
        assert ChartCell.objects.all().delete()[0] == 0
    assert ChartCell.objects.get().summary == SUMMARY


def test_who_charts_a_cell_that_another_has_charted_unseen_is_told_and_reads_nothing(
    there: Charted, codes: Client, coder: Account
) -> None:
    """inquiry 22: neither by the page nor, where both were at it at once, by the two texts side by side."""
    there.opened = make.opened_by(coder, there.opened.study)
    with pytest.raises(Refused, match="Somebody else has charted this cell"), seen_by(coder.id, "researcher"):
        there.write("Mine")
    assert ChartCell.objects.get().summary == SUMMARY
