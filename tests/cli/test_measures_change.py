"""`ownwords measures change`: whole files, clear answers, nothing half written."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from ownwords.cli.measures.change import command
from ownwords.cli.words import run_in_words

HEAD = "person,date,score\n"


def run(file: Path, text: str, *options: str, key: str = "phq-9") -> int:
    """Write a file and run the verb on it."""
    file.write_text(HEAD + text, encoding="utf-8")
    return run_in_words(command, [key, str(file), *options])


def test_first_last_change_verdict_threshold_method_sd_and_r(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Command line: columns of the result; completeness beside it."""
    assert run(tmp_path / "in.csv", "a,2026-03-01,9\na,2026-01-01,15\nb,2026-01-01,3\nb,2026-02-01,NA\n") == 0
    said = capsys.readouterr()
    rows = said.out.splitlines()
    assert rows[0].split(",")[:8] == [
        "person",
        "first_date",
        "first",
        "last_date",
        "last",
        "change",
        "verdict",
        "recovery",
    ]
    assert rows[1].startswith(
        "a,2026-01-01,15.0,2026-03-01,9.0,-6.0,improved,recovered,6.0,national code,6.1,"
    )
    assert "one score only" in rows[2]
    assert "2 people, 1 with scores on two days" in said.err


def test_faults_are_told_with_their_lines_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input: also where a name holds a line break."""
    out = tmp_path / "out.csv"
    assert (
        run(tmp_path / "in.csv", '"a\nb",2026-01-01,5\nc,2026-01-01,x\nc,2030-01-01,99\n', "--out", str(out))
        == 1
    )
    said = capsys.readouterr().err
    assert "line 4: score 'x' is no number" in said
    assert "line 5: date '2030-01-01' lies in the future; score '99' is not within 0 to 27" in said
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("person,date\na,2026-01-01\n", "column score is missing"),
        (HEAD + "a,2026-01-01\n", "line 2: 2 cells"),
        ("", "column"),
    ],
)
def test_a_table_of_another_shape_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    """Bad input: a missing column, a short row, an empty file."""
    file = tmp_path / "in.csv"
    file.write_text(content)
    assert run_in_words(command, ["phq-9", str(file)]) == 1
    assert said in capsys.readouterr().err


def test_other_methods_and_a_target(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Command line: --method; QPR-15 has no reliable change but a difference people call important."""
    text, out = "a,2026-01-01,20\na,2026-03-01,26\n", tmp_path / "out.parquet"
    assert run(tmp_path / "in.csv", text, "--method", "important", "--out", str(out), key="qpr-15") == 0
    assert pl.read_parquet(out).get_column("verdict").to_list() == [
        "likely a meaningful change for the better"
    ]
    assert run(tmp_path / "in.csv", text, key="qpr-15") == 0
    assert "no published threshold" in capsys.readouterr().out
    assert run(tmp_path / "in.csv", text, "--method", "nhs") == 0
    assert "NHS Talking Therapies" in capsys.readouterr().out
    assert run(tmp_path / "in.csv", text, "--sd", "5", "--reliability", "0.8") == 0
    assert "6.19806" in capsys.readouterr().out
    assert run(tmp_path / "in.csv", text, "--sd", "5") == 1
    assert "together" in capsys.readouterr().err
    assert run(tmp_path / "in.csv", text, "--method", "gln") == 1
    assert "reliability" in capsys.readouterr().err
