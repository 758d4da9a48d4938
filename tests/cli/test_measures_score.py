"""``ownwords measures score``: files in, files out, whole or not at all."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import polars as pl
import pytest

from ownwords.cli.measures import scoring_file
from tests.cli.helpers import ownwords

NAMES = ["person", "date", *(f"item{n}" for n in range(1, 10))]
ADDED = ["score", "answered", "prorated", "band", "flags", "rule"]


def answers(folder: Path, *rows: str, names: list[str] = NAMES, name: str = "answers.csv") -> Path:
    """Write a file of answers."""
    file = folder / name
    file.write_text("\n".join([",".join(names), *rows]) + "\n", encoding="utf-8")
    return file


def table(text: str) -> list[dict[str, str]]:
    """Read CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def test_a_file_is_scored_to_the_standard_output(tmp_path: Path) -> None:
    """The columns that people script against."""
    file = answers(tmp_path, "p1,2024-01-01,1,1,1,1,1,1,1,1,0", "p2,2024-01-01,0,,0,0,0,0,0,0,2")
    done = ownwords(tmp_path, "measures", "score", "phq-9", str(file))
    assert done.returncode == 0, done.stderr
    rows = table(done.stdout)
    assert list(rows[0]) == [*NAMES, *ADDED]
    assert [rows[0][name] for name in ADDED] == ["8", "9", "false", "mild", "", "2026-11"]
    alert = "alert:thoughts-of-death-or-self-harm"
    assert [rows[1][name] for name in ADDED] == ["2", "8", "true", "minimal", alert, "2026-11"]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_zero_and_blank_stay_apart_through_every_file(tmp_path: Path, ending: str) -> None:
    """measures 3: out to a file, in again, out again: 0, blank, NA and declined as they were."""
    file = answers(tmp_path, "p1,2024-01-01,0,,NA,declined,0,0,0,0,0", "p2,2024-01-01,0,0,0,0,0,0,0,0,")
    once, twice = tmp_path / f"once.{ending}", tmp_path / "twice.csv"
    assert ownwords(tmp_path, "measures", "score", "phq-9", str(file), "--out", str(once)).returncode == 0
    again = tmp_path / f"again.{ending}"
    if ending == "csv":
        pl.read_csv(once, infer_schema=False).select(NAMES).write_csv(again)
    else:
        pl.read_parquet(once).select(NAMES).write_parquet(again)
    assert ownwords(tmp_path, "measures", "score", "phq-9", str(again), "--out", str(twice)).returncode == 0
    rows = table(twice.read_text(encoding="utf-8"))
    assert [rows[0][f"item{n}"] for n in range(1, 6)] == ["0", "", "NA", "declined", "0"]
    assert (rows[1]["item9"], rows[1]["answered"], rows[1]["score"]) == ("", "8", "0")


def test_faults_are_listed_with_their_lines_and_end_with_status_1(tmp_path: Path) -> None:
    """Bad input: range, text, future, unreadable, twice; the rows are kept, marked, and counted."""
    file = answers(
        tmp_path,
        "p1,2024-01-01,0,0,0,0,0,0,0,0,0",
        "p2,2024-01-01,7,0,0,0,0,0,0,0,0",
        "p3,2024-01-01,two,0,0,0,0,0,0,0,0",
        "",
        "p4,2999-01-01,0,0,0,0,0,0,0,0,0",
        "p5,yesterday,0,0,0,0,0,0,0,0,0",
        "p6,2024-01-01,0,0,0,0,0,0,0,0,0",
        "p6,2024-01-01,1,0,0,0,0,0,0,0,0",
    )
    done = ownwords(tmp_path, "measures", "score", "phq-9", str(file))
    assert done.returncode == 1
    assert "6 of 7 rows have no score because of a fault" in done.stderr
    for said in (
        "line 3: item1 is '7'; it can be 0 to 3",
        "line 4: item1 is 'two'",
        "line 6: date 2999-01-01 is in the future",
        "line 7: date 'yesterday' cannot be read",
        "line 8: person p6 has more than one row for 2024-01-01",
        "line 9: person p6",
    ):
        assert said in done.stderr
    assert [row["score"] for row in table(done.stdout)] == ["0", "", "", "", "", "", ""]


@pytest.mark.parametrize(
    ("names", "rows", "told"),
    [
        (NAMES[:-1], ["p1,2024-01-01,0,0,0,0,0,0,0,0"], "column item9 is missing"),
        ([*NAMES, "site"], ["p1,2024-01-01,0,0,0,0,0,0,0,0,0,x"], "column 'site' is not known"),
        (["person", *NAMES[2:]], ["p1,0,0,0,0,0,0,0,0,0"], "column date is missing"),
        (NAMES, ["p1,2024-01-01,0,0,0"], "line 2 has 5 columns"),
        (NAMES, ["p1,2024-01-01,0,0,0,0,0,0,0,0,0,0"], "line 2 has 12 columns"),
        (NAMES, ['"p,1",2024-01-01,0,0,0,0,0,0,0,0,0', '"p,2",2024-01-01,0'], "line 3 has 3 columns"),
        ([*NAMES, "item9"], ["p1,2024-01-01,0,0,0,0,0,0,0,0,0,0"], "item9"),
    ],
)
def test_a_table_of_the_wrong_shape_is_refused_before_anything_is_written(
    tmp_path: Path, names: list[str], rows: list[str], told: str
) -> None:
    """Bad input: CSV with a missing column; answers that may stand in wrong columns."""
    file, out = answers(tmp_path, *rows, names=names), tmp_path / "out.csv"
    done = ownwords(tmp_path, "measures", "score", "phq-9", str(file), "--out", str(out))
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.csv"]


@pytest.mark.parametrize("content", [b"", b"person,date\xff\xfe,item1\n", b"\x00\x01\x02"])
def test_what_is_no_table_is_answered_in_words(tmp_path: Path, content: bytes) -> None:
    """Bad input: no stack trace, nothing left behind."""
    file = tmp_path / "answers.csv"
    file.write_bytes(content)
    done = ownwords(tmp_path, "measures", "score", "phq-9", str(file), "--out", str(tmp_path / "out.csv"))
    assert done.returncode == 1
    assert "unforeseen" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.csv"]


def test_the_answers_are_never_overwritten_and_an_old_result_is_only_by_a_whole_one(tmp_path: Path) -> None:
    """Nothing half-written."""
    file = answers(tmp_path, "p1,2024-01-01,0,0,0,0,0,0,0,0,0")
    before = file.read_bytes()
    done = ownwords(tmp_path, "measures", "score", "phq-9", str(file), "--out", str(file))
    assert (done.returncode, file.read_bytes()) == (1, before)
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    bad = answers(tmp_path, "p1,2024-01-01,0", name="bad.csv")
    assert ownwords(tmp_path, "measures", "score", "phq-9", str(bad), "--out", str(out)).returncode == 1
    assert out.read_text(encoding="utf-8") == "old"
    assert ownwords(tmp_path, "measures", "score", "phq-9", str(file), "--out", str(out)).returncode == 0
    assert table(out.read_text(encoding="utf-8"))[0]["score"] == "0"


def test_files_from_other_programs_are_read(tmp_path: Path) -> None:
    """A byte order mark, Windows line ends, commas and line breaks inside quotes."""
    file = tmp_path / "answers.csv"
    head = ",".join(NAMES)
    file.write_bytes(f'\ufeff{head}\r\n"p, 1",2024-01-01,1,0,0,0,0,0,0,0,0\r\n'.encode())
    done = ownwords(tmp_path, "measures", "score", "phq-9", str(file))
    assert done.returncode == 0, done.stderr
    assert [(row["person"], row["score"]) for row in table(done.stdout)] == [("p, 1", "1")]


def test_an_instrument_with_several_scores_tells_them_all(tmp_path: Path) -> None:
    """DIALOG: two means, the first in the plain columns."""
    names = ["person", "date", *(f"item{n}" for n in range(1, 12))]
    file = answers(tmp_path, "p1,2024-01-01,4,4,4,4,5,5,5,6,7,7,7", names=names)
    row = table(ownwords(tmp_path, "measures", "score", "dialog", str(file)).stdout)[0]
    assert (row["score"], row["treatment_score"], row["treatment_answered"]) == ("4.625", "7.0", "3")


def test_an_old_rule_can_be_asked_for(tmp_path: Path) -> None:
    """measures 7."""
    names = ["person", "date", *(f"item{n}" for n in range(1, 35))]
    file = answers(tmp_path, "p1,2024-01-01,,,1,1,," + ",".join(["1"] * 29), names=names)
    found = {}
    for rule in ("before-2023-04", "2023-04"):
        row = table(ownwords(tmp_path, "measures", "score", "core-om", str(file), "--rule", rule).stdout)[0]
        found[row["non-risk_rule"]] = row["non-risk_score"] != ""
    assert found == {"before-2023-04": False, "2023-04": True}
    assert ownwords(tmp_path, "measures", "score", "core-om", str(file), "--rule", "1999").returncode == 1


def test_batches_join_without_a_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is never whole in memory, and that does not show."""
    from datetime import date

    from ownwords.measures.method.catalogue import instrument

    monkeypatch.setattr(scoring_file, "BATCH", 7)
    file = answers(tmp_path, *(f"p{n},2024-01-01,{n % 5},0,0,0,0,0,0,0,0" for n in range(100)))
    out = tmp_path / "out.parquet"
    outcome = scoring_file.score_file(instrument("phq-9"), file, out, rule="", today=date(2026, 1, 1))
    found = pl.read_parquet(out)
    assert found.get_column("person").to_list() == [f"p{n}" for n in range(100)]
    assert found.get_column("score").to_list() == [None if n % 5 == 4 else n % 5 for n in range(100)]
    assert (outcome.rows, outcome.faulty, outcome.more) == (100, 20, 0)
    assert outcome.told[0].startswith("line 6: item1 is '4'")
