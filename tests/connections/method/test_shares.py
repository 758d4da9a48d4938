"""How shares are spread over a team: bands, masked, never a mean or an order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.connections.method.network import Figure, Why
from ownwords.connections.method.shares import COLUMNS, band_of, spread

UNKNOWN = Figure(why=Why.NOT_DEFINED)


def team(*rows: tuple[float | None, float | None]) -> list[dict[str, Figure]]:
    """People with a share of service and of family."""
    return [
        {
            name: UNKNOWN if value is None else Figure(value)
            for name, value in zip(("service", "family"), row, strict=True)
        }
        for row in rows
    ]


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0, "none"), (0.01, "to-quarter"), (0.25, "to-quarter"), (0.26, "to-half"), (0.5, "to-half"),
        (0.75, "to-three-quarters"), (0.76, "over"), (1, "over"), (None, "not-known"),
    ],
)  # fmt: skip
def test_bands_end_where_they_say(value: float | None, band: str) -> None:
    """connecting R17: boundaries."""
    assert band_of(UNKNOWN if value is None else Figure(value)) == band


def test_a_worked_example_with_a_small_band() -> None:
    """connecting R17: of 20 people 2 have a large share of service; 2 is hidden, and 6 with it, the smallest left."""
    people = team(*[(0.0, 0.5)] * 12, *[(0.2, 0.5)] * 6, *[(0.9, 0.5)] * 2)
    found = spread(people)
    assert found.people == 20
    assert found.row("service") == (12, None, 0, 0, None, 0)
    assert found.row("family") == (0, 0, 20, 0, 0, 0)
    assert COLUMNS == ("none", "to-quarter", "to-half", "to-three-quarters", "over", "not-known")


def test_few_people_show_nothing_and_nobody_shows_zero() -> None:
    """connecting R17: masking."""
    found = spread(team((0.0, 0.5), (0.2, None)))
    assert found.people is None
    assert {count for count in found.counts.values() if count} <= {None}
    assert spread([]).people == 0


def test_people_with_different_shares_are_refused() -> None:
    """Bad input: two questions in one table."""
    with pytest.raises(ValueError, match="the same shares"):
        spread([{"service": UNKNOWN}, {"family": UNKNOWN}])
    with pytest.raises(ValueError, match="is no share"):
        band_of(Figure(1.5))


shares = st.one_of(st.none(), st.floats(0, 1))


@given(st.lists(st.tuples(shares, shares), max_size=40))
def test_no_small_band_can_be_worked_out(rows: list[tuple[float | None, float | None]]) -> None:
    """connecting R17: nothing from 1 to 4 is shown, and what is hidden under a shown total is at least five people."""
    people = team(*rows)
    found = spread(people)
    for name in found.names:
        shown = found.row(name)
        assert not [count for count in shown if count and count < 5]
        away = [band for band, count in zip(COLUMNS, shown, strict=True) if count is None]
        if away and found.people is not None:
            assert len(away) > 1
            assert found.people - sum(count or 0 for count in shown) >= 5
