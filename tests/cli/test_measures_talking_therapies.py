"""`ownwords measures talking-therapies`: national counts and rates, from referrals and from published tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ownwords.cli.measures.talking_therapies import command
from ownwords.cli.words import run_in_words

REFERRALS = """referral,problem,measure,first,last,finished
1,F32,PHQ9,20,5,yes
1,F32,GAD-7,18,4,yes
2,F40.1,phq-9,9,9,yes
2,F40.1,gad-7,7,7,yes
2,F40.1,SPIN,40,10,yes
3,,phq-9,12,,yes
4,,phq-9,20,1,no
"""
COUNTS = """period,finished,not_at_caseness,improvement,deterioration,no_change,recovery,reliable_recovery
2024-25,"670,419",35234,452600,38898,170400,321000,301713
small,10,10,0,0,10,0,*
"""


def run(file: Path, text: str, *options: str, counts: bool = False) -> int:
    """Write a file and run the verb on it."""
    file.write_text(text, encoding="utf-8")
    return run_in_words(command, [*(["--from-counts"] if counts else []), str(file), *options])


def test_referrals_become_rates_with_completeness_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """RS-17, RS-23: the fallback is said, and a form that is switched on is used."""
    assert run(tmp_path / "in.csv", REFERRALS, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["referrals"], found["finished"], found["paired"]["reads"]) == (4, 3, "66.7% (2 of 3)")
    assert (found["fell_back"], found["rates"]["recovery"]["reads"]) == (1, "50.0% (1 of 2)")
    assert run(tmp_path / "in.csv", REFERRALS, "--on", "spin=Manual, page 30") == 0
    said = capsys.readouterr().out
    assert "in place of the form made for the problem: 0" in said
    assert "Recovery                66.7% (2 of 3)" in said
    assert run(tmp_path / "in.csv", REFERRALS, "--on", "spin=") == 1


def test_published_counts_give_published_rates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """measures 17; RS-18: England 2024-25, a zero, and nobody to count."""
    assert run(tmp_path / "in.csv", COUNTS, "--json", counts=True) == 0
    england, small = json.loads(capsys.readouterr().out)["periods"]
    rates = {key: one["per_cent"] for key, one in england["rates"].items()}
    assert rates == {
        "improvement": 67.5,
        "no_change": 25.4,
        "deterioration": 5.8,
        "recovery": 50.5,
        "reliable_recovery": 47.5,
    }
    assert england["denominators"] == {"finished": 670419, "finished_minus_not_at_caseness": 635185}
    assert small["rates"]["recovery"]["reads"] == "no one to count"
    assert small["rates"]["improvement"] == {
        "per_cent": 0.0,
        "numerator": 0,
        "denominator": 10,
        "reads": "0.0% (0 of 10)",
    }
    assert run(tmp_path / "in.csv", COUNTS, counts=True) == 0
    assert "no one to count" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,F32,PHQ9,20,5,yes", "line 9: PHQ-9 stands twice"),
        ("1,F42,oci,20,5,yes", "line 9: referral 1 has the problems"),
        ("9,,phq-9,x,5,yes", "line 9: first 'x' is no number"),
        ("9,,phq-9,28,5,yes", "not within 0 to 27"),
        ("9,,phq-9,,5,yes", "a last score but no first"),
        ("9,,phq-9,5,5,maybe", "neither yes nor no"),
        (",,phq-9,5,5,no", "referral is blank"),
    ],
)
def test_faults_are_told_with_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, said: str
) -> None:
    """Bad input: nothing is worked out from a file with a fault."""
    assert run(tmp_path / "in.csv", REFERRALS + row + "\n") == 1
    found = capsys.readouterr()
    assert (said in found.err, found.out) == (True, "")


def test_impossible_counts_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bad input: a part that is more than its whole; no file at all."""
    assert run(tmp_path / "in.csv", COUNTS + "x,10,1,2,2,2,3,4\ny,ten,1,1,1,1,1,1\n", counts=True) == 1
    said = capsys.readouterr().err
    assert "line 4: reliable recovery (4) is more than recovery (3)" in said
    assert "line 5: finished 'ten' is no count" in said
    assert run_in_words(command, []) == 1
