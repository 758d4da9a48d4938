"""Introductions: how they were made and whether they were taken up, with counts, unknowns and an interval.

The share is taken up / known, where known is yes or no. "Later" is no result yet and is counted beside it, as unknown
is. A difference between ways is no proof that the way made it: who is introduced in person differs from who gets a
letter, and studies of warm handovers found no clear gain. ``CAVEAT`` is the key of the sentence that says so; show it
wherever the table is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ownwords.peers.method.shares import Interval, Share, wilson
from ownwords.people.method.small_numbers import Sum, hidden

CAVEAT = "introductions_describe_and_prove_no_cause"


class How(StrEnum):
    """How an introduction was made."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    LETTER = "letter"


class TakenUp(StrEnum):
    """Whether an introduction was taken up."""

    YES = "yes"
    NO = "no"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One way of introducing, or all together (``how`` None). A count of None is hidden because it is small.

    ``interval`` (95%, Wilson) goes with ``share``; both are None when nothing is known or a count of theirs is hidden.
    """

    how: How | None
    taken_up: int | None
    not_taken_up: int | None
    known: int | None
    later: int | None
    unknown: int | None
    made: int | None
    share: Share | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Report:
    """A row for each way, then all together; with the key of the sentence that it proves no cause."""

    rows: tuple[Row, ...]
    caveat: str = CAVEAT


Cell = tuple[str, str]
_KNOWN, _MADE, _ALL = "known", "made", "all"
_SHOWN = (*(one.value for one in TakenUp), _KNOWN, _MADE)


def report(introductions: Iterable[tuple[How, TakenUp]], *, below: int | None = None) -> Report:
    """Return the table of many introductions.

    ``below``: counts of 1 up to but not including this are hidden; None: the house's limit. Enough is hidden that no
    small count can be worked out from the others.
    """
    counts = Counter(introductions)
    cells: dict[Cell, int] = {}
    for how in How:
        cells |= _line(how.value, {taken: counts[how, taken] for taken in TakenUp})
    cells |= _line(_ALL, {taken: sum(counts[how, taken] for how in How) for taken in TakenUp})
    away = hidden(cells, _sums(), below=below)
    return Report(tuple(_row(how, cells, away) for how in (*How, None)))


def _line(name: str, parts: dict[TakenUp, int]) -> dict[Cell, int]:
    line = {(name, taken.value): count for taken, count in parts.items()}
    line[name, _KNOWN] = parts[TakenUp.YES] + parts[TakenUp.NO]
    line[name, _MADE] = sum(parts.values())
    return line


def _sums() -> list[Sum[Cell]]:
    """Return what adds up to what: known results and all made in each line, and every column."""
    found: list[Sum[Cell]] = []
    for name in (*(how.value for how in How), _ALL):
        found.append(Sum((name, _KNOWN), ((name, TakenUp.YES.value), (name, TakenUp.NO.value))))
        rest = (TakenUp.LATER.value, TakenUp.UNKNOWN.value)
        found.append(Sum((name, _MADE), ((name, _KNOWN), *((name, one) for one in rest))))
    found += [Sum((_ALL, column), tuple((how.value, column) for how in How)) for column in _SHOWN]
    return found


def _row(how: How | None, cells: dict[Cell, int], away: frozenset[Cell]) -> Row:
    name = _ALL if how is None else how.value
    shown = {column: None if (name, column) in away else cells[name, column] for column in _SHOWN}
    yes, known = shown[TakenUp.YES.value], shown[_KNOWN]
    share = Share(yes, known) if yes is not None and known else None
    return Row(
        how=how,
        taken_up=yes,
        not_taken_up=shown[TakenUp.NO.value],
        known=known,
        later=shown[TakenUp.LATER.value],
        unknown=shown[TakenUp.UNKNOWN.value],
        made=shown[_MADE],
        share=share,
        interval=wilson(share) if share is not None else None,
    )
