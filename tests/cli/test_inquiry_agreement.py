"""``ownwords inquiry agreement``: the coefficient of a table in a file, or what is wrong with which line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ownwords.cli.inquiry import agreement
from ownwords.cli.words import run_in_words
from tests.cli.helpers import ROOT, environment

FOUR = """a,b,c,d
1,1,,1
2,2,3,2
3,3,3,3
3,3,3,3
2,2,2,2
1,2,3,4
4,4,4,4
1,1,2,1
2,2,2,2
,5,5,5
,,1,1
,3,,
"""
TWO = "ann,ben\n" + "1,1\n" * 118 + "1,0\n" * 5 + "0,1\n" * 2


def run(file: Path, content: str | bytes, *options: str) -> int:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return run_in_words(agreement.command, [str(file), *options])


def result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | bytes, measure: str
) -> dict[str, Any]:
    assert run(tmp_path / "in.csv", content, "--measure", measure, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["measure", "value", "units", "coders", "reason"]
    assert found["measure"] == measure
    return dict(found)


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("fleiss", 0.76117),
        ("krippendorff-nominal", 0.7434),
        ("krippendorff-ordinal", 0.8154),
        ("krippendorff-interval", 0.8491),
        ("gwet-ac1", 0.77544),
    ],
)
def test_four_coders_with_gaps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], measure: str, value: float
) -> None:
    """inquiry 20: a row a unit, a column a coder, blank is missing; the lone rating pairs with nothing."""
    found = result(tmp_path, capsys, FOUR, measure)
    assert found["value"] == pytest.approx(value, abs=5e-5)
    assert (found["units"], found["coders"], found["reason"]) == (11, 4, None)


def test_a_value_below_zero_is_a_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """inquiry 20: Gwet's example, whatever marks and line ends the table came with."""
    for content in (TWO, "\ufeff" + TWO.replace("\n", "\r\n"), TWO.replace("\n", "\r"), TWO.encode("utf-16")):
        found = result(tmp_path, capsys, content, "cohen")
        assert found["value"] == pytest.approx(-0.0234, abs=5e-5)
        assert (found["units"], found["coders"], found["reason"]) == (125, 2, None)


@pytest.mark.parametrize(
    ("content", "units", "said"),
    [
        ("a,b\n,\n,\n", 0, "nobody coded"),
        ("a,b\n", 0, "nobody coded"),
        ("a,b\n1,1\n1,1\n", 2, "only one category"),
        ("a,b\n1,\n,2\n", 0, "no unit was coded by two"),
    ],
)
def test_undefined_is_null_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, units: int, said: str
) -> None:
    """inquiry 20: not 0 and not 1."""
    for measure in ("cohen", "fleiss", "krippendorff-nominal", "krippendorff-interval", "gwet-ac1"):
        found = result(tmp_path, capsys, content, measure)
        assert (found["value"], found["units"], found["coders"]) == (None, units, 2)
        assert said in found["reason"]


@pytest.mark.parametrize(
    ("content", "measure", "said"),
    [
        ("", "cohen", "is empty"),
        ("ann\n1\n", "fleiss", "line 1: there is one coder only; agreement needs two.\n"),
        ("ann;ben\n1;1\n", "cohen", "separated by commas"),
        ("a,b\n1,1\n1\n1,1,1\n", "cohen", "line 3: 1 cell, but the header has 2\n  line 4: 3 cells"),
        ("a,b,c\n1,1,1\n", "cohen", "cohen is for two coders, and there are 3"),
        ("1,1\n0,1\n", "cohen", "line 1: coder 1 stands twice. Is the header missing?"),
        ("a,\n1,1\n", "cohen", "line 1: column 2 has no name"),
        ("a,b\n1,1\n\n1,high\n", "krippendorff-ordinal", "line 4, column b: 'high' is no number"),
        ("a,b\n1,nan\n1_0,inf\n", "krippendorff-interval", "column b: 'nan' is no number"),
        (b"a,b\n1,1\ncaf\xe9,1\n", "cohen", "line 3: this is not UTF-8 text"),
        (b"a,b\n1\x00,1\n", "cohen", "line 2: this is no text"),
        ('a,b\n1,"1\n', "cohen", "cannot be read as a table"),
        ("a,b\n" + "1,x\n" * 30, "krippendorff-interval", "and 10 more faults"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | bytes, measure: str, said: str
) -> None:
    """Bad input: nothing is worked out, nothing printed for a program, status 2."""
    assert run(tmp_path / "in.csv", content, "--measure", measure, "--json") == 2
    found = capsys.readouterr()
    assert said in found.err
    assert ("in.csv" in found.err, found.out, "Traceback" in found.err) == (True, "", False)


def test_a_missing_file_and_an_unknown_measure_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input: status 2; the measures are named."""
    assert run_in_words(agreement.command, [str(tmp_path / "none.csv"), "--measure", "cohen"]) == 2
    assert "none.csv" in capsys.readouterr().err
    assert run(tmp_path / "in.csv", TWO, "--measure", "kappa") == 2
    assert "krippendorff-nominal" in capsys.readouterr().err
    assert run(tmp_path / "in.csv", TWO) == 2


def test_for_readers_there_are_two_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """inquiry 2.7: always with units and coders; no verdict such as "substantial"."""
    for measure, content, said in (
        ("cohen", TWO, "cohen: -0.0234 (below chance)\n125 units, 2 coders\n"),
        ("cohen", "a,b\n1,1\n2,2\n", "cohen: 1.0000 (perfect)\n2 units, 2 coders\n"),
        ("gwet-ac1", TWO, "gwet-ac1: 0.9408\n125 units, 2 coders\n"),
        ("percent", TWO, "percent: 94.4%, chance not taken off\n125 units, 2 coders\n"),
        ("cohen", "a,b\n,\n", "cohen: Undefined: nobody coded anything.\n0 units, 2 coders\n"),
    ):
        assert run(tmp_path / "in.csv", content, "--measure", measure) == 0
        assert capsys.readouterr().out == said


def test_no_database_and_no_django_are_needed(tmp_path: Path) -> None:
    """House rules: verbs that only compute start nothing, and help does not even load numpy."""
    file = tmp_path / "in.csv"
    file.write_text(TWO, encoding="utf-8")
    program = (
        "import sys; from ownwords.cli.main import cli; from ownwords.cli.words import run_in_words\n"
        "assert run_in_words(cli, ['inquiry', 'agreement', '--help']) == 0\n"
        "assert 'numpy' not in sys.modules\n"
        f"assert run_in_words(cli, ['inquiry', 'agreement', {str(file)!r}, '--measure', 'cohen']) == 0\n"
        "assert 'django' not in sys.modules and 'psycopg' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment(tmp_path / "data"),
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "data").exists()
