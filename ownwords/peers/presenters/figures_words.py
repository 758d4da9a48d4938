"""Numbers of a team's figures in words: kept back, shares, periods, days. One way of saying each, on every page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from ownwords.peers.method.periods import Period
from ownwords.people.method.small_numbers import Sum, hidden

Number = int | None
Row = Sequence[str]


def kept(cells: Mapping[str, int], sums: Iterable[tuple[str, tuple[str, ...]]] = ()) -> dict[str, Number]:
    """Return the counts with small ones kept back, and what would give them away; sums are (total, parts)."""
    away = hidden(cells, [Sum(total, parts) for total, parts in sums])
    return {key: None if key in away else count for key, count in cells.items()}


def number(count: Number) -> str:
    """Return a number, or that it is kept back. Nought is a number."""
    return _("not shown") if count is None else str(count)


def share(part: Number, whole: Number) -> str:
    """Return "25% (5 of 20)"; "no one to count" of nothing; or that it is kept back."""
    if whole == 0:
        return _("no one to count")
    if part is None or whole is None:
        return _("not shown")
    values = {"percent": percent(part / whole), "part": part, "whole": whole}
    return _("%(percent)s (%(part)s of %(whole)s)") % values


def percent(fraction: float) -> str:
    """Return a share in whole percent, halves up."""
    return _("%(number)s%%") % {"number": int(100 * fraction + 0.5)}


def decimal(value: float) -> str:
    """Return a mean with two decimals."""
    return f"{value:.2f}"


def days(value: float) -> str:
    """Return a median of days: whole, or a half."""
    return f"{value:g}"


def period_words(period: Period) -> str:
    """Return a period, such as "July to December 2026"."""
    halves = {1: _("January to June %(year)s"), 2: _("July to December %(year)s")}
    return halves[period.part] % {"year": period.year}


def band_words() -> dict[str, str]:
    """Return the bands of days in words, in order."""
    return {
        "same_day": _("on the same day"),
        "week": _("within a week"),
        "four_weeks": _("within four weeks"),
        "later": _("later than that"),
    }
