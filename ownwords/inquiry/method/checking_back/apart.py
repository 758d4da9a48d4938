"""How far two groups differ in what they say to a finding (connecting R25).

The measure, of our own making, with nothing weighted: of each group, take those who took a stand (agree, partly,
no), and turn their answers into shares of that group. The answers stand in an order, so two groups are as far
apart as their shares are when they are added up along it, on the mean of the two steps:

    apart(A, B) = ( |agree_A - agree_B| + |(agree_A + partly_A) - (agree_B + partly_B)| ) / 2

It is 0 where the shares are equal, 1 where one group agrees and the other says no, all of them, and 1/2 where one
agrees and the other says partly. It equals the smallest average number of steps, of the two there are, by which
answers of one group would have to move to become those of the other (the earth mover's distance on three places).

"Not something I have experience of" and no answer are no disagreement, and count nowhere in it. A group counts by its
shares alone: how large it is changes nothing, and groups are never added up. With more than two groups it is the
distance of the two that are furthest apart. A group in which nobody took a stand is compared with no other; where no
two groups can be compared, it is undefined (None), which is not 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of one group said what to one finding; each at least 0."""

    agree: int = 0
    partly: int = 0
    no: int = 0
    not_mine: int = 0
    not_answered: int = 0

    @property
    def stands(self) -> int:
        """How many of this group took a stand."""
        return self.agree + self.partly + self.no


def apart(one: Counts, other: Counts) -> Fraction | None:
    """Return how far two groups are apart, from 0 to 1; None where nobody of one of them took a stand.

    >>> apart(Counts(agree=3, no=1), Counts(agree=1, partly=1, no=2))
    Fraction(3, 8)
    """
    if not one.stands or not other.stands:
        return None
    agree = Fraction(one.agree, one.stands) - Fraction(other.agree, other.stands)
    not_no = Fraction(other.no, other.stands) - Fraction(one.no, one.stands)
    return (abs(agree) + abs(not_no)) / 2


def furthest(groups: Sequence[Counts]) -> tuple[Fraction, int, int] | None:
    """Return the distance of the two groups that are furthest apart, with their places; the first pair of equals.

    None where no two groups can be compared.
    """
    best: tuple[Fraction, int, int] | None = None
    for (place, one), (beside, other) in combinations(enumerate(groups), 2):
        distance = apart(one, other)
        if distance is not None and (best is None or distance > best[0]):
            best = (distance, place, beside)
    return best
