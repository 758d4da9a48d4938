"""Charts: made, changed, their columns; the matrix and its read-outs; who reads only."""

from __future__ import annotations

import random
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions import chart_columns as columns
from ownwords.inquiry.actions.chart_cells import Place
from ownwords.inquiry.actions.charts import Drawn, change_chart, make_chart
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import (
    Attribute,
    AttributeValue,
    Chart,
    ChartCell,
    ChartColumn,
    Coding,
    StudyStep,
)
from ownwords.inquiry.queries.chart_cells import EMPTY, cells_of
from ownwords.inquiry.queries.chart_frame import cases_of, columns_of
from ownwords.inquiry.queries.chart_passages import cell_at, held_in, staleness
from ownwords.inquiry.queries.chart_sight import charting_seen
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.charting import LINES, Charted, charted, said
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def there(opened: OpenedStudy) -> Charted:
    """A chart."""
    return charted(opened)


def at(there: Charted, name: str, *more: Any) -> str:
    """Return an address of the chart."""
    return reverse(f"inquiry:{name}", args=[there.opened.study.id, there.chart.id, *more])


def order(there: Charted) -> list[str]:
    """Return the names of the columns in order."""
    return [one.name for one in columns_of(there.opened.study, there.chart)]


def test_a_chart_is_made_with_columns_from_the_tree(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 16: a matrix of cases and codes; the analysis page leads to it."""
    code = make.code(opened.study, "What helps")
    page = leads.get(reverse("inquiry:analysis", args=[opened.study.id])).content.decode()
    assert reverse("inquiry:charts", args=[opened.study.id]) in page
    sent = {
        "title": "What helps whom",
        "rows": "sources",
        "codes": [str(code.id)],
        "submission": str(uuid4()),
    }
    add = reverse("inquiry:chart_add", args=[opened.study.id])
    assert leads.post(add, {**sent, "title": " "}).status_code == 422
    for _twice in range(2):
        assert leads.post(add, sent).status_code == 303
    chart = Chart.objects.get()
    assert [one.code_id for one in ChartColumn.objects.filter(chart=chart)] == [code.id]
    assert "What helps whom" in leads.get(reverse("inquiry:charts", args=[opened.study.id])).content.decode()


def test_it_is_offered_first_in_the_framework_method(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.3: the declared method decides what is offered first."""
    address = reverse("inquiry:analysis", args=[opened.study.id])
    link = reverse("inquiry:charts", args=[opened.study.id])
    other = reverse("inquiry:cooccurrence", args=[opened.study.id])
    page = leads.get(address).content.decode()
    assert page.index(link) > page.index(other)
    type(opened.study).objects.update(method="framework")
    page = leads.get(address).content.decode()
    assert page.index(link) < page.index(other)


def test_columns_are_added_moved_and_taken_out_and_each_is_undone(there: Charted) -> None:
    """inquiry 10, 16: what is written in a column comes back with it."""
    there.write()
    columns.add_columns(opened=there.opened, chart_id=there.chart.id, codes=[there.walks.id, there.helps.id])
    assert order(there) == ["What helps", "What hinders", "Walks"]
    walks = ChartColumn.objects.get(code=there.walks)
    columns.move_column(opened=there.opened, chart_id=there.chart.id, column_id=walks.id, way="up")
    assert order(there) == ["What helps", "Walks", "What hinders"]
    undo(opened=there.opened, step_id=StudyStep.objects.get(did="chart_columns_ordered").id)
    assert order(there) == ["What helps", "What hinders", "Walks"]
    first = ChartColumn.objects.get(code=there.helps)
    columns.remove_column(
        opened=there.opened, chart_id=there.chart.id, column_id=first.id, version=first.version
    )
    assert order(there) == ["What hinders", "Walks"]
    undo(opened=there.opened, step_id=StudyStep.objects.get(did="chart_column_removed").id)
    assert order(there)[0] == "What helps"
    assert ChartCell.objects.get().summary == "Walks help."


def test_the_page_of_columns_does_the_same(there: Charted, leads: Client) -> None:
    """inquiry 16."""
    page = leads.get(at(there, "chart_columns")).content.decode()
    assert "Walks" in page
    assert leads.post(at(there, "chart_columns"), {"codes": [str(there.walks.id)]}).status_code == 303
    hinders = ChartColumn.objects.get(code=there.hinders)
    leads.post(at(there, "chart_column_move", hinders.id), {"way": "up"})
    assert order(there) == ["What hinders", "What helps", "Walks"]
    leads.post(at(there, "chart_column_remove", hinders.id), {"version": hinders.version + 1})
    assert order(there) == ["What helps", "Walks"]


def test_rows_stay_what_they_are_once_something_is_written(there: Charted) -> None:
    """inquiry 16: no summary loses its place."""
    drawn = Drawn("What helps whom", "sources")
    there.write()
    with pytest.raises(Refused) as no:
        change_chart(opened=there.opened, chart_id=there.chart.id, version=1, drawn=drawn)
    assert list(no.value.messages) == ["rows"]
    with pytest.raises(Refused):
        make_chart(opened=there.opened, drawn=drawn, codes=[uuid4()])


def test_a_chart_goes_out_of_view_and_comes_back(there: Charted, leads: Client) -> None:
    """inquiry 10."""
    leads.post(at(there, "chart_remove"), {"version": 1})
    assert leads.get(at(there, "chart")).status_code == 404
    leads.post(at(there, "chart_restore"), {"version": 2})
    assert leads.get(at(there, "chart")).status_code == 200


def test_the_matrix_tells_the_three_kinds_of_cell_and_the_older_ones_apart(
    there: Charted, leads: Client
) -> None:
    """inquiry 16: not charted, looked and nothing there, a summary; a mark in words where it is older."""
    one = make.coding(there.walks, there.text, *said(2))
    there.write("x" * 300, rests_on=[one.id])
    there.write("", nothing_found=True, place=there.place(there.hinders, there.alder))
    page = leads.get(at(there, "chart")).content.decode()
    assert "older than its passages" not in page
    make.coding(there.helps, there.text, *said(4))
    page = leads.get(at(there, "chart")).content.decode()
    for words in ("not charted yet", "looked, nothing there", "older than its passages", "2 of 4 cells"):
        assert words in page
    assert "x" * 161 not in page
    assert 'role="region"' in page
    row = leads.get(at(there, "chart_person", there.maple.id)).content.decode()
    column = leads.get(at(there, "chart_column", there.place().column.id)).content.decode()
    for read_out in (row, column):
        assert "x" * 300 in read_out
        assert "older than its passages" in read_out
    assert "What hinders" in row
    assert "Alder" in column


def test_rows_are_narrowed_by_a_value_and_who_withdrew_is_not_there(there: Charted, leads: Client) -> None:
    """inquiry 15, 27."""
    by = {"study": there.opened.study, "made_by": there.opened.study.made_by}
    attribute = Attribute.objects.create(**by, name="Work")
    AttributeValue.objects.create(
        study=there.opened.study, attribute=attribute, participant=there.maple, value="Peer worker"
    )
    page = leads.get(at(there, "chart")).content.decode()
    assert "Work: Peer worker" in page
    assert "Alder" in page
    assert (
        "Alder" not in leads.get(at(there, "chart"), {"only": f"{attribute.id}=Peer worker"}).content.decode()
    )
    there.alder.withdrew_on = "2026-01-01"
    there.alder.save()
    assert "Alder" not in leads.get(at(there, "chart")).content.decode()
    assert leads.get(at(there, "chart_person", there.alder.id)).status_code == 404


def test_a_column_whose_code_went_out_of_view_is_not_dropped_in_silence(
    there: Charted, leads: Client
) -> None:
    """inquiry 16: what was written stays readable, and says that it is older."""
    one = make.coding(there.helps, there.text, *said(2))
    there.write(rests_on=[one.id])
    there.helps.removed_at = timezone.now()
    there.helps.save()
    page = leads.get(at(there, "chart")).content.decode()
    assert "out of view" in page
    assert "Walks help." in page
    assert "older than its passages" in page


@pytest.mark.parametrize("rows", ["participants", "sources"])
def test_the_whole_matrix_says_of_every_cell_what_its_page_says(there: Charted, rows: str) -> None:
    """inquiry 16: the same answer for all cells at once and for one, on random passages and summaries."""
    chance, study = random.Random(16), there.opened.study
    Chart.objects.update(rows=rows)
    there.chart.refresh_from_db()
    make.source(study, "Nobody is known here.", "A note")
    codes, ends = [there.helps, there.walks, there.hinders], [said(n) for n in range(2, len(LINES) + 1)]
    for _round in range(6):
        for code, (_start, end) in [(code, span) for code in codes for span in ends]:
            if chance.random() < 0.4:
                first = chance.randint(0, end - 1)
                Coding.objects.get_or_create(
                    study=study, code=code, source=there.text, coder=study.made_by, start=first, end=end
                )
        sides, cases = columns_of(study, there.chart), cases_of(study, there.chart)
        for column, case in [(column, case) for column in sides for case in cases]:
            held = held_in(there.opened, there.chart, column, case)
            picked = [one.id for one in held if chance.random() < 0.5]
            there_now = cell_at(there.opened, there.chart, column.code_id, case)
            if there_now is None and chance.random() < 0.5:
                place = Place(there.chart, column, case)
                there.write(f"Of {len(held)}", rests_on=picked, place=place)
        for coding in chance.sample(list(Coding.objects.all()), 2):
            coding.delete() if chance.random() < 0.5 else Coding.objects.filter(pk=coding.pk).update(
                changed_at=timezone.now()
            )
        cells = cells_of(charting_seen(there.opened), there.chart, sides, cases)
        for column, case in [(column, case) for column in sides for case in cases]:
            held = held_in(there.opened, there.chart, column, case)
            kept = cell_at(there.opened, there.chart, column.code_id, case)
            found = cells.get((column.code_id, case.id), EMPTY)
            assert (found.passages, found.charted) == (len(held), kept is not None)
            assert found.stale == staleness(kept, held)
    assert any(one.stale for one in cells.values())


def test_a_larger_matrix_asks_no_more_than_a_small_one(there: Charted, leads: Client) -> None:
    """inquiry 30: constant in rows and columns."""
    counts = []
    for size in (1, 12):
        for n in range(size):
            make.participant(there.opened.study, f"Person {size} {n}")
            code = make.code(there.opened.study, f"Code {size} {n}")
            columns.add_columns(opened=there.opened, chart_id=there.chart.id, codes=[code.id])
            there.write(f"Summary {n}", place=there.place(code))
        leads.get(at(there, "chart"))
        with asked() as statements:
            assert leads.get(at(there, "chart")).status_code == 200
        counts.append(len([one for one in statements if '"inquiry_' in one]))
    assert counts[0] == counts[1] <= 10


def test_who_only_reads_sees_and_does_not_write(there: Charted) -> None:
    """inquiry 16; access by duty."""
    reader = make.researcher(there.opened.study.organisation, "Ann Reader")
    make.member(there.opened.study, reader, "reader")
    there.write()
    client = client_for((reader, "researcher"))
    place = there.place()
    address = at(there, "chart_cell", place.column.id, there.maple.id)
    page = client.get(address).content.decode()
    assert "Walks help." in page
    assert "<textarea" not in page
    assert client.post(address, {"words": "Mine"}).status_code == 404
    assert client.get(at(there, "chart_columns")).status_code == 404
