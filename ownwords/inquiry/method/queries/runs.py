"""Passages laid on one line and joined: what is covered, counted once however often it was coded. Loads numpy."""

from __future__ import annotations

import numpy as np

from ownwords.inquiry.method.queries.codings import Flags, Ints


def joined(start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Return the runs (starts, ends), in order, that the stretches cover; overlapping and touching ones become one.

    Stretches without length are left out.
    """
    there = end > start
    start, end = start[there], end[there]
    order = np.argsort(start, kind="stable")
    start, end = start[order], end[order]
    if not start.size:
        return start, end
    reach = np.maximum.accumulate(end)
    begins = np.append(True, start[1:] > reach[:-1])
    return start[begins], reach[np.append(begins[1:], True)]


def covered(starts: Ints, ends: Ints, at: Ints) -> Flags:
    """Return for each position whether one of the runs covers it."""
    return np.asarray(np.searchsorted(starts, at, "right") > np.searchsorted(ends, at, "right"))
