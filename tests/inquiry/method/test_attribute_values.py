"""Values of attributes: one way of writing for one value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.inquiry.method.attribute_values import NotOfKind, as_kept

KINDS = some.sampled_from(["words", "number", "day", "yes_no"])


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("number", "3", "3"), ("number", "+3.50", "3.5"), ("number", "-0", "0"), ("number", "007", "7"),
        ("number", "1000000", "1000000"), ("day", "2026-03-01", "2026-03-01"), ("yes_no", "No", "no"),
        ("yes_no", "true", "yes"), ("words", " Team  nurse ", "Team nurse"), ("words", "3.50", "3.50"),
    ],
)  # fmt: skip
def test_a_value_is_kept_in_one_way_of_writing(kind: str, typed: str, kept: str) -> None:
    """inquiry 15: a matrix by attribute must not part "3" from "3.0"."""
    assert as_kept(kind, typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("number", "three"), ("number", "1,5"), ("number", "1e3"), ("number", "٣"), ("day", "1 March"),
     ("day", "2026-02-30"), ("yes_no", "perhaps"), ("words", "x" * 501)],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused(kind: str, typed: str) -> None:
    """inquiry, users' wish 1: a number is checked as one."""
    with pytest.raises(NotOfKind):
        as_kept(kind, typed)


@given(KINDS, some.text(max_size=40))
def test_what_is_kept_stays_as_it_is_when_kept_again(kind: str, typed: str) -> None:
    """inquiry 24: what goes out and comes in again is the same."""
    try:
        kept = as_kept(kind, typed)
    except NotOfKind:
        return
    assert as_kept(kind, kept) == kept


@given(KINDS)
def test_blank_is_not_stated_and_no_is_an_answer(kind: str) -> None:
    """House rule 5: a blank and "no" are two different things."""
    assert as_kept(kind, "  ") == ""
    assert as_kept("yes_no", "no") == "no"
