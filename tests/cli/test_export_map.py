"""`ownwords connections export-map`: one map, whole, for its owner alone, and kept in the person's record."""

from __future__ import annotations

import json
import stat
from contextlib import nullcontext
from pathlib import Path
from uuid import uuid4

import pytest

from ownwords.cli.connections import export_map
from ownwords.cli.words import run_in_words
from ownwords.connections.method.exchange.uploads import read_upload
from ownwords.ledger.models import Act
from ownwords.people.models import Person
from tests import factories as make
from tests.connections.map_parts import put

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sam(monkeypatch: pytest.MonkeyPatch) -> Person:
    """A person with a map, of which one item is theirs alone; the command runs on the test's own database."""
    monkeypatch.setattr(export_map, "django_database", nullcontext)
    person = make.person(called="Sam")
    put(person, "Ann", ring=1)
    put(person, "Only mine", visibility="me")
    return person


def names(file: Path) -> list[str]:
    """Return what a file holds."""
    (one,) = read_upload(file.name, file.read_bytes()).maps
    return [item.name for item in one.items]


@pytest.mark.parametrize("ending", [".csv.zip", ".zip", ".graphml", ".GraphML"])
def test_the_ending_says_which_kind_and_the_file_is_for_its_owner_alone(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    """connecting R23, R3: what is for the person alone is in no file of anybody else."""
    file = tmp_path / f"sam{ending}"
    assert run_in_words(export_map.command, [str(sam.id), str(file), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["person"], facts["bytes"]) == (str(sam.id), file.stat().st_size)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]
    assert names(file) == ["Ann"]
    act = Act.objects.get(verb="map_exported")
    assert (act.role, act.about_id) == ("operator", sam.id)


def test_a_file_for_the_person_holds_everything(sam: Person, tmp_path: Path) -> None:
    """connecting R7, R23: whoever asks for their own map gets all of it."""
    file = tmp_path / "sam.graphml"
    assert run_in_words(export_map.command, [str(sam.id), str(file), "--for-the-person"]) == 0
    assert names(file) == ["Ann", "Only mine"]


def test_what_does_not_fit_is_one_line_and_status_2_and_nothing_is_written(
    sam: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """connecting R23: nobody, no id, another ending, a folder, a file that is there."""
    there = tmp_path / "there.zip"
    there.write_text("mine")
    for arguments, words in (
        ([str(uuid4()), str(tmp_path / "x.zip")], "There is nobody with the id"),
        (["Sam", str(tmp_path / "x.zip")], "is no id of a person"),
        ([str(sam.id), str(tmp_path / "x.csv")], "the ending says which kind"),
        ([str(sam.id), str(tmp_path / "x")], "the ending says which kind"),
        ([str(sam.id), str(tmp_path / "none" / "x.zip")], "does not exist"),
        ([str(sam.id), str(there)], "is there already"),
    ):
        assert run_in_words(export_map.command, arguments) == 2
        said = capsys.readouterr()
        assert words in said.err
        assert len(said.err.splitlines()) == 1
        assert said.out == ""
    assert list(tmp_path.iterdir()) == [there]
    assert there.read_text() == "mine"
    assert not Act.objects.filter(verb="map_exported").exists()
    assert run_in_words(export_map.command, [str(sam.id), str(there), "--replace"]) == 0
    assert names(there) == ["Ann"]
