"""The passages that some coders coded and others did not: what the whole exercise is for. Loads numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ownwords.inquiry.method.agreement.passages.segments import Segments


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage with a code that some coders gave it and others, who had read it as well, did not."""

    document: int
    code: int
    start: int
    end: int
    coded_by: tuple[int, ...]
    not_by: tuple[int, ...]


def how_many(segments: Segments) -> int:
    """Return how many passages there are to talk about."""
    return int(_apart(segments).sum())


def disagreements(segments: Segments, *, first: int = 0, most: int | None = None) -> list[Disagreement]:
    """Return passages in order of document, place and code; ``most`` of them from the ``first`` on (from 0)."""
    rows = np.flatnonzero(_apart(segments))
    keys = (segments.code[rows], segments.end[rows], segments.start[rows], segments.document[rows])
    rows = rows[np.lexsort(keys)][first : None if most is None else first + most]
    columns = (segments.document, segments.code, segments.start, segments.end, segments.who)
    found = []
    for document, code, start, end, who in zip(*(one[rows].tolist() for one in columns), strict=True):
        by = tuple(coder for bit, coder in enumerate(segments.coders) if who >> bit & 1)
        without = tuple(coder for coder in segments.coders if coder not in by)
        found.append(Disagreement(document, code, start, end, by, without))
    return found


def _apart(segments: Segments) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.asarray(segments.who != (1 << len(segments.coders)) - 1)
