"""How near one code comes to another, against looking at each."""

from __future__ import annotations

import pytest
from hypothesis import given

from ownwords.inquiry.method.queries.codings import Row, codings
from ownwords.inquiry.method.queries.proximity import NONE, nearest
from tests.inquiry.method.queries.test_cooccurrence import ROWS


@given(ROWS)
def test_the_nearest_is_as_near_as_any(rows: list[Row]) -> None:
    """inquiry 14: the smallest gap of all, never over the end of a document."""
    found = nearest(codings(rows), 2, 5)
    assert sorted(found.place.tolist()) == [place for place, row in enumerate(rows) if row[0] == 2]
    columns = (found.place, found.other, found.distance)
    for place, other, distance in zip(*(one.tolist() for one in columns), strict=True):
        one = rows[place]
        gaps = [
            max(0, each[2] - one[3], one[2] - each[3]) for each in rows if each[0] == 5 and each[1] == one[1]
        ]
        assert distance == min(gaps, default=NONE)
        if gaps:
            chosen = rows[other]
            assert (chosen[:2], max(0, chosen[2] - one[3], one[2] - chosen[3])) == ((5, one[1]), distance)
        else:
            assert other == NONE


def test_a_code_has_no_distance_from_itself() -> None:
    """Refused rather than answered with 0."""
    with pytest.raises(ValueError, match="two different codes"):
        nearest(codings([]), 2, 2)
