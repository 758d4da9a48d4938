"""Charting one cell: what it holds, what is written, when it is older than its passages, undoing it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.chart_cells import Looked, clear_cell
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.method.charting.staleness import Why
from ownwords.inquiry.models import ChartCell, Coding, StudyStep
from ownwords.inquiry.presenters.chart_cells import cell_href
from ownwords.inquiry.queries.chart_passages import cell_at, held_in, staleness
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make
from tests.charting import Charted, charted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def there(opened: OpenedStudy) -> Charted:
    """A chart."""
    return charted(opened)


def stale(there: Charted) -> frozenset[Why]:
    """Return why Maple's cell is older than its passages."""
    place = there.place()
    held = held_in(there.opened, place.chart, place.column, place.case)
    return staleness(cell_at(there.opened, place.chart, place.column.code_id, place.case), held)


def href(there: Charted) -> str:
    """Return the address of Maple's cell."""
    place = there.place()
    return cell_href(place.chart, place.column, place.case)


def test_a_cell_holds_what_a_person_says_under_a_code_and_below_it(there: Charted) -> None:
    """inquiry 16: a participant's passages are those in turns that they speak; codes below count."""
    mine = make.coding(there.walks, there.text, *said(2))
    both = make.coding(there.helps, there.text, said(2)[0], said(3)[1])
    make.coding(there.helps, there.text, *said(3))
    make.coding(there.hinders, there.text, *said(4))
    place = there.place()
    held = held_in(there.opened, place.chart, place.column, place.case)
    assert {one.id for one in held} == {mine.id, both.id}
    assert len(held_in(there.opened, there.chart, place.column, there.place(who=there.alder).case)) == 2


def test_a_summary_rests_on_passages_of_its_cell_only(there: Charted) -> None:
    """inquiry 16: a cell is a written summary with references to the passages it rests on."""
    mine = make.coding(there.walks, there.text, *said(2))
    others = make.coding(there.helps, there.text, *said(3))
    with pytest.raises(Refused) as no:
        there.write(rests_on=[others.id])
    assert list(no.value.messages) == ["rests_on"]
    cell = there.write(rests_on=[mine.id])
    assert (cell.summary, cell.rests_on, cell.seen) == ("Walks help.", [mine.id], 1)
    assert not stale(there)


def test_nothing_found_is_said_without_a_summary_and_differs_from_not_charted(there: Charted) -> None:
    """inquiry 16: "nothing found" differs from "not yet charted"."""
    for written in ({"summary": " "}, {"summary": "Something", "nothing_found": True}):
        with pytest.raises(Refused):
            there.write(**written)
    assert there.write("", nothing_found=True).nothing_found
    assert not stale(there)
    make.coding(there.helps, there.text, *said(4))
    assert stale(there) == {Why.NEWER, Why.NUMBER}


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        ("uncoded", {Why.GONE, Why.NUMBER}),
        ("recoded", {Why.GONE, Why.NUMBER}),
        ("struck", {Why.GONE, Why.NUMBER}),
        ("code moved out", {Why.GONE, Why.NUMBER}),
        ("changed", {Why.NEWER}),
        ("out of view", {Why.GONE, Why.NUMBER}),
    ],
)
def test_a_summary_is_older_when_what_it_rests_on_goes_or_changes(
    there: Charted, happens: str, why: set[Why]
) -> None:
    """inquiry 16: stale when a passage is uncoded, recoded, moved out, struck or withdrawn."""
    one = make.coding(there.walks, there.text, *said(2))
    there.write(rests_on=[one.id])
    rows = Coding.objects.filter(pk=one.pk)
    if happens == "uncoded":
        rows.delete()
    elif happens == "recoded":
        rows.update(code=there.hinders)
    elif happens == "struck":
        rows.update(end=one.start)
    elif happens == "code moved out":
        there.walks.parent = None
        there.walks.save()
    elif happens == "changed":
        rows.update(changed_at=timezone.now())
    else:
        there.text.removed_at = timezone.now()
        there.text.save()
    assert stale(there) == why


def test_what_comes_in_while_somebody_writes_is_not_passed_over(there: Charted) -> None:
    """inquiry 16: the summary counts from when its passages were read."""
    looked = Looked(timezone.now(), 0)
    make.coding(there.walks, there.text, *said(2))
    there.write("Nothing yet of walks.", looked=looked)
    assert stale(there) == {Why.NEWER, Why.NUMBER}


def test_charting_is_undone_and_done_again(there: Charted) -> None:
    """inquiry 10: undo and redo of charts."""
    there.write()
    there.write("Walks help a lot.", version=1)
    cell = ChartCell.objects.get()
    clear_cell(opened=there.opened, place=there.place(), version=cell.version)
    assert not ChartCell.objects.exists()
    undo(opened=there.opened, step_id=StudyStep.objects.get(did="cell_cleared").id)
    assert ChartCell.objects.get().summary == "Walks help a lot."
    undo(opened=there.opened, step_id=StudyStep.objects.get(did="cell_changed").id)
    assert ChartCell.objects.get().summary == "Walks help."
    redo(opened=there.opened, step_id=StudyStep.objects.get(did="cell_changed").id)
    assert ChartCell.objects.get().summary == "Walks help a lot."


def test_who_was_slower_sees_both_texts(there: Charted, leads: Client) -> None:
    """inquiry 30; nothing typed is lost, and a form sent twice is kept once."""
    sent: dict[str, Any] = {"words": "Walks help.", "version": "0", "submission": str(uuid4())}
    assert leads.post(href(there), sent).status_code == 303
    assert leads.post(href(there), sent).status_code == 303
    assert ChartCell.objects.count() == 1
    slower = leads.post(href(there), {**sent, "words": "The dog helps."})
    page = slower.content.decode()
    assert slower.status_code == 409
    assert "Walks help." in page
    assert "The dog helps." in page
    with pytest.raises(StaleEdit):
        there.write("Mine", version=7)


def test_the_page_shows_the_passages_ticks_them_and_goes_on(there: Charted, leads: Client) -> None:
    """inquiry 16: from a cell to its passages in one step; the next cell after it."""
    one = make.coding(there.walks, there.text, *said(2))
    page = leads.get(href(there)).content.decode()
    assert "Walking with the dog helps." in page
    assert "Interview 1, turn 2: Walking with the dog helps." in page
    sent = {"words": "Walks.", "rests_on": [str(one.id)], "version": "", "then": "across"}
    answer = leads.post(href(there), sent)
    assert answer["Location"].endswith(f"/people/{there.maple.id}/")
    assert f"{there.place(there.hinders).column.id}" in answer["Location"]
    assert ChartCell.objects.get().rests_on == [one.id]
    make.coding(there.helps, there.text, *said(4))
    page = leads.get(href(there)).content.decode()
    assert "older than its passages" in page
    assert "Passages when it was written: 1. Passages now: 2." in page
    assert leads.post(href(there), {**sent, "words": " ", "version": "1"}).status_code == 422


def test_a_blind_study_hides_what_another_charted_until_both_have_finished(there: Charted) -> None:
    """inquiry 22: no page tells how another coded; a second summary is not written over the first."""
    from ownwords.inquiry.models import Finished, Study

    there.write()
    Study.objects.update(blind=True)
    other = make.researcher(there.opened.study.organisation, "Tom Reyes")
    make.member(there.opened.study, other)
    theirs = make.opened_by(other, there.opened.study)
    there.opened = theirs
    place = there.place()
    assert cell_at(theirs, place.chart, place.column.code_id, place.case) is None
    with pytest.raises(Refused, match="both of you have finished"):
        there.write("Mine")
    for who in (other, there.opened.study.made_by):
        Finished.objects.create(study=theirs.study, source=there.text, coder=who)
    assert cell_at(theirs, place.chart, place.column.code_id, place.case) is not None
