"""Coded passages out as table, sheet, page and document, by page and by command line."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.cli.inquiry import export_codings as verb
from ownwords.cli.words import run_in_words
from ownwords.inquiry.actions import export_codings as actions
from ownwords.inquiry.models import Coding, Consent, Participant, Study
from ownwords.inquiry.queries import export_rows
from ownwords.ledger.models import Act
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.refi_studies import rich

pytestmark = pytest.mark.django_db


def address(study: Study) -> str:
    """Return where files are taken away."""
    return reverse("inquiry:exchange", args=[study.id])


def taken(client: Client, study: Study, form: str) -> bytes:
    """Return a file from the page."""
    answer = client.post(address(study), {"form": form})
    assert answer.status_code == 200
    return answer.getvalue()


def table(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_table_says_of_each_passage_who_where_and_by_whom(
    leads: Client, inquiry: Study, coder: Account
) -> None:
    """Code path, pseudonym, turn, words, coder, memo, strength, GUIDs; and that it was done is kept."""
    mine = rich(inquiry, coder)
    first, second = table(taken(leads, inquiry, "csv"))
    assert first["code"] == "Helps > Dogs & walks"
    assert (first["who"], first["turn"], first["words"]) == ("Maple", "2", make.WORDS[27:47])
    assert (first["memo"], first["strength"], first["coder"]) == ("Said with a smile", "80", "Ines Okafor")
    assert first["coding_guid"] == str(mine.guid)
    assert second["coder"] == "Tom Reyes"
    assert Act.objects.filter(verb="study_exported").count() == 1


@pytest.mark.parametrize(("agreed", "said"), [(None, "not stated"), (True, "yes"), (False, "no")])
def test_who_has_not_agreed_to_be_quoted_is_marked(
    leads: Client, inquiry: Study, coder: Account, agreed: bool | None, said: str
) -> None:
    """The newest answer of the participant counts; who was not asked has not agreed."""
    rich(inquiry, coder)
    person = Participant.objects.get(study=inquiry)
    if agreed is not None:
        for answer in (not agreed, agreed):
            Consent.objects.create(
                study=inquiry, participant=person, to="quoting", agreed=answer, made_by=inquiry.made_by
            )
    assert {row["may_be_quoted"] for row in table(taken(leads, inquiry, "csv"))} == {said}
    assert (b"Do not quote" in taken(leads, inquiry, "html")) is (agreed is not True)


def test_a_cell_never_runs(leads: Client, inquiry: Study) -> None:
    """A formula in a spreadsheet is guarded in the table and text in the sheet."""
    at = make.source(inquiry, "=1+1 is what they said")
    make.coding(make.code(inquiry, "@sum"), at, 0, 4)
    row = table(taken(leads, inquiry, "csv"))[0]
    assert (row["code"], row["words"]) == ("'@sum", "'=1+1")
    with zipfile.ZipFile(io.BytesIO(taken(leads, inquiry, "xlsx"))) as sheet:
        assert b"<f>" not in sheet.read("xl/worksheets/sheet1.xml")


def test_a_page_is_escaped_and_a_document_opens(leads: Client, inquiry: Study) -> None:
    """Words are words in every kind of file."""
    from docx import Document

    at = make.source(inquiry, "<script>x</script> & more\x07", title="A < B")
    make.coding(make.code(inquiry), at, 0, at.length)
    assert b"<script>" not in taken(leads, inquiry, "html")
    document = Document(io.BytesIO(taken(leads, inquiry, "docx")))
    assert any("<script>x</script> & more" in one.text for one in document.paragraphs)


def test_nothing_is_left_out_or_twice_between_pieces(inquiry: Study, leader: Account) -> None:
    """Keyset: many passages that begin at one place, two at a time."""
    at = make.source(inquiry)
    for number in range(7):
        make.coding(make.code(inquiry, f"C{number}"), at, 3 if number < 5 else 9, 20)
    with mock.patch.object(export_rows, "MANY", 2):
        rows = table(b"".join(actions.export_codings_as_operator(study=inquiry, form="csv")))
    assert sorted(row["code"] for row in rows) == [f"C{number}" for number in range(7)]


def test_a_document_of_too_many_is_refused_with_an_offer(
    leads: Client, inquiry: Study, coder: Account
) -> None:
    """At most 5,000 quotations: else a table, sheet or page."""
    rich(inquiry, coder)
    with mock.patch.object(actions, "MOST", 1):
        answer = leads.post(address(inquiry), {"form": "docx"})
    assert answer.status_code == 422
    assert "There are 2 passages" in answer.content.decode()
    assert not Act.objects.filter(verb="study_exported").exists()


def test_in_a_blind_study_others_codings_stay_hidden(codes: Client, inquiry: Study, coder: Account) -> None:
    """inquiry 22: by no export."""
    rich(inquiry, coder)
    Study.objects.filter(pk=inquiry.id).update(blind=True)
    assert [row["coder"] for row in table(taken(codes, inquiry, "csv"))] == ["Tom Reyes"]


def test_every_kind_of_file_by_the_command_line(
    inquiry: Study, coder: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """export-codings STUDY FILE; the ending says which kind."""
    monkeypatch.setattr(verb, "django_database", nullcontext)
    rich(inquiry, coder)
    for form in actions.FORMS:
        file = tmp_path / f"all.{form}"
        assert run_in_words(verb.command, [str(inquiry.id), str(file)]) == 0
        assert file.stat().st_size > 400
    assert run_in_words(verb.command, [str(inquiry.id), str(tmp_path / "all.pdf")]) == 2
    assert len(table((tmp_path / "all.csv").read_bytes())) == Coding.objects.count() == 2
