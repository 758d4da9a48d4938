"""A chart taken away: as a sheet, a document, a table, and for a program."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse

from ownwords.cli.inquiry.query_chart import chart as asked_for
from ownwords.cli.words import Refusal
from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Consent
from ownwords.ledger.models import Act
from tests import studying as make
from tests.charting import Charted, charted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def there(opened: OpenedStudy) -> Charted:
    """A chart with one summary, resting on two passages, and a cell where somebody found nothing."""
    there = charted(opened)
    found = [make.coding(there.walks, there.text, *said(2)), make.coding(there.helps, there.text, *said(4))]
    there.write("=Walks", rests_on=[one.id for one in found])
    there.write("", nothing_found=True, place=there.place(there.hinders, there.alder))
    return there


def file_of(there: Charted, leads: Client, form: str) -> bytes:
    """Return the chart as a file."""
    address = reverse("inquiry:chart_file", args=[there.opened.study.id, there.chart.id])
    answer = leads.post(address, {"form": form})
    assert answer.status_code == 200
    return answer.content


def test_every_file_keeps_the_references_and_that_it_was_made_is_kept(there: Charted, leads: Client) -> None:
    """inquiry 16: export keeps references; the three kinds of cell are told apart."""
    lines = list(csv.reader(io.StringIO(file_of(there, leads, "csv").decode("utf-8-sig"))))
    assert lines[1][:3] == ["Alder", "not charted yet", "looked, nothing there"]
    assert lines[2][:3] == ["Maple", "'=Walks [1] [2]", "not charted yet"]
    assert lines[-2][:6] == ["[1]", "Maple", "Interview 1", "", "2", "Walking with the dog helps."]
    assert file_of(there, leads, "xlsx")[:2] == file_of(there, leads, "docx")[:2] == b"PK"
    assert Act.objects.filter(verb="study_exported", thing_id=there.opened.study.id).count() == 3


def test_a_passage_of_somebody_who_did_not_agree_to_be_quoted_is_marked(
    there: Charted, leads: Client
) -> None:
    """inquiry 28: as in every other file of passages."""
    Consent.objects.create(
        study=there.opened.study, made_by=there.opened.study.made_by, participant=there.maple, to="quoting",
        agreed=False,
    )  # fmt: skip
    lines = list(csv.reader(io.StringIO(file_of(there, leads, "csv").decode("utf-8-sig"))))
    assert [line[6] for line in lines[-2:]] == ["no", "no"]


def test_no_other_kind_of_file(there: Charted, leads: Client) -> None:
    """inquiry 16."""
    address = reverse("inquiry:chart_file", args=[there.opened.study.id, there.chart.id])
    assert leads.post(address, {"form": "exe"}).status_code == 303


def test_a_program_gets_every_cell_with_its_state(there: Charted) -> None:
    """inquiry 16: cells with state, summary, references, and why they are older."""
    make.coding(there.helps, there.text, said(2)[0], said(4)[1])
    answer = json.loads(json.dumps(asked_for(there.opened.study, {"title": "What helps whom"})))
    rows = {(one["case"], one["code"]): one for one in answer["rows"]}
    mine = rows["Maple", "What helps"]
    assert (mine["state"], mine["passages"], mine["stale"]) == ("summary", 3, ["newer", "number"])
    assert [one["number"] for one in mine["references"]] == [1, 2]
    assert rows["Alder", "What hinders"]["state"] == "nothing_found"
    assert rows["Maple", "What hinders"]["state"] == "open"
    for named in ("", "No such chart"):
        with pytest.raises(Refusal):
            asked_for(there.opened.study, {"title": named})


def test_the_command_takes_the_title_of_a_chart() -> None:
    """inquiry 16."""
    from ownwords.cli.inquiry.query import command, told

    assert "TITLE" in CliRunner().invoke(command, ["--help"]).output
    assert told({"rows": [{"summary": "two\nlines", "references": [1, 2]}]}).split("\n")[1] == "two lines\t2"
