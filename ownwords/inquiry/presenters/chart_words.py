"""What a cell of a chart says of itself, in words: charted or not, and whether it is older than its passages."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.charting.staleness import Why
from ownwords.inquiry.queries.chart_cells import Cell

SHORT = 160


def not_charted() -> str:
    """Return what stands in a cell that nobody has charted."""
    return _("not charted yet")


def nothing_there() -> str:
    """Return what stands in a cell where somebody looked and found nothing."""
    return _("looked, nothing there")


def older() -> str:
    """Return the mark of a cell that is older than its passages."""
    return _("older than its passages")


def said(cell: Cell, *, short: bool = False) -> str:
    """Return what a cell says: its summary, or why there is none."""
    if not cell.charted:
        return not_charted()
    if cell.nothing_found:
        return nothing_there()
    if short and len(cell.summary) > SHORT:
        return cell.summary[: SHORT - 1].rstrip() + "…"
    return cell.summary


def kind(cell: Cell) -> str:
    """Return "open", "none" or "said"."""
    return "open" if not cell.charted else "none" if cell.nothing_found else "said"


def passages(count: int) -> str:
    """Return how many passages a cell holds."""
    if not count:
        return _("no passage")
    return ngettext("%(num)s passage", "%(num)s passages", count) % {"num": count}


def reasons(stale: Iterable[Why], *, seen: int | None = None, now: int | None = None) -> list[str]:
    """Return why a cell is older than its passages, a sentence each; how many there were and are, where known."""
    words = {
        Why.NEWER: _("A passage was coded, or its coding changed, after this was written."),
        Why.GONE: _("A passage that it rests on is not in this cell any more."),
        Why.NUMBER: _("There are more or fewer passages now than when it was written."),
    }
    if seen is not None and now is not None:
        counts = {"then": seen, "now": now}
        words[Why.NUMBER] = _("Passages when it was written: %(then)s. Passages now: %(now)s.") % counts
    stale = set(stale)
    return [sentence for why, sentence in words.items() if why in stale]
