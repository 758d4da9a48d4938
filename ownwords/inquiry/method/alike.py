"""What may stand beside a quotation without singling anybody out (inquiry 28).

The rule, which is greedy: all participants begin as one group that shows nothing. For each attribute, in the
order given, each group is looked at by itself. Those who have a value that at least `fewest` of the group
share are taken out of it, and show that value. The others stay together and do not show the attribute. Where
these others would be fewer than `fewest`, but not nobody, the smallest part that was taken out goes back to
them, and then the next, until they are enough.

So everybody who shows anything shows exactly the same as at least `fewest - 1` others: nobody is singled out
by what is shown, nor by what is missing, even for a reader who knows the rule and every value. An attribute
that comes first is more often shown. It is not the most that could be shown: it is a rule that can be
explained and followed by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Person = TypeVar("Person", bound=Hashable)
Name = TypeVar("Name", bound=Hashable)
Described = Mapping[Name, str]


def shown_beside(
    people: Mapping[Person, Described[Name]], attributes: Sequence[Name], fewest: int
) -> dict[Person, dict[Name, str]]:
    """Return what may stand beside the words of each person.

    Args:
        people: for each, their values by attribute; one that is missing or "" is not stated, and never shown.
        attributes: in order; the first are shown rather than the later ones.
        fewest: how many must show the same, at least 1.

    Returns:
        for each person, the attributes that may be shown, with their values; in the order of `attributes`.

    Raises:
        ValueError: `fewest` is less than 1.

    >>> shown_beside({1: {"work": "nurse"}, 2: {"work": "nurse"}, 3: {"work": "peer"}, 4: {}}, ["work"], 2)
    {1: {'work': 'nurse'}, 2: {'work': 'nurse'}, 3: {}, 4: {}}
    """
    if fewest < 1:
        raise ValueError("fewest must be at least 1")
    shown: dict[Person, dict[Name, str]] = {who: {} for who in people}
    groups = [list(people)]
    for name in attributes:
        parted = []
        for group in groups:
            parts, others = _part(group, people, name, fewest)
            for value, part in parts:
                for who in part:
                    shown[who][name] = value
            parted += [part for _value, part in parts] + ([others] if others else [])
        groups = parted
    return shown


def _part(
    group: list[Person], people: Mapping[Person, Described[Name]], name: Name, fewest: int
) -> tuple[list[tuple[str, list[Person]]], list[Person]]:
    """Return the parts of a group that show their value, and those who stay without."""
    by_value: dict[str, list[Person]] = defaultdict(list)
    for who in group:
        by_value[people[who].get(name, "")].append(who)
    others = by_value.pop("", [])
    parts = sorted(by_value.items(), key=lambda part: (-len(part[1]), part[0]))
    while parts and (len(parts[-1][1]) < fewest or 0 < len(others) < fewest):
        others += parts.pop()[1]
    return parts, others
