"""NHS numbers: reading, checking, laying out."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.people.method import nhs_number
from ownwords.people.method.nhs_number import BadNHSNumber, Reason

_nines = st.integers(0, 999_998).map(lambda number: f"999{number:06d}")
#: Sound numbers of the range that is set aside for tests.
sound_numbers = _nines.filter(lambda nine: nhs_number.check_digit(nine) is not None).map(
    lambda nine: f"{nine}{nhs_number.check_digit(nine)}"
)


def test_the_examples_in_the_documentation_run() -> None:
    """Docstrings are part of the library; DESIGN 3."""
    assert doctest.testmod(nhs_number).failed == 0


def test_a_number_checked_by_hand_is_accepted() -> None:
    """999 000 001: 9*(10+9+8) + 1*2 = 245, remainder 3, 11 - 3 = 8; who is who, check digit verified."""
    assert nhs_number.check_digit("999000001") == 8
    assert nhs_number.normalise("9990000018") == "9990000018"


def test_a_remainder_of_zero_is_written_as_nought() -> None:
    """999 000 005: 243 + 5*2 = 253, which is 23 times 11."""
    assert nhs_number.check_digit("999000005") == 0
    assert nhs_number.is_valid("9990000050")


def test_nine_figures_whose_check_would_be_ten_belong_to_no_number() -> None:
    """999 000 000: 243, remainder 1, 11 - 1 = 10, which one figure cannot say."""
    assert nhs_number.check_digit("999000000") is None
    assert not any(nhs_number.is_valid(f"999000000{digit}") for digit in range(10))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Reason.EMPTY),
        ("  - ", Reason.EMPTY),
        ("999 000 001X", Reason.CHARACTERS),
        ("٩٩٩٠٠٠٠٠١٨", Reason.CHARACTERS),
        ("9990000018\x00", Reason.CHARACTERS),
        ("999 000 001", Reason.LENGTH),
        ("999 000 00180", Reason.LENGTH),
        ("0000000000", Reason.FILLER),
        ("9999999999", Reason.FILLER),
        ("999 000 0019", Reason.CHECK_DIGIT),
    ],
)
def test_a_wrong_number_is_refused_with_the_reason(typed: str, reason: Reason) -> None:
    """A clear error, never a guess; who is who."""
    with pytest.raises(BadNHSNumber) as refused:
        nhs_number.normalise(typed)
    assert refused.value.reason is reason
    assert str(refused.value) == reason.message


@given(sound_numbers)
def test_spaces_and_dashes_change_nothing(number: str) -> None:
    """Exports write numbers with spaces; real input."""
    for gap in (" ", "-", "\u00a0", "\u2011", "\u2013", "  "):
        assert nhs_number.normalise(gap.join([number[:3], number[3:6], number[6:]])) == number
    assert nhs_number.normalise(nhs_number.format(number)) == number
    assert nhs_number.is_test_number(number)


@given(sound_numbers, st.integers(0, 9), st.integers(1, 9))
def test_one_mistyped_figure_is_always_noticed(number: str, place: int, shift: int) -> None:
    """Modulus 11 catches every single wrong figure."""
    wrong = str((int(number[place]) + shift) % 10)
    assert not nhs_number.is_valid(number[:place] + wrong + number[place + 1 :])


@given(sound_numbers, st.integers(0, 8))
def test_two_neighbours_swapped_are_always_noticed(number: str, place: int) -> None:
    """Modulus 11 catches every swap of two different neighbours."""
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert nhs_number.is_valid(swapped) == (swapped == number)


@given(st.text(max_size=40))
def test_any_text_gets_a_number_or_a_reason(text: str) -> None:
    """Bad input never ends in a crash."""
    if nhs_number.is_valid(text):
        assert len(nhs_number.normalise(text)) == 10
        return
    with pytest.raises(BadNHSNumber) as refused:
        nhs_number.normalise(text)
    assert str(refused.value) == refused.value.reason.message


@pytest.mark.parametrize("nine", ["", "12345678", "1234567890", "12345678x"])
def test_a_check_digit_needs_nine_figures(nine: str) -> None:
    """The function is part of a library and refuses what it is not made for."""
    with pytest.raises(ValueError, match="nine figures"):
        nhs_number.check_digit(nine)
