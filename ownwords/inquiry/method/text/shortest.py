"""The shortest list of edits between two lists.

E. W. Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1 (1986).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

#: (start, end, new start, new end) of a stretch in which two lists differ.
Stretch = tuple[int, int, int, int]


def shortest_edits(
    old: Sequence[Hashable], new: Sequence[Hashable], *, most: int, steps: int
) -> list[Stretch] | None:
    """Return the stretches that differ, in order, or None where more than `most` pieces differ or `steps` do not do.

    Time is near the length of the lists for few differences; `steps` bounds it for lists of equal pieces.
    """
    reached = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(most + 1):
        trace.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            at = _begun(reached, diagonal, edits)
            end = _run(old, new, at, at - diagonal)
            steps -= end - at + 1
            reached[diagonal] = end
            if end >= len(old) and end - diagonal >= len(new):
                return _joined(_back(trace, len(old), len(new)))
        if steps < 0:
            return None
    return None


def _begun(reached: dict[int, int], diagonal: int, edits: int) -> int:
    """Return where a diagonal is entered: from above (a piece came in) or from the left (one went)."""
    if _from_above(reached, diagonal, edits):
        return reached[diagonal + 1]
    return reached[diagonal - 1] + 1


def _from_above(reached: dict[int, int], diagonal: int, edits: int) -> bool:
    return diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])


def _run(old: Sequence[Hashable], new: Sequence[Hashable], at: int, new_at: int) -> int:
    """Follow equal pieces as far as they go."""
    length, new_length = len(old), len(new)
    while at < length and new_at < new_length and old[at] == new[new_at]:
        at += 1
        new_at += 1
    return at


def _back(trace: Sequence[dict[int, int]], at: int, new_at: int) -> list[Stretch]:
    """Return the single edits, last one first."""
    found = []
    for edits in range(len(trace) - 1, 0, -1):
        diagonal = at - new_at
        above = _from_above(trace[edits], diagonal, edits)
        before = diagonal + 1 if above else diagonal - 1
        at = trace[edits][before]
        new_at = at - before
        found.append((at, at, new_at, new_at + 1) if above else (at, at + 1, new_at, new_at))
    return found


def _joined(backwards: Sequence[Stretch]) -> list[Stretch]:
    """Put edits in order and join those that touch."""
    found: list[Stretch] = []
    for one in reversed(backwards):
        if found and found[-1][1] == one[0] and found[-1][3] == one[2]:
            last = found.pop()
            found.append((last[0], one[1], last[2], one[3]))
        else:
            found.append(one)
    return found
