"""Single-case statistics: how far two phases of one person's series do not overlap.

Phases: A before, B after something began. All take the values of a phase in time order, and the direction that counts
as better. They say how different the phases look, not why, and they treat the points as if each were drawn afresh:
personal ratings hang together from week to week (lag-1 autocorrelation around .8 was found for personal
questionnaires), so no standard error or p-value is given here. Sources beside each function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import isfinite, sqrt
from statistics import median

from ownwords.measures.method.definitions import Direction

LEAST = 3
"""Points that each phase needs. Fewer is an anecdote: with 3 and 3 there are 9 pairs."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """Tau after the trend of phase A was taken off: slope per step and level at the start, by Theil-Sen."""

    tau: float
    slope: float
    intercept: float


def nap(before: Sequence[float], after: Sequence[float], *, direction: Direction = Direction.UP) -> float:
    """Return the non-overlap of all pairs, 0 to 1; .5 is no difference; a tie counts half.

    Parker & Vannest 2009, Behavior Therapy 40:357. Raises ValueError for a phase with fewer than 3 points or a value
    that is no finite number.

    >>> nap([3, 3, 4, 5], [4, 5, 6, 7, 7])
    0.9
    """
    return (1 + tau(before, after, direction=direction)) / 2


def tau(before: Sequence[float], after: Sequence[float], *, direction: Direction = Direction.UP) -> float:
    """Return Tau (non-overlap), -1 to 1: pairs that are better minus pairs that are worse, over all pairs.

    Parker, Vannest, Davis & Sauber 2011, Behavior Therapy 42:284. Raises as ``nap``.

    >>> tau([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])
    1.0
    """
    first, second = _phases(before, after, direction)
    return _between(first, second) / (len(first) * len(second))


def tau_u(before: Sequence[float], after: Sequence[float], *, direction: Direction = Direction.UP) -> float:
    """Return Tau-U: Tau minus the trend of phase A, over the pairs between the phases.

    Parker, Vannest, Davis & Sauber 2011, in the form "A against B with the trend of A taken off". It can leave -1 to 1,
    and how much trend it takes off depends on the length of the phases (Tarlow 2017): report it only beside Tau and
    baseline-corrected Tau. Raises as ``nap``.

    >>> tau_u([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])
    0.6
    """
    first, second = _phases(before, after, direction)
    within = sum(_sign(later - earlier) for earlier, later in combinations(first, 2))
    return (_between(first, second) - within) / (len(first) * len(second))


def tau_bc(
    before: Sequence[float],
    after: Sequence[float],
    *,
    direction: Direction = Direction.UP,
    kendall: bool = False,
) -> Corrected:
    """Return baseline-corrected Tau: the Theil-Sen line of phase A is taken off both phases, then Tau.

    Points are taken as evenly spaced, phase B following A. ``kendall`` divides as Kendall's tau-b does (Tarlow's own
    form); otherwise as Tau (non-overlap). The correction is always made, not only when the trend is significant.
    Arithmetic is exact, so a series on a straight line gives 0 and not a rounding error. Tarlow 2017, Behavior
    Modification 41:427. Raises as ``nap``.

    >>> tau_bc([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])
    Corrected(tau=0.0, slope=1.0, intercept=0.0)
    """
    first, second = _phases(before, after, direction)
    slope = median(Fraction(first[j] - first[i]) / (j - i) for i, j in combinations(range(len(first)), 2))
    level = median(value - slope * place for place, value in enumerate(first, 1))
    flat = [value - level - slope * place for place, value in enumerate([*first, *second], 1)]
    left = flat[: len(first)], flat[len(first) :]
    pairs = sqrt(_untied(flat) * len(first) * len(second)) if kendall else len(first) * len(second)
    turn = 1 if direction is Direction.UP else -1
    return Corrected(_between(*left) / pairs if pairs else 0.0, turn * float(slope), turn * float(level))


def _phases(
    before: Sequence[float], after: Sequence[float], direction: Direction
) -> tuple[list[Fraction], list[Fraction]]:
    for name, phase in (("A", before), ("B", after)):
        if len(phase) < LEAST:
            raise ValueError(
                f"phase {name} has {len(phase)} points; it takes at least {LEAST} to compare phases"
            )
        if not all(isfinite(value) for value in phase):
            raise ValueError(f"phase {name} holds a value that is no finite number; leave missing points out")
    turn = 1 if direction is Direction.UP else -1
    first, second = ([turn * Fraction(str(value)) for value in phase] for phase in (before, after))
    return first, second


def _sign(difference: Fraction) -> int:
    return (difference > 0) - (difference < 0)


def _between(first: Sequence[Fraction], second: Sequence[Fraction]) -> int:
    return sum(_sign(later - earlier) for earlier in first for later in second)


def _untied(values: Sequence[Fraction]) -> int:
    """Return the number of pairs that are not tied."""
    total = len(values) * (len(values) - 1) // 2
    return total - sum(times * (times - 1) // 2 for times in Counter(values).values())
