"""Change for many people at once: the same answers as one by one, whatever the order of the rows."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.measures.method.change import WORDS, Verdict, change
from ownwords.measures.method.change_frame import Yardstick, change_frame, first_and_last, sample_of
from ownwords.measures.method.definitions import CutOff, Direction, ReliableChange, Source
from ownwords.measures.method.score_rows import Limits, read_rows
from ownwords.measures.method.variants import Sample, Variant, line

SOURCE = Source("made up")
RULE = ReliableChange(6, 6.1, 0.874, "national code", SOURCE)
PHQ = Yardstick(Direction.DOWN, RULE, CutOff(10, SOURCE))
DAY = date(2026, 1, 1)
LIMITS = Limits(0, 27, True, date(2026, 11, 22))


def frame(*rows: tuple[str, int, float]) -> pl.DataFrame:
    """Return scores from (person, day, score)."""
    data = [(person, DAY + timedelta(day), float(score)) for person, day, score in rows]
    return pl.DataFrame(
        data, schema={"person": pl.String, "date": pl.Date, "score": pl.Float64}, orient="row"
    )


ROWS = some.lists(
    some.tuples(some.sampled_from("abc"), some.integers(0, 9), some.integers(0, 27)), min_size=1, max_size=20
)


@given(ROWS)
def test_everybody_gets_the_verdict_they_would_get_alone(rows: list[tuple[str, int, int]]) -> None:
    """measures 6: frame and plain function agree on every person; ties on a day count in the order of the rows."""
    found = change_frame(frame(*rows), PHQ)
    assert found.get_column("person").to_list() == list(dict.fromkeys(row[0] for row in rows))
    for row in found.iter_rows(named=True):
        own = sorted((one for one in rows if one[0] == row["person"]), key=lambda one: one[1])
        last = own[-1][2] if own[-1][1] > own[0][1] else None
        alone = change(own[0][2], last, rule=RULE, direction=Direction.DOWN)
        words = {Verdict.IMPROVED: "improved", Verdict.DETERIORATED: "deteriorated"}
        assert (row["first"], row["last"], row["change"]) == (own[0][2], last, alone.difference)
        assert row["verdict"] == words.get(alone.verdict, WORDS[alone.verdict])


def test_two_scores_of_a_day_count_in_the_order_of_the_rows() -> None:
    """The rule on ties: for the first day the earlier row, for the last day the later row."""
    found = first_and_last(frame(("a", 5, 9), ("a", 0, 20), ("a", 0, 3), ("a", 5, 1)))
    assert found.select("first", "last").row(0) == (20, 1)


def test_recovery_needs_the_cut_off_and_a_reliable_change() -> None:
    """measures 18; Jacobson & Truax 1991."""
    people = {"a": (15, 9), "b": (12, 9), "c": (27, 10), "d": (9, 1), "e": (9, 9)}
    rows = [(who, day, score) for who, scores in people.items() for day, score in enumerate(scores)]
    found = change_frame(frame(*rows), PHQ).get_column("recovery").to_list()
    below = "below, but smaller than this form can tell apart from chance"
    never = "not at caseness at first"
    assert found == ["recovered", below, "still at caseness", never, never]


def test_without_a_published_threshold_it_says_so_and_every_row_names_its_rule() -> None:
    """measures 20: threshold, method, SD and r beside every verdict."""
    rows = frame(("a", 0, 20), ("a", 1, 3))
    none = change_frame(rows, Yardstick(Direction.DOWN)).row(0, named=True)
    assert (none["verdict"], none["threshold"], none["method"]) == ("no published threshold", None, "")
    row = change_frame(rows, PHQ).row(0, named=True)
    assert [row[name] for name in ("threshold", "method", "sd", "r", "source")] == [
        6,
        "national code",
        6.1,
        0.874,
        "made up",
    ]


@pytest.mark.parametrize("variant", list(Variant))
def test_the_rivals_agree_with_the_plain_functions(variant: Variant) -> None:
    """measures 21: means, spreads and correlation of the group, n - 1."""
    pairs = [(20, 5), (14, 12), (9, 15), (18, 3), (11, 11), (25, 20)]
    rows = frame(*((str(at), day, score) for at, pair in enumerate(pairs) for day, score in enumerate(pair)))
    found = change_frame(rows, Yardstick(Direction.DOWN, variant=variant, reliability=0.8))
    sample = sample_of(first_and_last(rows), 0.8)
    assert sample.mean == pytest.approx(97 / 6)
    made = line(variant, Sample(**{name: getattr(sample, name) for name in Sample.__dataclass_fields__}))
    words = {Verdict.IMPROVED: "improved", Verdict.DETERIORATED: "deteriorated"}
    expected = [words.get(v := made.verdict(a, b, Direction.DOWN), WORDS[v]) for a, b in pairs]
    assert found.get_column("verdict").to_list() == expected


def test_a_rival_needs_a_group() -> None:
    """Bad input: two people are no group."""
    with pytest.raises(ValueError, match="at least 3 people"):
        change_frame(
            frame(("a", 0, 2), ("a", 1, 3)), Yardstick(Direction.DOWN, variant=Variant.HLL, reliability=0.8)
        )


def test_every_fault_of_a_row_is_named() -> None:
    """Bad input: text in a number, out of range, no day, the future, no person; blank lines are none."""
    table = pl.DataFrame(
        {
            "person": ["a", "", "c", "d", None, "f", "g"],
            "date": [
                "2026-01-01",
                "2026-02-30",
                "2027-01-01",
                "1899-12-31",
                None,
                "2026-01-01 10:30",
                "2026-01-01T09:00:01",
            ],
            "score": ["12", "x", "28", "2.5", None, "inf", "NA"],
        }
    )
    found = read_rows(table, LIMITS)
    told = dict(found.faults.iter_rows())
    assert told == {
        1: "person is blank; date '2026-02-30' is no day; write it as 2026-11-22; score 'x' is no number",
        2: "date '2027-01-01' lies in the future; score '28' is not within 0 to 27",
        3: "date '1899-12-31' lies before 1900; score '2.5' is no whole number",
        5: "score 'inf' is no number",
    }
    assert found.without == 1
