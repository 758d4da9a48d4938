"""`ownwords measures import-fhir` and `export-fhir`: what is said, what is kept, and what goes out again."""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ownwords.cli.measures import export_fhir, import_fhir
from ownwords.cli.words import run_in_words
from ownwords.ledger.models import Look
from ownwords.measures.actions.lines import LineWords, add_line
from ownwords.measures.actions.ratings import Rated, rate_line
from ownwords.measures.method.definitions import Given
from ownwords.measures.models import Response, Score
from ownwords.people.models import Person
from tests.around_sam import opened_by
from tests.measures.method.fhir_files import FOLDER, bundle, example, reading

pytestmark = pytest.mark.django_db(transaction=True)
SDC_LINKS = [part for number in range(1, 10) for part in ("--link", f"H1/T1/Q{number}={number}")]


@pytest.fixture(autouse=True)
def _own_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """The verbs run on the test's own database."""
    monkeypatch.setattr(import_fhir, "django_database", nullcontext)
    monkeypatch.setattr(export_fhir, "django_database", nullcontext)


def written(folder: Path, found: dict[str, Any]) -> str:
    """Return the name of a file that holds a resource."""
    file = folder / "given.json"
    file.write_text(json.dumps(found), encoding="utf-8")
    return str(file)


def test_without_a_person_nothing_is_kept_and_no_database_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """import-fhir FILE: a report, in words or as data."""
    monkeypatch.setattr(import_fhir, "django_database", None)
    file = str(FOLDER / "us-core-phq9-response.json")
    assert run_in_words(import_fhir.command, [file]) == 0
    assert "Form: phq-9, 2022-11-29" in capsys.readouterr().out
    assert run_in_words(import_fhir.command, [file, "--check", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["forms"][0]["answers"]["8"], found["kept"]) == (0, 0)


def test_what_was_refused_ends_with_status_one_also_when_only_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """import-fhir --check: a script is told by the status, a person in words and in the singular."""
    assert (
        run_in_words(import_fhir.command, [written(tmp_path, example("sdc-phq9-response")), "--check"]) == 1
    )
    assert "Refused: " in capsys.readouterr().out
    file = written(tmp_path, example("sdc-phq9-questionnaire"))
    assert run_in_words(import_fhir.command, [file, "--check"]) == 0
    assert "Also here: 1 questionnaire." in capsys.readouterr().out


def test_a_file_is_kept_once_with_the_total_that_it_stated(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """measures 6: 13 stands beside our 10, flagged; the same file again adds nothing."""
    file = written(tmp_path, bundle(example("sdc-phq9-questionnaire"), example("sdc-phq9-response")))
    who = ["--person", str(sam.id), "--as", sam.account.signin_name]
    asked = [file, *who, "--instrument", "phq-9", *SDC_LINKS]
    assert run_in_words(import_fhir.command, asked) == 0
    assert "Kept: 1 form." in capsys.readouterr().out
    assert run_in_words(import_fhir.command, asked) == 0
    response = Response.objects.get()
    assert (response.way, response.answered_on) == ("imported", date(2019, 8, 21))
    rows = {row.origin: (int(row.value or 0), row.differs) for row in Score.objects.all()}
    assert rows == {"computed": (10, False), "stated": (13, True)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--instrument", "phq-9"], "2 answers cannot be used"),
        ([], "Name it with --instrument"),
        (["--instrument", "phq"], "phq-9"),
        (["--instrument", "phq-9", "--link", "a"], "should be THEIRS=OURS"),
    ],
)
def test_what_cannot_be_kept_whole_is_not_kept(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """A question that was answered never becomes a blank unseen."""
    file = written(tmp_path, bundle(example("sdc-phq9-questionnaire"), example("sdc-phq9-response")))
    who = ["--person", str(sam.id), "--as", sam.account.signin_name]
    assert run_in_words(import_fhir.command, [file, *who, *arguments]) == 1
    assert said in capsys.readouterr().err
    assert not Response.objects.exists()


def test_forms_of_two_people_go_into_nobodys_record(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One person's answers never count for another."""
    other = example("us-core-phq9-response") | {"id": "x", "subject": {"reference": "Patient/other"}}
    file = written(tmp_path, bundle(example("us-core-phq9-response"), other))
    who = ["--person", str(sam.id), "--as", sam.account.signin_name]
    assert run_in_words(import_fhir.command, [file, *who]) == 1
    assert "forms of several people" in capsys.readouterr().err
    assert not Response.objects.exists()


def test_an_account_that_may_not_open_the_record_learns_nothing(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same rules as on a page."""
    assert run_in_words(export_fhir.command, [str(sam.id), str(tmp_path / "x.json"), "--as", "nobody"]) == 1
    assert "Nobody who signs in as" in capsys.readouterr().err
    assert not (tmp_path / "x.json").exists()


def test_what_goes_out_comes_back_without_a_remark(sam: Person, tmp_path: Path) -> None:
    """measures 23: forms, scores, lines and ratings, whole; the person reads their own, so no look is kept."""
    own = opened_by(sam.account, sam)
    line = add_line(opened=own, words=LineWords(words="Sleep through"))
    rate_line(opened=own, line_id=line.id, rated=Rated(value=Decimal(0)))
    file = written(tmp_path, example("us-core-phq9-response"))
    name = sam.account.signin_name
    assert run_in_words(import_fhir.command, [file, "--person", str(sam.id), "--as", name]) == 0
    out = tmp_path / "out.json"
    assert run_in_words(export_fhir.command, [str(sam.id), str(out), "--as", name]) == 0
    report = reading().read_text(out.read_bytes())
    assert (report.refused, report.remarks) == ([], [])
    assert report.responses[0].administration.answers["8"] == 0
    assert [one.kept.value for one in report.scores if one.kept] == [12]
    assert (report.lines[0].id, report.lines[0].wordings[0].words) == (str(line.id), "Sleep through")
    assert (report.ratings[0].value, report.ratings[0].given) == (0, Given.ANSWERED)
    assert not Look.objects.exists()
