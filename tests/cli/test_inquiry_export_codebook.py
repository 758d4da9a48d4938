"""`ownwords inquiry export-codebook`: one study's codes, whole or not at all, and kept in the journal."""

from __future__ import annotations

import csv
import io
import json
import stat
from contextlib import nullcontext
from pathlib import Path
from uuid import uuid4

import pytest
from docx import Document

from ownwords.cli.inquiry import export_codebook
from ownwords.cli.words import run_in_words
from ownwords.inquiry.models import Code, Study
from ownwords.ledger.models import Act
from tests import factories, studying
from tests.inquiry.refi.made import faults

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "How a team supports recovery"


@pytest.fixture
def inquiry(monkeypatch: pytest.MonkeyPatch) -> Study:
    """A study with two codes; the command runs on the test's own database."""
    monkeypatch.setattr(export_codebook, "django_database", nullcontext)
    made = studying.study(studying.researcher(factories.organisation()))
    top = studying.code(made, "Staff")
    below = studying.code(made, "=trust", parent=top, definition="Relying on them", use_when="It is told of")
    studying.coding(below, studying.source(made), 0, 5)
    return made


def run(*arguments: object) -> int:
    """Run the command."""
    return run_in_words(export_codebook.command, [str(one) for one in arguments])


def test_the_ending_says_which_kind_and_either_id_or_title_says_which_study(
    inquiry: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """inquiry 24: GUIDs kept; the file is for its owner alone, and that it was made is kept."""
    table, document, exchange = (tmp_path / f"codes.{one}" for one in ("csv", "docx", "qdc"))
    assert run(inquiry.id, table) == run(TITLE, document) == 0
    capsys.readouterr()
    assert run(TITLE, exchange, "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["study"], facts["format"], facts["bytes"]) == (TITLE, "qdc", exchange.stat().st_size)
    rows = list(csv.DictReader(io.StringIO(table.read_bytes().decode("utf-8-sig"))))
    assert [(row["name"], row["depth"], row["passages"]) for row in rows] == [
        ("Staff", "1", "0"), ("'=trust", "2", "1"),
    ]  # fmt: skip
    assert "=trust" in [one.text for one in Document(str(document)).paragraphs]
    assert faults(exchange.read_bytes(), "Codebook.xsd") == []
    assert str(Code.objects.get(name="Staff").guid) in exchange.read_text()
    assert {stat.S_IMODE(one.stat().st_mode) for one in (table, document, exchange)} == {0o600}
    acts = Act.objects.filter(verb="study_exported")
    assert {(one.role, one.thing_id) for one in acts} == {("operator", inquiry.id)}
    assert acts.count() == 3


def test_what_does_not_fit_is_one_line_and_status_2_and_nothing_is_written(
    inquiry: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """inquiry 5: no study, two of one title, another ending, a day to come, a file that is there."""
    there, file = tmp_path / "there.csv", tmp_path / "x.csv"
    there.write_text("mine")
    studying.study(inquiry.made_by, title="Twice")
    studying.study(inquiry.made_by, title="Twice")
    empty = studying.study(inquiry.made_by, title="Empty")
    for arguments, words in (
        ((uuid4(), file), "There is no study with the id or title"),
        (("No such title", file), "There is no study with the id or title"),
        (("Twice", file), "2 studies are called “Twice”"),
        ((TITLE, tmp_path / "x.xlsx"), "the ending says which kind"),
        ((TITLE, tmp_path / "none" / "x.csv"), "does not exist"),
        ((TITLE, there), "is there already"),
        ((TITLE, file, "--on", "2999-01-01"), "has not been yet"),
        ((TITLE, file, "--on", "1999-01-01"), "There was no code in this study on that day"),
        ((empty.id, file), "There was no code in this study on that day"),
    ):
        assert run(*arguments) == 2
        said = capsys.readouterr()
        assert words in said.err
        assert len(said.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == [there]
    assert there.read_text() == "mine"
    assert not Act.objects.filter(verb="study_exported").exists()
    assert run(TITLE, there, "--replace") == 0
    assert "Staff" in there.read_text()
