"""F18: damaged import files are refused with a reason; nothing crashes, hangs, or gets in half."""

from __future__ import annotations

import gzip
import os
import zipfile
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import pytest

from ownwords.cli import files, people_import
from ownwords.cli.words import run_in_words
from ownwords.people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db
HEAD = "First name,Surname,Preferred name,DOB,NHS number,Team\n"
ROWS = "".join(f"Jo{n},Brown,Jo{n},1/2/1970,,Harbour team\n" for n in range(200))


def zip_bomb() -> bytes:
    """Return a small file that unpacks to very much."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("caseload.csv", b"\0" * 50_000_000)
    return whole.getvalue()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><l>&i;</l>"
)
DAMAGED: dict[str, bytes] = {
    "empty": b"",
    "only a byte order mark": b"\xef\xbb\xbf",
    "only blanks": b" \r\n\t\n" * 100,
    "a zip bomb": zip_bomb(),
    "a gzip file": gzip.compress(b"0" * 10_000_000),
    "billion laughs": LAUGHS.encode(),
    "a workbook": b"PK\x03\x04" + os.urandom(5000),
    "noise": os.urandom(100_000),
    "UTF-16 without a mark": (HEAD + ROWS).encode("utf-16-le"),
    "NUL in the middle": (HEAD + ROWS[:300] + "\0\0\0" + ROWS[300:]).encode(),
    "broken UTF-8": (HEAD + ROWS).encode() + b"\xff\xfe\xc3,\x81\x8d\n",
    "a quote that never closes": (HEAD + '"' + ROWS * 50).encode(),
    "one line of two million characters": (HEAD + "x" * 2_000_000).encode(),
    "ten thousand columns": (",".join(f"c{n}" for n in range(10_000)) + "\n" + "," * 9_999 + "\n").encode(),
    "no heading": ROWS.encode(),
}


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command run on the test's own database, with a team that the rows name."""
    monkeypatch.setattr(people_import, "django_database", nullcontext)
    make.team(name="Harbour team")


def outcome(file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Run the import on a file; return its status and everything it said."""
    status = run_in_words(people_import.command, [str(file), "--yes"])
    said = capsys.readouterr()
    return status, said.out + said.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", list(DAMAGED))
def test_a_damaged_file_is_refused_with_a_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """platform F18: refused with a reason, 0 crashes; nothing of it is taken in."""
    file = tmp_path / "caseload.csv"
    file.write_bytes(DAMAGED[name])
    status, said = outcome(file, capsys)
    assert status == 1, said[:2000]
    assert said.strip()
    assert "unforeseen" not in said
    assert "Traceback" not in said
    assert not Person.objects.exists()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_file_cut_off_anywhere_says_so_or_takes_in_whole_rows(
    cut: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """platform F18: truncated. Whoever is taken in has a whole row in the file."""
    whole = (HEAD + ROWS).encode()
    file = tmp_path / "caseload.csv"
    file.write_bytes(whole[: len(whole) - cut])
    status, said = outcome(file, capsys)
    assert "unforeseen" not in said
    assert status in (0, 1)
    rows = whole[: len(whole) - cut].decode().splitlines()[1:]
    sound = sum(row.count(",") == 5 for row in rows)
    assert Person.objects.count() in (0, sound)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "missing", "unreadable"])
def test_what_is_no_file_is_refused_at_once(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """platform F18; Bad input: a pipe that nobody fills must not keep the command waiting."""
    file = tmp_path / "caseload.csv"
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "device":
        file.symlink_to("/dev/zero")
    elif kind == "unreadable":
        file.symlink_to("/proc/self/mem")  # an ordinary file that even root cannot read from its beginning
    status, said = outcome(file, capsys)
    assert status in (1, 2)
    assert said.strip()
    assert "unforeseen" not in said


@pytest.mark.usefixtures("here")
def test_a_file_that_is_too_large_is_refused_without_reading_it_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """platform F18: huge."""
    file = tmp_path / "caseload.csv"
    with file.open("wb") as sparse:
        sparse.truncate(files.MOST_BYTES * 20)
    status, said = outcome(file, capsys)
    assert (status, "MB. Split it" in said) == (1, True)
