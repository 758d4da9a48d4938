"""What might identify somebody is suggested, and nothing is changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.text.identifying import suggest
from ownwords.inquiry.method.text.identifying.nhs_number import is_nhs_number


def found(text: str, *names: str) -> list[tuple[str, str]]:
    """Return (words, kind) of each suggestion."""
    return [(text[one.start : one.end], one.kind) for one in suggest(text, names)]


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9))
def test_one_check_digit_at_most_is_right(digits: list[int]) -> None:
    """inquiry section 6; NHS Data Dictionary: Modulus 11, and no number where the check digit would be ten."""
    right = [last for last in range(10) if is_nhs_number("".join(map(str, [*digits, last])))]
    remainder = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
    assert not is_nhs_number("".join(map(str, digits)))
    assert right == ([] if remainder == 1 else [(11 - remainder) % 11])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("943 476 5919", "nhs_number"),
        ("9434765919", "nhs_number"),
        ("LS1 4AP", "postcode"),
        ("sw1a 1aa", "postcode"),
        ("07700 900123", "phone"),
        ("+44 20 7946 0018", "phone"),
        ("(020) 7946 0018", "phone"),
        ("+49 30 123456", "phone"),
        ("a.b+c@example.co.uk", "email"),
        ("12/05/2024", "date"),
        ("2024-05-12", "date"),
        ("12th of May 2024", "date"),
        ("March 2019", "date"),
    ],
)
def test_things_with_a_form_are_found(words: str, kind: str) -> None:
    """inquiry section 6: NHS number with its check digit, postcodes, phone, e-mail, dates."""
    assert (words, kind) in found(f"they said {words} to me")


@pytest.mark.parametrize("words", ["943 476 5918", "in 1984", "room 12", "at 17:30", "half of it", "may be"])
def test_other_numbers_are_not(words: str) -> None:
    """inquiry section 6: a wrong check digit is no NHS number."""
    assert found(f"they said {words} to me") == []


def test_names_are_found_by_their_capitals_and_the_teams_list() -> None:
    """inquiry section 6: a list that the team keeps, and capitalised words inside sentences."""
    text = "Dr. Smith rang. I saw Anna on Monday in the oaks. Anna said no. Well, José O’Neill went."
    assert found(text, "The Oaks") == [
        ("Dr. Smith", "name"),
        ("Anna", "name"),
        ("the oaks", "listed"),
        ("Anna", "name"),
        ("José O’Neill", "name"),
    ]
    assert [one.kind for one in suggest(text, never=["anna", "Dr. Smith"])] == ["name"]


def test_names_without_capitals_need_the_list() -> None:
    """inquiry section 6: Arabic and Chinese have no capitals."""
    assert found("قالت مريم نعم", "مريم") == [("مريم", "listed")]


@given(
    st.lists(
        st.sampled_from(
            ["Anna ", "said ", "0", "7700 ", "900123", "@", "x.org", ". ", "May ", "LS1 4AP", "é", "\n"]
        )
    ).map("".join)
)
def test_suggestions_lie_inside_and_apart(text: str) -> None:
    """inquiry section 6: start, end and kind only; none overlaps another."""
    all_of_them = suggest(text, ["Anna said"])
    assert all(0 <= one.start < one.end <= len(text) for one in all_of_them)
    assert all(one.end <= other.start for one, other in pairwise(all_of_them))
