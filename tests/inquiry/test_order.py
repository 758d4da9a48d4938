"""One place up or down in what a team puts in order."""

from __future__ import annotations

import pytest

from ownwords.inquiry.actions.order import one_place_on
from ownwords.inquiry.models import Finding

ONE, TWO, THREE = (Finding(statement=words) for words in ("one", "two", "three"))


@pytest.mark.parametrize(
    ("which", "up", "order"),
    [
        (TWO, True, [TWO, ONE, THREE]),
        (TWO, False, [ONE, THREE, TWO]),
        (ONE, True, None),
        (THREE, False, None),
        (Finding(statement="of another study"), True, None),
    ],
)
def test_a_row_goes_one_place_and_stays_at_an_end(
    which: Finding, up: bool, order: list[Finding] | None
) -> None:
    """inquiry 14: the order is the team's own; what is not there moves nothing."""
    assert one_place_on([ONE, TWO, THREE], which.pk, up=up) == order
