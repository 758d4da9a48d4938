"""A team's figures about personal lines: counts of people and of lines by what their people said, never a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.measures.models import Closing, Different
from ownwords.measures.presenters.figures import number
from ownwords.measures.queries.figures import LineCount
from ownwords.people.method.small_numbers import Sum, hidden, limits

Cell = tuple[str, str, str]
STATES = ("open", *Closing.values)
RATED = ("0", "1", "2")


@dataclass(frozen=True, slots=True)
class ShownLines:
    """The page of lines in words; each row is (words, people, lines)."""

    people: str
    with_lines: str
    lines: str
    nobody: bool
    states: list[list[str]]
    rated: list[list[str]]
    said: list[list[str]]
    least: int


def show_lines(rows: Sequence[LineCount]) -> ShownLines:
    """Put counts about lines into words, small numbers of people kept back with the lines behind them."""
    people = {(row.what, row.which): row.people for row in rows}
    lines = {(row.what, row.which): row.lines for row in rows}
    away = _hidden(people, lines)

    def row(what: str, which: str, words: str) -> list[str]:
        counts = [
            number(None if (what, which) in away else of.get((what, which), 0)) for of in (people, lines)
        ]
        return [words, *counts]

    states = {"open": _("open"), **{value: str(label) for value, label in Closing.choices}}
    rated = {"0": _("not rated yet"), "1": _("rated once"), "2": _("rated twice or more")}
    said = {value: str(label) for value, label in Different.choices}
    total = row("lines", "", "")
    return ShownLines(
        people=number(None if ("people", "") in away else people.get(("people", ""), 0)),
        with_lines=total[1],
        lines=total[2],
        nobody=people.get(("lines", ""), 0) == 0,
        states=[row("state", which, words) for which, words in states.items()],
        rated=[row("rated", which, words) for which, words in rated.items()],
        said=[row("said", which, words) for which, words in said.items()],
        least=limits().small_below,
    )


def _hidden(
    people: dict[tuple[str, str], int], lines: dict[tuple[str, str], int]
) -> frozenset[tuple[str, str]]:
    """Return the rows to keep back. Lines are hidden when few people stand behind them, however many lines they are.

    The lines of all states add up to all lines, and so do those by ratings: what fewer than five people stand behind is
    counted as its people, so that a row is never worked out from the others.
    """
    least = limits().small_below
    small = {key for key, count in people.items() if 0 < count < least}
    cells: dict[tuple[str, str], int] = dict(people)
    sums = []
    for what, all_of_them in (("state", STATES), ("rated", RATED)):
        parts = tuple((what, which) for which in all_of_them)
        behind = {
            part: min(lines.get(part, 0), least - 1) if part in small else lines.get(part, 0)
            for part in parts
        }
        whole = (what, "whole")
        cells |= behind | {whole: sum(behind.values())}
        sums.append(Sum(whole, parts))
    found = hidden(cells, sums)
    whole_hidden = any((what, "whole") in found for what in ("state", "rated"))
    return found | {("lines", "")} if whole_hidden else found
