"""Krippendorff's alpha-u in its form of 1995: did coders cut the same passages out of a text? One category at a time.

alpha-u = 1 - D_o / D_e. L: length of the text, R: coders, N: their passages in all, l: length of a passage, g: length
of a gap (a stretch that one coder left out).

D_o = 2 / (R (R - 1) L^2) times the sum over pairs of coders of: (difference of begins)^2 + (difference of ends)^2 for
two passages that overlap; l^2 for a passage that lies in a gap of the other.

D_e = 2 / L times the sum over passages of [(N - 1) / 3 (2 l^3 - 3 l^2 + l) + l^2 sum over gaps g >= l of (g - l + 1)],
divided by R L (R L - 1) - sum over passages of l (l - 1).

The paper of 2016 gives another form for more than two coders, so the form is part of the name.
Source: Krippendorff 1995, Sociological Methodology 25:47-76.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations

from ownwords.inquiry.method.agreement.result import Reason, Result, undefined

MEASURE = "krippendorff-alpha-u-1995"
Span = tuple[int, int]


def alpha_u_1995(passages: Sequence[Iterable[Span]], length: int) -> Result:
    """Return alpha-u of one text and one category; a list of (start, end) for each coder, ends exclusive.

    Passages without length carry no mass and count as not there; those of one coder that overlap are one passage.
    ``units`` are passages. Raises ValueError for a passage that does not lie in the text.
    """
    each = [cut(spans, length) for spans in passages]
    units = sum(len(one) for one in each)
    if len(each) < 2:
        return undefined(MEASURE, Reason.TOO_FEW_CODERS, units, len(each))
    if not units:
        return undefined(MEASURE, Reason.NOBODY_CODED if length else Reason.NOTHING_IN_COMMON, 0, len(each))
    chance = expected(each, length)
    if chance == 0:
        return undefined(MEASURE, Reason.TOO_SHORT, units, len(each))
    return Result(MEASURE, 1 - observed(each, length) / chance, units, len(each))


def cut(spans: Iterable[Span], length: int) -> list[Span]:
    """Return one coder's passages in order, without empty ones; overlapping ones are one, touching ones stay two."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if not 0 <= start <= end <= length:
            raise ValueError(f"passage {start} to {end} does not lie in a text of {length}")
        if start == end:
            continue
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def observed(each: Sequence[Sequence[Span]], length: int) -> float:
    """Return D_o."""
    total = sum(apart(one, other) for one, other in combinations(each, 2))
    return 2 * total / (len(each) * (len(each) - 1) * length**2)


def apart(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how far two coders' passages are apart: squares of moved ends, and of what the other left out."""
    total, alone_one, alone_other = 0, [True] * len(one), [True] * len(other)
    here = there = 0
    while here < len(one) and there < len(other):
        (start, end), (begin, stop) = one[here], other[there]
        if start < stop and begin < end:
            total += (start - begin) ** 2 + (end - stop) ** 2
            alone_one[here] = alone_other[there] = False
        here, there = (here + 1, there) if end <= stop else (here, there + 1)
    return total + _left_out(one, alone_one) + _left_out(other, alone_other)


def _left_out(spans: Sequence[Span], alone: Sequence[bool]) -> int:
    return sum((end - start) ** 2 for (start, end), left in zip(spans, alone, strict=True) if left)


def expected(each: Sequence[Sequence[Span]], length: int) -> float:
    """Return D_e, from the lengths of passages and gaps alone."""
    sizes = [end - start for spans in each for start, end in spans]
    free = sorted(gap for spans in each for gap in gaps(spans, length))
    beyond = [*accumulate(reversed(free), initial=0)][::-1]  # beyond[i]: sum of the gaps from the i-th on
    total = 0.0
    for size in sizes:
        first = bisect_left(free, size)
        room = beyond[first] - (len(free) - first) * (size - 1)
        total += (len(sizes) - 1) / 3 * (2 * size**3 - 3 * size**2 + size) + size**2 * room
    whole = len(each) * length
    return 2 / length * total / (whole * (whole - 1) - sum(size * (size - 1) for size in sizes))


def gaps(spans: Sequence[Span], length: int) -> list[int]:
    """Return the lengths of what one coder left out, in order; a coder without passages left out the whole text."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), length]
    return [start - end for start, end in zip(starts, ends, strict=True) if start > end]


def end_to_end(
    documents: Sequence[tuple[int, Sequence[Iterable[Span]]]], coders: int
) -> tuple[list[list[Span]], int]:
    """Return passages of several documents as those of one text, and its length: (length, passages by coder) each.

    Give only documents that all coders have finished: without one in common there is nothing to compare.
    """
    found: list[list[Span]] = [[] for _ in range(coders)]
    offset = 0
    for length, passages in documents:
        for all_of, spans in zip(found, passages, strict=True):
            all_of += [(offset + start, offset + end) for start, end in cut(spans, length)]
        offset += length
    return found, offset
