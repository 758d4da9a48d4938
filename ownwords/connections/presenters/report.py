"""The worker's part in ties, in words and tables, with small numbers kept back.

The table of both views comes first; whatever stands beside it is shown only where it gives nothing of the table away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ownwords.connections.method.part_report import (
    NO_ANSWER,
    TOTAL,
    PartReport,
    TieViews,
    part_report,
)
from ownwords.connections.models import Origin, Part, Who
from ownwords.connections.queries.report import Report, ToldTies
from ownwords.people.method.small_numbers import Sum, hidden, limits

Number = int | None
Row = tuple[str, str]
VALUES = tuple(str(value) for value in range(11))


def number(count: Number) -> str:
    """Return a number, or that it is kept back. Nought is a number."""
    return _("not shown") if count is None else str(count)


@dataclass(frozen=True, slots=True)
class ShownTies:
    """One kind of ties, new or renewed. Without a ``total`` there is nothing else to show; "0" is a total."""

    kind: str
    total: str
    too_few: bool
    by_person: Sequence[Row] = ()
    by_worker: Sequence[Row] = ()
    both_heads: Sequence[str] = ()
    both: Sequence[Sequence[str]] = ()
    agree: str = ""
    facts: Sequence[Row] = ()
    ready: Sequence[Row] = ()
    ready_values: Sequence[Row] = ()
    origins: Sequence[Row] = ()
    ideas: Sequence[Sequence[str]] = ()
    hands: Sequence[Row] = ()
    hides: bool = False


def show_report(report: Report) -> list[ShownTies]:
    """Put a year's counts into words: new ties first, renewed ones apart from them. They are never added up."""
    return [show_ties(kind, told) for kind, told in report.kinds.items()]


def show_ties(kind: str, told: ToldTies) -> ShownTies:
    """Put one kind of ties into words."""
    table = part_report(_views(told), parts=Part.values)
    if not table.total:
        return ShownTies(kind, number(table.total), too_few=table.total is None)
    ready_values = _values(told, table)
    return ShownTies(
        kind=kind,
        total=number(table.total),
        too_few=False,
        by_person=[(part_words(row), number(table.cells[row, TOTAL])) for row in table.rows[:-1]],
        by_worker=[(part_words(column), number(table.cells[TOTAL, column])) for column in table.columns[:-1]],
        both_heads=[part_words(column) for column in table.columns],
        both=_cross(table),
        agree=agree_words(table),
        facts=_facts(table),
        ready=[
            (_("rated before the first day"), number(table.readiness_known)),
            (_("readiness unknown"), number(table.readiness_unknown)),
        ],
        ready_values=ready_values,
        origins=_one_way(told.origin, _origin_words()),
        ideas=_ideas(told),
        hands=_hands(told, table),
        hides=table.hides,
    )


def _views(told: ToldTies) -> Iterable[TieViews]:
    """Give one tie after the other. Only how many were rated before matters, not which of them."""
    rated = told.ties - told.ready.get("", 0)
    for (person, worker), count in sorted(told.parts.items()):
        for _tie in range(count):
            yield TieViews(person or None, worker or None, readiness_known=rated > 0)
            rated -= 1


def part_words(key: str) -> str:
    """Return a worker's part, "not answered" or "all" in words."""
    if key == TOTAL:
        return pgettext("all ties of a table", "all")
    return _("not answered") if key == NO_ANSWER else str(Part(key).label)


def _cross(table: PartReport) -> list[list[str]]:
    return [
        [part_words(row), *(number(table.cells[row, column]) for column in table.columns)]
        for row in table.rows
    ]


def agree_words(table: PartReport) -> str:
    """Say in how many both gave the same answer, out of those where both answered."""
    agree, both = table.agreement
    if both == 0:
        return _("In none have both answered, so nobody can say whether they agree.")
    return _("Where both answered (%(both)s), both gave the same answer in: %(agree)s.") % {
        "both": number(both),
        "agree": number(agree),
    }


def _facts(table: PartReport) -> list[Row]:
    return [
        (_("both have answered"), number(table.both_answered)),
        (_("only the person has answered"), number(table.only_person)),
        (_("only a worker has answered"), number(table.only_worker)),
        (_("nobody has answered"), number(table.neither)),
    ]


def _values(told: ToldTies, table: PartReport) -> list[Row]:
    """Return how many lie at each rating, all of them or none: only when no number among them is small."""
    counts = [told.ready.get(value, 0) for value in VALUES]
    if not table.readiness_known or any(0 < count < limits().small_below for count in counts):
        return []
    return [(value, str(count)) for value, count in zip(VALUES, counts, strict=True)]


def _one_way(counts: Mapping[str, int], words: Mapping[str, str]) -> list[Row]:
    """Return a list that adds up to all ties, with small numbers and what would tell them kept back."""
    cells = {("", key): counts.get(key, 0) for key in words}
    whole = ("all", "")
    away = hidden({**cells, whole: sum(cells.values())}, [Sum(whole, tuple(cells))])
    shown = {
        key: None if cell in away or whole in away else count
        for cell, count in cells.items()
        for key in cell[1:]
    }
    return [(words[key], number(count)) for key, count in shown.items()]


def _origin_words() -> dict[str, str]:
    return {**{str(value): str(label) for value, label in Origin.choices}, "": _("not answered")}


def _ideas(told: ToldTies) -> list[list[str]]:
    """Return whose idea it was, as the person and as the worker sees it."""
    words = {**{str(value): str(label) for value, label in Who.choices}, "": _("not answered")}
    person, worker = _one_way(told.person_idea, words), _one_way(told.worker_idea, words)
    return [[row[0], row[1], other[1]] for row, other in zip(person, worker, strict=True)]


def _hands(told: ToldTies, table: PartReport) -> list[Row]:
    """Return who wrote the person's views down. Both numbers together are all views, so neither may give more away."""
    own, other = told.hand.get("own", 0), told.hand.get("somebody_else", 0)
    known = table.cells[NO_ANSWER, TOTAL] is not None
    small = any(0 < count < limits().small_below for count in (own, other))
    shown = known and not small
    return [
        (_("by the person"), number(own if shown else None)),
        (_("by somebody else, for the person"), number(other if shown else None)),
    ]
