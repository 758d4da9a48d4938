"""What may stand beside a quotation: nobody is singled out by it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.inquiry.method.alike import shown_beside

NAMES = ["work", "team", "years"]
VALUES = some.dictionaries(some.sampled_from(NAMES), some.sampled_from(["", "a", "b", "c"]))
PEOPLE = some.lists(VALUES, max_size=30).map(lambda rows: dict(enumerate(rows)))


@given(PEOPLE, some.integers(2, 6))
def test_no_shown_combination_is_shared_by_fewer_than_asked(
    people: dict[int, dict[str, str]], fewest: int
) -> None:
    """inquiry 28: hides a person whose attributes would single them out (fewer than n alike)."""
    shown = shown_beside(people, NAMES, fewest)
    alike = Counter(tuple(one.items()) for one in shown.values())
    assert all(many >= fewest for combination, many in alike.items() if combination)
    # Nor does what is missing single anybody out, unless there are too few people for anything.
    assert len(people) < fewest or all(many >= fewest for many in alike.values())


@given(PEOPLE, some.integers(1, 6))
def test_only_what_somebody_stated_is_shown(people: dict[int, dict[str, str]], fewest: int) -> None:
    """inquiry 28: not stated is never shown as if it were a value."""
    for who, one in shown_beside(people, NAMES, fewest).items():
        assert all(value and people[who][name] == value for name, value in one.items())


@given(PEOPLE)
def test_where_one_is_enough_everything_stated_is_shown(people: dict[int, dict[str, str]]) -> None:
    """inquiry 28: the rule hides no more than it has to when nothing has to be hidden."""
    stated = {who: {name: one[name] for name in NAMES if one.get(name)} for who, one in people.items()}
    assert shown_beside(people, NAMES, 1) == stated


def test_the_first_attribute_goes_before_the_later_ones() -> None:
    """inquiry 28, by hand: four nurses, of whom two have worked long; two peers who have nothing else in common."""
    people = {
        1: {"work": "nurse", "years": "long"}, 2: {"work": "nurse", "years": "long"},
        3: {"work": "nurse", "years": "short"}, 4: {"work": "nurse", "years": "new"},
        5: {"work": "peer", "years": "long"}, 6: {"work": "peer", "years": "short"},
    }  # fmt: skip
    shown = shown_beside(people, ["work", "years"], 2)
    assert shown[1] == shown[2] == {"work": "nurse", "years": "long"}
    assert shown[3] == shown[4] == {"work": "nurse"}
    assert shown[5] == shown[6] == {"work": "peer"}
    assert shown_beside(people, ["work"], 3) == {who: {} for who in people}


def test_fewer_than_one_alike_is_refused() -> None:
    """inquiry 28: a rule that holds nothing back is no rule."""
    with pytest.raises(ValueError, match="at least 1"):
        shown_beside({}, [], 0)
