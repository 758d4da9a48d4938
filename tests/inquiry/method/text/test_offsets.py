"""Offsets at the border with browsers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.text.offsets import Border


@given(st.text(st.sampled_from("aé漢😀👩\u0301")))
def test_offsets_go_there_and_back(text: str) -> None:
    """inquiry 3.1: code points are kept, UTF-16 is converted at the border."""
    border = Border(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert (border.units_at(point), border.point_at(unit), border.point_at(unit, up=True)) == (
            unit,
            point,
            point,
        )
    assert border.units == len(text.encode("utf-16-le")) // 2


def test_half_a_character_is_selected_whole() -> None:
    """inquiry 3.1: 😀 is two units; a selection that begins or ends inside it takes it whole."""
    assert Border("a😀b").points(2, 2) == (1, 2)
    assert Border("a😀b").points(0, 2) == (0, 2)


@pytest.mark.parametrize("unit", [-1, 5])
def test_offsets_outside_are_an_error(unit: int) -> None:
    """inquiry 3.1: offsets are checked, never bent."""
    with pytest.raises(ValueError, match="no place"):
        Border("a😀b").point_at(unit)
    with pytest.raises(ValueError, match="no place"):
        Border("a😀b").units_at(unit)
