"""`connections import-directory` and `import-places`: reports for people and programs, and the exit status."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from ownwords.cli.connections import import_directory, import_places
from ownwords.cli.words import run_in_words
from ownwords.connections.models import DirectoryService, PostcodeDistrict
from tests.connections.directory_feeds import record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the verbs run on the test's own database."""
    monkeypatch.setattr(import_directory, "django_database", nullcontext)
    monkeypatch.setattr(import_places, "django_database", nullcontext)


def ran(command: Any, *arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Run a verb; return its status and what it said."""
    status = run_in_words(command, list(arguments))
    said = capsys.readouterr()
    return status, said.out + said.err


def written(folder: Path, content: Any, name: str = "feed.json") -> str:
    """Write a file."""
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return str(file)


def test_a_file_is_taken_in_and_each_fault_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """connecting R18: report per record with path and reason; status 0 with warnings; again, nothing changes."""
    file = written(tmp_path, {"contents": [record(), record(id="svc-2", name=None)]})
    status, said = ran(import_directory.command, file, capsys=capsys)
    assert status == 0
    assert "contents[1].name: It has no name. [svc-2]" in said
    assert "1 added, 0 changed, 0 unchanged, 0 gone." in said
    status, said = ran(import_directory.command, file, capsys=capsys)
    assert (status, "0 added, 0 changed, 1 unchanged" in said) == (0, True)


def test_a_dry_run_keeps_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dry-run."""
    status, said = ran(import_directory.command, written(tmp_path, [record()]), "--dry-run", capsys=capsys)
    assert (status, "Dry run, nothing kept: 1 added" in said) == (0, True)
    assert not DirectoryService.objects.exists()


def test_the_report_for_programs_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json: counts and each remark with path, kind, reason and record."""
    file = written(tmp_path, [record(), record(id="svc-2", email="no")])
    status, said = ran(import_directory.command, file, "--json", "--profile", "hsds-3", capsys=capsys)
    data = json.loads(said)
    assert (status, data["added"], data["profile"], data["whole"]) == (0, 2, "hsds-3", True)
    assert [(one["path"], one["record"]) for one in data["remarks"]] == [("[1].email", "svc-2")]


@pytest.mark.parametrize(
    "content", [b"", b"<html></html>", b"[", b"\xff\xfe\x00", b"[[[[[[", b"[]", b"PK\x03\x04" + bytes(500)]
)
def test_when_nothing_can_be_read_the_status_is_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    """Bad input: clear words, no stack trace, nothing changed."""
    status, said = ran(import_directory.command, written(tmp_path, content), capsys=capsys)
    assert status == 2
    assert "Nothing could be read, and nothing was changed." in said
    assert "Traceback" not in said


def test_a_file_that_is_not_there_and_an_address_that_answers_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Clear words."""
    status, said = ran(import_directory.command, "/nowhere/feed.json", capsys=capsys)
    assert (status, "/nowhere/feed.json" in said) == (1, True)
    status, said = ran(import_directory.command, "http://127.0.0.1:9/services", capsys=capsys)
    assert (status, "The server could not be read" in said) == (2, True)


def test_a_file_that_is_not_utf_8_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Signs that cannot be read are told, and the rest is taken in."""
    text = json.dumps([record(name="CAFE")]).encode().replace(b"CAFE", b"Caf\xe9")
    status, said = ran(import_directory.command, written(tmp_path, text), capsys=capsys)
    assert (status, "not UTF-8" in said) == (0, True)


def test_a_table_of_places_is_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """connecting R21: a table that the site supplies; each bad row told; again, nothing changes."""
    table = b"district,latitude,longitude\nBD1,53.795,-1.752\nBD1 1AA,53,-1\n"
    file = written(tmp_path, table, "places.csv")
    status, said = ran(import_places.command, file, capsys=capsys)
    assert (status, "Line 3: This is a whole postcode" in said, "1 added" in said) == (0, True, True)
    assert PostcodeDistrict.objects.get().district == "BD1"
    assert "0 added, 0 moved" in ran(import_places.command, file, capsys=capsys)[1]
    moved = written(tmp_path, table.replace(b"53.795", b"53.8"), "places.csv")
    assert "0 added, 1 moved" in ran(import_places.command, moved, capsys=capsys)[1]


def test_a_file_that_is_no_table_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bad input."""
    status, said = ran(import_places.command, written(tmp_path, b"a,b\n", "x.csv"), capsys=capsys)
    assert (status, "Nothing was kept." in said) == (1, True)
