"""The shortest list of edits between two lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.text.shortest import shortest_edits

LISTS = st.lists(st.sampled_from("abc"), max_size=9)


def least(old: list[str], new: list[str]) -> int:
    """Return the least number of pieces that go or come, by the table of longest common subsequences."""
    rows = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row, one in enumerate(old, 1):
        for column, other in enumerate(new, 1):
            longer = max(rows[row - 1][column], rows[row][column - 1])
            rows[row][column] = rows[row - 1][column - 1] + 1 if one == other else longer
    return len(old) + len(new) - 2 * rows[-1][-1]


@given(LISTS, LISTS)
def test_no_shorter_list_of_edits_exists(old: list[str], new: list[str]) -> None:
    """inquiry 5: a minimal edit script; and what stands between the edits is equal."""
    found = shortest_edits(old, new, most=100, steps=10_000)
    assert found is not None
    assert sum(b - a + d - c for a, b, c, d in found) == least(old, new)
    made, at = [], 0
    for start, end, new_start, new_end in found:
        made += old[at:start] + new[new_start:new_end]
        at = end
    assert made + old[at:] == new


def test_too_many_edits_or_steps_are_not_looked_for() -> None:
    """inquiry 26: bounded time."""
    assert shortest_edits("aaaa", "bbbb", most=7, steps=10_000) is None
    assert shortest_edits("a" * 99, "ba" + "a" * 80, most=90, steps=10) is None
