"""Both curves for millions of rows: the sums over people are kept up to date instead of being made anew each day.

Up to a constant, everybody still under observation has the same derivative; and once somebody's observation is over
theirs moves with the curve alone. So the sum of squares by person is a quadratic form in a few running sums, each of
which changes only when something happens to somebody: sorting is all the work there is. Loads NumPy.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Real = npt.NDArray[np.floating[Any]]
Columns = dict[str, npt.NDArray[np.int64] | npt.NDArray[np.floating[Any]]]


def incidence(person: Whole, days: Whole, back: Flags, gone: Flags) -> Columns:
    """Return the columns of ``returns.Step`` in floating point.

    One element for each time away: whose (0 and up), days (0 and up), whether back, whether gone (never both).
    """
    if days.size and days.min() < 0:
        raise ValueError("a time away has 0 days or more")
    every, place = np.unique(days, return_inverse=True)
    backs, gones, all_ = (np.bincount(place[one], minlength=every.size) for one in (back, gone, slice(None)))
    at_risk = days.size - np.append(0, np.cumsum(all_)[:-1]) if every.size else all_
    kept = backs + gones > 0
    n, r, c = at_risk[kept], backs[kept], gones[kept]
    q = (r + c) / n
    away = np.cumprod(1 - q)
    before = np.append(1.0, away[:-1]) if away.size else away
    share = np.cumsum(before * (r / n))
    step = np.searchsorted(every[kept], days, side="right") - 1
    variance = _by_person(person, step, back, gone, n, q, r / n, before, share)
    return {
        "day": every[kept].astype(np.int64),
        "at_risk": n.astype(np.int64),
        "events": r.astype(np.int64),
        "competing": c.astype(np.int64),
        "censored": (all_ - backs - gones)[kept].astype(np.int64),
        "incidence": share,
        "away": away,
        "variance": variance,
    }


def mean_cumulative(person: Whole, time: Real, end: Real, entry: Real | None = None) -> Columns:
    """Return the columns of ``cumulative.Point`` in floating point.

    One element of ``person`` (0 and up) and ``time`` for each event, one of ``end`` and ``entry`` for each person.
    """
    _check(person, time, end, entry)
    times, place = np.unique(time, return_inverse=True)
    here = np.bincount(place, minlength=times.size)
    entered = end.size if entry is None else np.searchsorted(np.sort(entry), times, side="left")
    n = entered - np.searchsorted(np.sort(end), times, side="left")
    drift = np.cumsum(here / n**2)
    at_entry = np.zeros(end.size, int) if entry is None else np.searchsorted(times, entry, side="right")
    at_end = np.searchsorted(times, end, side="right")
    variance = _lawless_nadeau(person, place, 1 / n, drift, at_entry, at_end)
    return {
        "time": times,
        "at_risk": n.astype(np.int64),
        "events": here.astype(np.int64),
        "estimate": np.cumsum(here / n),
        "variance": variance,
    }


def _by_person(
    person: Whole, step: Whole, back: Flags, gone: Flags, n: Whole, q: Real, q_back: Real, before: Real, share: Real
) -> Real:  # fmt: skip
    """Return the jackknife variance by person at each step.

    For a time away that lasts, the derivative of the incidence at step j is A[j]; for one whose last step was t it is
    a + c x incidence[j], with c the derivative of log(away) at t and a what makes both meet there.
    """
    with np.errstate(divide="ignore"):
        grows = np.where(q < 1, q / (n * (1 - q)), 0.0)
    log_away = np.append(0.0, np.cumsum(grows))
    lasting = np.cumsum(before * q_back * (log_away[:-1] - 1 / n)) if n.size else before
    used = np.flatnonzero(step >= 0)
    order = used[np.lexsort((step[used], person[used]))]
    t, own = step[order], (back | gone)[order]
    c = np.where(own, log_away[t] - 1 / n[t], log_away[t + 1])
    a = lasting[t] + np.where(back[order], before[t] / n[t], 0.0) - c * share[t]
    return _quadratic(person[order], t, a, c, lasting, share)


def _quadratic(person: Whole, t: Whole, a: Real, c: Real, lasting: Real, share: Real) -> Real:
    """Return the sum over people of (m A + sum a + share x sum c) squared at each step.

    m counts a person's times away that last. Rows are in order of person and step.
    """
    if not t.size:
        return np.zeros(lasting.size)
    begins = np.append(True, person[1:] != person[:-1])
    group = np.cumsum(begins) - 1
    size = np.bincount(group)
    m_before = size[group] - (np.arange(t.size) - np.flatnonzero(begins)[group])
    a_after, c_after = _within(a, begins, group), _within(c, begins, group)
    after = (m_before - 1.0, a_after, c_after)
    prior = (m_before.astype(float), a_after - a, c_after - c)

    def running(one: int, other: int, start: float = 0.0) -> Real:
        moved = after[one] * after[other] - prior[one] * prior[other]
        return start + np.cumsum(np.bincount(t, weights=moved, minlength=lasting.size))

    whole = float((size.astype(float) ** 2).sum())
    found: Real = (
        lasting**2 * running(0, 0, whole)
        + 2 * lasting * (running(0, 1) + share * running(0, 2))
        + running(1, 1)
        + 2 * share * running(1, 2)
        + share**2 * running(2, 2)
    )
    return np.maximum(found, 0.0)  # rounding can leave a hair less than nothing


def _within(values: Real, begins: Flags, group: Whole) -> Real:
    """Return the running sum of values inside each group."""
    total = np.cumsum(values)
    return total - (total - values)[np.flatnonzero(begins)][group]


def _lawless_nadeau(
    person: Whole, place: Whole, weight: Real, drift: Real, at_entry: Whole, at_end: Whole
) -> Real:
    """Return the robust variance at each time.

    Somebody under observation stands at x - drift[j], where x is drift at entry plus 1/n for each own event; somebody
    whose observation ended stands still. ``at_entry`` and ``at_end`` count the event times up to entry and end.
    """
    level = np.append(0.0, drift)
    order = np.lexsort((place, person))
    whose, at = person[order], place[order]
    begins = np.append(True, whose[1:] != whose[:-1]) if whose.size else np.zeros(0, bool)
    group = np.cumsum(begins) - 1
    gain = weight[at]
    x_after = _within(gain, begins, group) + level[at_entry[whose]] if whose.size else gain
    x_before = x_after - gain
    x_end: Real = level[at_entry] + np.bincount(whose, weights=gain, minlength=at_end.size)
    rests = x_end - level[at_end]
    entered: Real = level[at_entry]

    def running(event: Real, entering: Real, ending: Real) -> Real:
        size = drift.size + 1
        moved: Real = np.bincount(at, weights=event, minlength=size).astype(float)
        moved += np.bincount(at_entry, weights=entering, minlength=size)
        moved += np.bincount(at_end, weights=ending, minlength=size)
        return moved.cumsum()[: drift.size]

    one: Real = np.ones(at_end.size)
    lost: Real = np.full(at_end.size, -1.0)
    none: Real = np.zeros(at.size)
    squares = running(x_after**2 - x_before**2, entered**2, rests**2 - x_end**2)
    sums = running(gain, entered, -x_end)
    return np.maximum(squares - 2 * drift * sums + drift**2 * running(none, one, lost), 0.0)


def _check(person: Whole, time: Real, end: Real, entry: Real | None) -> None:
    """Raise ValueError for what cannot be observed."""
    if any(one.size and not one.min() >= 0 for one in (time, end, *([] if entry is None else [entry]))):
        raise ValueError("times are 0 or more")
    if (time > end[person]).any():
        raise ValueError("there is an event after the end")
    if entry is not None and ((time <= entry[person]).any() or (end <= entry).any()):
        raise ValueError("events and end come after the entry")
