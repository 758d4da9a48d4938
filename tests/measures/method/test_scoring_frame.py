"""Many responses at once: row for row the same as one by one."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.definitions import Given, Instrument
from ownwords.measures.method.scoring import Scored, UnknownRule, score
from ownwords.measures.method.scoring_frame import check_columns, repeated_keys, score_frame
from tests.measures.method.responses import responses, written

TODAY = date(2026, 11, 22)


def frame_of(form: Instrument, rows: list[dict[str, int | Given]]) -> pl.DataFrame:
    """Return responses as they stand in a file, every column text."""
    names = [f"item{item.key}" for item in form.items]
    return pl.DataFrame([written(row) for row in rows], schema=dict.fromkeys(names, pl.String))


def columns_of(scored: Scored) -> dict[str, object]:
    """Return what the frame should say about one response."""
    told: dict[str, object] = {}
    for place, one in enumerate(scored.scores):
        before = f"{one.key}_" if place else ""
        told |= {
            f"{before}score": one.value,
            f"{before}answered": one.answered,
            f"{before}prorated": one.prorated,
            f"{before}band": one.band,
            f"{before}rule": one.rule,
        }
    if scored.finding:
        told["finding"] = scored.finding.outcome
    return told


@given(st.data())
def test_the_frame_says_what_scoring_one_by_one_says(data: st.DataObject) -> None:
    """Every instrument, every rule, any responses: exactly equal, to the last digit."""
    form = data.draw(st.sampled_from(list(instruments().values())))
    rule = data.draw(st.sampled_from(["", *(rule.version for part in form.scores for rule in part.rules)]))
    rows = data.draw(st.lists(responses(form), min_size=1, max_size=6))
    found = score_frame(form, frame_of(form, rows), rule=rule)
    for told, answers in zip(found.iter_rows(named=True), rows, strict=True):
        one = score(form, answers, rule=rule)
        expected = columns_of(one)
        assert {name: told[name] for name in expected} == expected
        flags = (told["flags"] or "").split(";")
        assert [f"alert:{alert.key}" for alert in one.alerts] == [f for f in flags if f.startswith("alert:")]
        assert not any(flag.startswith("fault:") for flag in flags)


@given(st.data())
def test_numbers_and_their_text_are_scored_alike(data: st.DataObject) -> None:
    """Parquet brings whole numbers or, where one is blank, often fractions; both are what they look like."""
    form = instrument("phq-9")
    rows = data.draw(st.lists(responses(form), min_size=1, max_size=5))
    plain = [{key: one for key, one in row.items() if not isinstance(one, Given)} for row in rows]
    text = frame_of(
        form, [{item.key: row.get(item.key, Given.BLANK) for item in form.items} for row in plain]
    )
    wanted = score_frame(form, text).select("score", "answered", "flags")
    for kind in (pl.Int8, pl.Int64, pl.Float64):
        assert score_frame(form, text.cast(kind)).select("score", "answered", "flags").equals(wanted)


@pytest.mark.parametrize(
    ("column", "fault"),
    [
        (pl.Series("item1", [2**40], dtype=pl.Int64), "fault:item1-out-of-range"),
        (pl.Series("item1", [2**63], dtype=pl.UInt64), "fault:item1-not-a-number"),
        (pl.Series("item1", [1.5]), "fault:item1-not-a-number"),
        (pl.Series("item1", [1e300]), "fault:item1-not-a-number"),
        (pl.Series("item1", [True]), "fault:item1-not-a-number"),
        (pl.Series("item1", [date(2024, 1, 1)]), "fault:item1-not-a-number"),
        (pl.Series("item1", [float("nan")]), None),
        (pl.Series("item1", [None]), None),
        (pl.Series("item1", [2.0]), None),
    ],
)
def test_a_column_of_another_kind_never_slips_through_as_blank(column: pl.Series, fault: str | None) -> None:
    """Parquet from elsewhere: what is no answer is a fault, and only a blank is a blank."""
    others = pl.DataFrame({f"item{n}": [1] for n in range(2, 10)})
    found = score_frame(instrument("phq-9"), others.hstack([column])).row(0, named=True)
    flags = [flag for flag in (found["flags"] or "").split(";") if flag.startswith("fault:")]
    assert flags == ([fault] if fault else [])
    assert found["answered"] == 8 + (column.dtype.is_float() and column[0] == 2.0)


def phq(*rows: str) -> pl.DataFrame:
    """Return PHQ-9 rows; each is person, date and nine answers with commas between."""
    names = ["person", "date", *(f"item{n}" for n in range(1, 10))]
    cells = [[cell or None for cell in row.split(",")] for row in rows]
    return pl.DataFrame(cells, schema=dict.fromkeys(names, pl.String), orient="row")


@pytest.mark.parametrize(
    ("row", "flags"),
    [
        ("a,2024-01-01,4,0,0,0,0,0,0,0,0", "fault:item1-out-of-range"),
        ("a,2024-01-01,-1,0,0,0,0,0,0,0,0", "fault:item1-out-of-range"),
        ("a,2024-01-01,99999999999,0,0,0,0,0,0,0,0", "fault:item1-out-of-range"),
        ("a,2024-01-01,two,0,0,0,0,0,0,0,0", "fault:item1-not-a-number"),
        ("a,2024-01-01,1.5,0,0,0,0,0,0,0,0", "fault:item1-not-a-number"),
        ("a,2024-01-01,not chosen,0,0,0,0,0,0,0,0", "fault:item1-not-chosen"),
        ("a,2027-01-01,0,0,0,0,0,0,0,0,0", "fault:date-in-future"),
        ("a,01/02/2024,0,0,0,0,0,0,0,0,0", "fault:date-unreadable"),
        ("a,2024-02-30,0,0,0,0,0,0,0,0,0", "fault:date-unreadable"),
        ("a,,0,0,0,0,0,0,0,0,0", "fault:date-unreadable"),
        (",2024-01-01,0,0,0,0,0,0,0,0,0", "fault:person-missing"),
        ("a,2024-01-01,x,0,0,0,0,0,0,0,1", "fault:item1-not-a-number;alert:thoughts-of-death-or-self-harm"),
        ("a,2024-01-01,,,,,,,,,", "no-score:nothing-answered"),
        ("a,2024-01-01,NA,declined,,0,0,0,0,0,0", "no-score:too-many-missing"),
        ("a,2024-01-01,N/A,Declined,0,0,0,0,0,0,0", None),
        ("a,2024-01-01,1.0, 2 ,0,0,0,0,0,0,0", None),
        ("a,2026-11-22,0,0,0,0,0,0,0,0,0", None),
    ],
)
def test_a_row_with_a_fault_is_kept_without_a_score_and_says_why(row: str, flags: str | None) -> None:
    """Bad input: each a clear answer and nothing lost; an alert is raised all the same."""
    found = score_frame(instrument("phq-9"), phq(row), today=TODAY).row(0, named=True)
    assert found["flags"] == flags
    assert (found["score"] is None) is (flags is not None and ("fault:" in flags or "no-score:" in flags))


def test_columns_that_were_there_stay_letter_for_letter() -> None:
    """measures 3: 0, blank, NA and declined are what they were."""
    before = phq("a , 2024-01-01,0,,NA,declined, 1,x,7,3.0,0")
    after = score_frame(instrument("phq-9"), before, today=TODAY)
    assert after.select(before.columns).equals(before)
    assert after.columns[len(before.columns) :] == ["score", "answered", "prorated", "band", "flags", "rule"]


def test_the_same_person_on_the_same_day_is_found_however_far_apart() -> None:
    """Bad input: two rows, neither of which is known to be right; both are faults."""
    rows = [f"p{n},2024-01-01,0,0,0,0,0,0,0,0,0" for n in range(500)]
    frame = phq(
        *rows, "p7 ,2024-01-01,1,1,1,1,1,1,1,1,0", "p7,2024-01-02,1,1,1,1,1,1,1,1,0", ",2024-01-01,,,,,,,,,"
    )
    again = repeated_keys(frame.lazy())
    assert again.rows() == [("p7", date(2024, 1, 1))]
    found = score_frame(instrument("phq-9"), frame, repeated=again)
    twice = found.with_row_index().filter(pl.col("flags").str.contains("same-day-twice"))
    assert twice.get_column("index").to_list() == [7, 500]
    assert twice.get_column("score").null_count() == 2


def test_columns_are_compared_with_the_form() -> None:
    """A missing or unknown column is named; an item that nothing uses may be left out."""
    form = instrument("phq-9")
    needed = ["person", "date", *(f"item{n}" for n in range(1, 10))]
    assert check_columns(form, needed).fit
    assert check_columns(form, [*needed, "item10"]).fit
    found = check_columns(form, [*needed[1:], "item11", "site"])
    assert (found.missing, found.extra) == (("person",), ("item11", "site"))


def test_an_unknown_rule_is_refused() -> None:
    """measures 7."""
    with pytest.raises(UnknownRule):
        score_frame(instrument("phq-9"), phq("a,2024-01-01,0,0,0,0,0,0,0,0,0"), rule="1999")


def test_an_empty_frame_has_the_columns_and_no_rows() -> None:
    """Nothing in, nothing out."""
    found = score_frame(instrument("dialog"), frame_of(instrument("dialog"), []))
    assert found.height == 0
    assert {"score", "treatment_score", "treatment_rule"} <= set(found.columns)
