"""`ownwords export person`: one file, whole, for its owner alone, and kept in the person's record."""

from __future__ import annotations

import json
import stat
from contextlib import nullcontext
from pathlib import Path
from uuid import uuid4

import pytest

from ownwords.cli import export
from ownwords.cli.words import Refusal, run_in_words
from ownwords.ledger.models import Act
from ownwords.people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sam(monkeypatch: pytest.MonkeyPatch) -> Person:
    """A person with one entry; the command runs on the test's own database."""
    monkeypatch.setattr(export, "django_database", nullcontext)
    person = make.person(called="Sam")
    make.entry(person)
    return person


def test_the_file_appears_whole_and_for_its_owner_alone(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From nothing to running: `export person ID FILE`, `--json` where a program may read it."""
    file = tmp_path / "sam.zip"
    assert run_in_words(export.command, [str(sam.id), str(file), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts == {"person": str(sam.id), "file": str(file), "bytes": file.stat().st_size}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]
    assert Act.objects.get(verb="exported").role == "operator"


def test_a_file_that_is_there_is_kept_unless_told_otherwise(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written over by accident; nothing is noted for a copy that was not made."""
    file = tmp_path / "sam.zip"
    file.write_text("mine")
    assert run_in_words(export.command, [str(sam.id), str(file)]) == 1
    assert "there already" in capsys.readouterr().err
    assert file.read_text() == "mine"
    assert not Act.objects.filter(verb="exported").exists()
    assert run_in_words(export.command, [str(sam.id), str(file), "--replace"]) == 0
    assert file.read_bytes().startswith(b"PK")


def test_a_file_made_meanwhile_by_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    """The check at the beginning is a kindness; the last step decides."""
    file = tmp_path / "sam.zip"
    file.write_text("theirs")
    with pytest.raises(Refusal, match="there already"):
        export.write_whole(file, b"ours", replace=False)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["theirs"]


def test_an_id_of_nobody_a_folder_and_no_id_are_refused_in_words(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input: a clear error, never a trace of the program's insides."""
    assert run_in_words(export.command, [str(uuid4()), str(tmp_path / "x.zip")]) == 1
    assert run_in_words(export.command, [str(sam.id), str(tmp_path / "none" / "x.zip")]) == 1
    assert run_in_words(export.command, [str(sam.id), str(tmp_path)]) == 2
    assert run_in_words(export.command, ["Sam", str(tmp_path / "x.zip")]) == 2
    assert "unforeseen" not in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
