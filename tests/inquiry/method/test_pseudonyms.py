"""Pseudonyms that are proposed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.method.pseudonyms import free_names, names

# Trees, rivers and birds that are first names as well: these must never come in.
FIRST_NAMES = """
Ash Aspen Avon Brent Clyde Daisy Dale Dee Don Eden Elder Hazel Heather Holly Isla Ivy Jay Juniper
Laurel Lily Linden Martin Myrtle Olive Robin Rowan Shannon Tamar Trent Tyne Willow Wren Teal Merlin
Phoenix Lark Starling
"""


def test_no_name_that_is_proposed_is_a_first_name() -> None:
    """inquiry 28: a pseudonym is nobody's name."""
    assert not {folded(name) for name in FIRST_NAMES.split()} & {folded(name) for name in names()}
    assert len(names()) == len({folded(name) for name in names()}) >= 60


@given(some.lists(some.sampled_from(names())), some.integers(1, 120))
def test_what_is_proposed_is_free_and_never_runs_out(taken: list[str], few: int) -> None:
    """inquiry 28: applied consistently: nobody gets a pseudonym twice."""
    found = free_names([name.upper() for name in taken], few)
    assert len({folded(name) for name in found}) == few
    assert not {folded(name) for name in found} & {folded(name) for name in taken}
