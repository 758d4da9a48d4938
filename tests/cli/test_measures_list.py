"""``ownwords measures list``, ``show`` and ``check``: without a database and without Django."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.helpers import ROOT, environment, ownwords

PHQ = ROOT / "ownwords" / "measures" / "data" / "instruments" / "phq-9.toml"


def test_the_list_tells_class_state_and_what_is_unconfirmed(tmp_path: Path) -> None:
    """measures 1, RS-20."""
    done = ownwords(tmp_path, "measures", "list")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    phq = next(line for line in lines if line.startswith("phq-9"))
    assert phq.split() == ["phq-9", "A", "on", "yes", "PHQ-9"]
    spin = next(place for place, line in enumerate(lines) if line.startswith("spin"))
    assert lines[spin].split()[1:4] == ["C", "off", "no"]
    assert "total.cut_off" in lines[spin + 1]


def test_the_list_is_also_for_programs(tmp_path: Path) -> None:
    """People script against it."""
    rows = json.loads(ownwords(tmp_path, "measures", "list", "--json").stdout)
    assert {row["key"]: row["on"] for row in rows}["wsas"] is False
    assert all({"key", "name", "class", "on", "words", "unconfirmed", "doubts"} <= set(row) for row in rows)


def test_one_instrument_is_shown_with_sources_and_doubts(tmp_path: Path) -> None:
    """measures 20: method, SD and r stand beside the threshold."""
    told = ownwords(tmp_path, "measures", "show", "phq-9").stdout
    for said in (
        "cut-off: 10",
        "reliable change: 6 or more (national code; SD 6.1, r not given)",
        "NOT CONFIRMED",
        "In doubt:",
        "Item 9 at 1 or more raises an event of its own",
        "44250-9",
        "SNOMED CT 720433000",
    ):
        assert said in told
    shown = json.loads(ownwords(tmp_path, "measures", "show", "swemwbs", "--json").stdout)
    assert [one["key"] for one in shown["scores"]] == ["raw", "metric"]


def test_an_unknown_instrument_is_answered_with_those_near_it(tmp_path: Path) -> None:
    """A clear answer and status 1."""
    done = ownwords(tmp_path, "measures", "show", "phq9")
    assert (done.returncode, done.stdout) == (1, "")
    assert "did you mean phq-9?" in done.stderr


def test_check_says_complete_or_everything_that_is_missing(tmp_path: Path) -> None:
    """measures 1: all at once, each with its place; status 1."""
    assert "PHQ-9 is complete (10 items, 1 score)" in ownwords(tmp_path, "measures", "check", str(PHQ)).stdout
    broken = tmp_path / "broken.toml"
    broken.write_text(
        PHQ.read_text(encoding="utf-8").replace("most_missing = 2\n", "").replace("minutes = 3\n", ""),
        encoding="utf-8",
    )
    done = ownwords(tmp_path, "measures", "check", str(broken))
    assert done.returncode == 1
    assert "scores[1].rules[1].most_missing is missing" in done.stderr
    assert "minutes is missing" in done.stderr


@pytest.mark.parametrize("content", [b"key = ", b"\xff\xfe", b""])
def test_check_of_what_is_no_definition_is_answered_in_words(tmp_path: Path, content: bytes) -> None:
    """Bad input: no stack trace."""
    file = tmp_path / "x.toml"
    file.write_bytes(content)
    done = ownwords(tmp_path, "measures", "check", str(file))
    assert done.returncode == 1
    assert "x.toml" in done.stderr
    assert "unforeseen" not in done.stderr


def test_a_services_own_text_is_checked_too(tmp_path: Path) -> None:
    """measures 8: before it is put in its folder."""
    items = "\n".join(f'{n} = "Ours {n}"' for n in range(1, 6))
    file = tmp_path / "wsas.toml"
    text = 'instrument = "wsas"\nedition = "English, 5 questions"\nlicence_reference = "S-1"\n'
    ends = '[[anchors]]\nvalue = 0\ntext = "none"\n[[anchors]]\nvalue = 8\ntext = "most"\n'
    file.write_text(f"{text}[items]\n{items}\n{ends}", encoding="utf-8")
    assert (
        "the words of WSAS are complete (5 items)"
        in ownwords(tmp_path, "measures", "check", str(file)).stdout
    )
    file.write_text(f"{text}[items]\n1 = 'Ours'\n{ends}", encoding="utf-8")
    assert "items.5 is missing" in ownwords(tmp_path, "measures", "check", str(file)).stderr


def test_a_pack_is_checked_against_its_hashes(tmp_path: Path) -> None:
    """measures 9: hash-locked."""
    pack = tmp_path / "pack.toml"
    pack.write_text(
        'key = "x"\nname = "X"\nlicence = "L"\nlicence_file = "L.txt"\n[[files]]\nname = "L.txt"\nsha256 = "0"\n',
        encoding="utf-8",
    )
    (tmp_path / "L.txt").write_text("words", encoding="utf-8")
    done = ownwords(tmp_path, "measures", "check", str(pack))
    assert done.returncode == 1
    assert "L.txt is not what it was" in done.stderr


@pytest.mark.parametrize("verb", ["list", "show phq-9", f"check {PHQ}", "score phq-9 answers.csv"])
def test_no_verb_here_loads_django_or_starts_a_database(tmp_path: Path, verb: str) -> None:
    """They work where there is no service."""
    names = ",".join(["person", "date", *(f"item{n}" for n in range(1, 10))])
    (tmp_path / "answers.csv").write_text(f"{names}\np,2024-01-01,0,0,0,0,0,0,0,0,0\n", encoding="utf-8")
    program = (
        "import sys; from ownwords.cli.main import cli; from ownwords.cli.words import run_in_words\n"
        f"assert run_in_words(cli, {['measures', *verb.split()]!r}) == 0\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "assert not loaded & {'django', 'psycopg', 'allauth'}, loaded\n"
        "assert ('polars' in loaded) is ('score' in sys.argv)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *verb.split()[:1]],
        cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.csv"]
