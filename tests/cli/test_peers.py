"""`ownwords peers`: returns and mean cumulative counts from files, and clear refusals."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ownwords.cli.peers import mcf, returns
from ownwords.cli.words import run_in_words
from tests.cli.helpers import ROOT, environment

HEAD = "person,date,outcome,censor_date,censor_kind\n"
#: The gap is 60. Ann: 0 and 20 one spell, back 120 after a call on 110; then cut off 10 days later, not yet away.
#: Ben: away 100, back; then away until he moves 130 days later. Cem: away 200, never back. Dot: no contact.
PEOPLE = [
    ("ann", 0, "met", 130, ""),
    ("ann", 20, "spoke", 130, ""),
    ("ann", 60, "no_answer", 130, ""),
    ("ann", 110, "answered_by_message", 130, ""),
    ("ann", 120, "met", 130, ""),
    ("ben", 0, "met", 230, "moved_away"),
    ("ben", 100, "met", 230, "moved_away"),
    ("cem", 0, "spoke", 200, "cut_off"),
    ("dot", None, "", 200, "cut_off"),
]
EVENTS = (
    "person,time,kind\nA,5,event\nD,11,event\nA,12,censor\nB,10,censor\nA,9,event\nB,5,event\nC,8,censor\n"
)
EVENTS += "D,3,event\nD,14,censor\nD,7,event\n"


def on(number: int | None) -> str:
    """Return a day as text."""
    return "" if number is None else (date(2026, 1, 1) + timedelta(days=number)).isoformat()


def rows(people: list[tuple[str, int | None, str, int, str]]) -> str:
    """Return a file of contacts."""
    return HEAD + "".join(f"{who},{on(day)},{out},{on(end)},{kind}\n" for who, day, out, end, kind in people)


def run(file: Path, text: str | bytes, *options: str) -> int:
    """Write a file and run the verb it is for."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    command = returns.command if "--gap" in options else mcf.command
    return run_in_words(command, [str(file), *options])


def result(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | bytes, *options: str) -> Any:
    """Run a verb that succeeds and return its result."""
    status = run(tmp_path / "in.csv", text, *options, "--json")
    said = capsys.readouterr()
    assert status == 0, said.err
    return json.loads(said.out)


def test_returns_from_contacts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """PS-15, PS-16: worked by hand. Ann is back 100 days after 20, Ben after 100; then Ben moves, Cem stays away."""
    found = result(tmp_path, capsys, rows(PEOPLE), "--gap", "60")
    counted = {
        key: found[key] for key in ("gap", "people", "without_contact", "spells", "returns", "contacts")
    }
    assert counted == {
        "gap": 60,
        "people": 4,
        "without_contact": 1,
        "spells": 5,
        "returns": 2,
        "contacts": 7,
    }
    assert (found["away_now"], found["competing"], found["spells_not_ended"]) == (1, 1, 1)
    curve = [
        [one[key] for key in ("day", "at_risk", "events", "competing", "incidence")] for one in found["curve"]
    ]
    assert curve == [[100, 4, 2, 0, 0.5], [130, 2, 0, 1, 0.5]]
    # Ann and Ben one return each, Ben and Cem one time away each without: derivatives by person add up to 1, 0 and -1.
    assert [one["variance"] for one in found["curve"]] == pytest.approx([2 * (1 / 8) ** 2, 2 * (1 / 8) ** 2])


def test_half_and_double_the_gap_stand_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """PS-15: half of 45 is 22.5."""
    found = result(tmp_path, capsys, rows(PEOPLE), "--gap", "60")
    assert [found[key]["gap"] for key in ("half_gap", "double_gap")] == [30, 120]
    assert (found["half_gap"]["spells"], found["double_gap"]["spells"]) == (5, 3)
    assert (found["half_gap"]["returns"], found["double_gap"]["returns"]) == (2, 0)
    assert result(tmp_path, capsys, rows(PEOPLE), "--gap", "45")["half_gap"]["gap"] == 22.5


def test_speaking_ends_no_time_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """peer-support 3.3: time to return runs to the next *met*; the call alone starts a spell and is no return."""
    called = [("a", 0, "met", 400, ""), ("a", 100, "spoke", 400, ""), ("a", 300, "met", 400, "")]
    found = result(tmp_path, capsys, rows(called), "--gap", "60")
    assert (found["spells"], found["returns"], found["not_met"]) == (3, 1, 1)
    assert found["curve"][0]["day"] == 300


@pytest.mark.parametrize("change", ["shuffled", "twice", "crlf", "bom", "quoted", "capitals", "blank lines"])
def test_the_look_of_a_file_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    """Bad input: rows in any order, rows twice, other line ends, a byte order mark, quotes, capitals."""
    plain = rows(PEOPLE)
    expected = result(tmp_path, capsys, plain, "--gap", "60")
    lines = plain.splitlines(keepends=True)
    other = {
        "shuffled": "".join([lines[0], *reversed(lines[1:])]),
        "twice": plain + "".join(lines[1:4]),
        "crlf": plain.replace("\n", "\r\n"),
        "bom": "\ufeff" + plain,
        "quoted": plain.replace("met", '"met"'),
        "capitals": plain.replace("met", " Met ").replace("moved_away", "MOVED_AWAY"),
        "blank lines": plain.replace("\n", "\n\n").replace("ben", " ben "),
    }[change]
    assert result(tmp_path, capsys, other, "--gap", "60") == expected


def test_the_end_may_stand_in_one_row_of_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A blank end in the other rows is no other end."""
    text = (
        rows(PEOPLE)
        .replace(f"spoke,{on(130)},", "spoke,,")
        .replace(f"ben,{on(0)},met,{on(230)},moved_away", f"ben,{on(0)},met,,")
    )
    assert result(tmp_path, capsys, text, "--gap", "60") == result(
        tmp_path, capsys, rows(PEOPLE), "--gap", "60"
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("eve,2026-13-01,met,2026-12-01,", "line 11: date '2026-13-01' is no day"),
        ("eve,2026-1-5,met,2026-12-01,", "line 11: date '2026-1-5' is no day"),
        ("eve,0026-01-05,met,2026-12-01,", "date '0026-01-05' lies before 1900"),
        ("eve,,met,2026-12-01,", "line 11: date is blank, but there is an outcome"),
        ("eve,2026-01-05,,2026-12-01,", "line 11: outcome is blank, but there is a date"),
        ("eve,2026-01-05,waved,2026-12-01,", "line 11: outcome 'waved' is none of met, spoke"),
        ("eve,2026-01-05,met,soon,", "line 11: censor_date 'soon' is no day"),
        ("eve,2026-01-05,met,,", "line 11: censor_date is missing for person 'eve'"),
        (
            "ann,2026-01-05,met,2026-12-01,",
            "censor_date '2026-12-01' is not that of this person's other rows",
        ),
        (
            "eve,2026-01-05,met,2026-12-01,vanished",
            "censor_kind 'vanished' is none of cut_off, died, moved_away",
        ),
        ("ben,2026-01-05,met,,died", "line 11: censor_kind 'died' is not that of this person's other rows"),
        (
            "eve,2026-12-02,met,2026-12-01,",
            "line 11: date '2026-12-02' lies after the censor_date 2026-12-01",
        ),
        (",2026-01-05,met,2026-12-01,", "line 11: person is blank"),
        ("eve,2026-01-05,met", "3 cells, but the header has 5"),
    ],
)
def test_faults_in_contacts_are_told_with_line_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, said: str
) -> None:
    """Bad input: nothing is worked out from a file with a fault, and the status is 2."""
    assert run(tmp_path / "in.csv", rows(PEOPLE) + row + "\n", "--gap", "60", "--json") == 2
    found = capsys.readouterr()
    assert said in found.err
    assert ("in.csv" in found.err, found.out, "Traceback" in found.err) == (True, "", False)


def test_mean_counts_are_exact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """PS-17: the fixture worked by hand, rows in any order, with a byte order mark and other line ends."""
    for text in (EVENTS, "\ufeff" + EVENTS.replace("\n", "\r\n"), EVENTS.replace("event", "Event")):
        found = result(tmp_path, capsys, text)
        assert [one["time"] for one in found] == [3, 5, 7, 9, 11]
        estimates, variances = ([one[key] for one in found] for key in ("estimate", "variance"))
        assert estimates == pytest.approx([1 / 4, 3 / 4, 1, 4 / 3, 11 / 6], rel=1e-14)
        assert variances == pytest.approx([3 / 64, 3 / 64, 1 / 8, 31 / 216, 49 / 216], rel=1e-13)


def test_two_events_at_one_time_count_twice_and_are_mentioned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input: a row that stands twice may be two events or a slip; whoever reads the result hears of it."""
    assert run(tmp_path / "in.csv", "person,time,kind\na,1.5,event\na,1.5,event\na,2,censor\n", "--json") == 0
    found = capsys.readouterr()
    assert json.loads(found.out) == [{"time": 1.5, "estimate": 2.0, "variance": 0.0}]
    assert "1 event at the same time as another of the same person" in found.err


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("E,1,event", "line 12: kind: person 'E' has no censor row"),
        ("A,12,censor", "kind: person 'A' has two censor rows"),
        ("A,12.5,event", "line 12: time '12.5' lies after the censor row at 12"),
        ("C,-1,event", "line 12: time '-1' is negative"),
        ("C,nan,event", "line 12: time 'nan' is no number"),
        ("C,,event", "line 12: time '' is no number"),
        ("C,1,vanished", "line 12: kind 'vanished' is neither event nor censor"),
        (",1,event", "line 12: person is blank"),
    ],
)
def test_faults_in_events_are_told_with_line_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, said: str
) -> None:
    """Bad input: an event after the end, no end or two, a negative time; status 2 and nothing printed."""
    assert run(tmp_path / "in.csv", EVENTS + row + "\n", "--json") == 2
    found = capsys.readouterr()
    assert (said in found.err, found.out) == (True, ""), found.err


@pytest.mark.parametrize("options", [("--gap", "60"), ()])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "is missing"),
        (b"person\n1\n", "is missing"),
        (b"person,person,date,outcome,time,kind,censor_date,censor_kind\n", "person stands twice"),
        (b"person,date,outcome,time,kind,censor_date,censor_kind\n", "no rows under its header"),
        (b"\xff\xfe\x00\x01", "cannot be read"),
    ],
)
def test_files_that_are_no_tables_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: bytes, said: str, options: tuple[str, ...]
) -> None:
    """Bad input: an empty file, missing columns, a column twice, no rows, no text; status 2."""
    assert run(tmp_path / "in.csv", text, *options) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there_and_a_gap_of_nothing_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input: status 2."""
    assert run_in_words(mcf.command, [str(tmp_path / "none.csv")]) == 2
    assert "is not there" in capsys.readouterr().err
    for gap in ("0", "-5", "x"):
        assert run(tmp_path / "in.csv", rows(PEOPLE), "--gap", gap) == 2
    assert run_in_words(returns.command, [str(tmp_path / "in.csv")]) == 2


def test_for_readers_there_is_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """PS-16, PS-18: counts at three gaps, number at risk, an interval; no word of failing."""
    assert run(tmp_path / "in.csv", rows(PEOPLE), "--gap", "60") == 0
    said = capsys.readouterr().out
    assert "4 people, 1 of them without any contact." in said
    assert "60                     5         2           1            1" in said
    assert "130                    2     50.0%    15.4% to 84.6%" in said
    assert not any(word in said.lower() for word in ("fail", "relapse", "discharge", "dropped"))
    assert run(tmp_path / "in.csv", EVENTS) == 0
    assert "11                   2         1     1.833     0.22685" in capsys.readouterr().out
    nobody = HEAD + f"dot,,,{on(9)},\n"
    assert run(tmp_path / "in.csv", nobody, "--gap", "60") == 0
    assert "Nobody came back" in capsys.readouterr().out
    assert run(tmp_path / "in.csv", "person,time,kind\na,2,censor\n") == 0
    assert "There was no event." in capsys.readouterr().out


def test_no_database_and_no_django_are_needed(tmp_path: Path) -> None:
    """House rules: verbs that only compute start nothing."""
    file = tmp_path / "in.csv"
    file.write_text(rows(PEOPLE), encoding="utf-8")
    program = (
        "import sys; from ownwords.cli.main import cli; from ownwords.cli.words import run_in_words\n"
        f"assert run_in_words(cli, ['peers', 'returns', {str(file)!r}, '--gap', '60', '--json']) == 0\n"
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
    assert json.loads(done.stdout)["returns"] == 2
    assert not (tmp_path / "data").exists()
