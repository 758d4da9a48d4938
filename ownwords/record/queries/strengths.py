"""Reading strengths as a sheet: domains by times. Nothing is counted and there are no totals."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.record.method import tools
from ownwords.record.models import Entry, Kind, Standing
from ownwords.record.queries.entries import entries_of

OWN = "own"


@dataclass(frozen=True, slots=True)
class Cell:
    """The strengths of one domain at one time; empty is fine."""

    time: str
    time_label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One domain of life. `key` is "own" for rows in the person's words."""

    key: str
    label: str
    hint: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything of the strengths page: the rows, what waits for the person's answer, what they declined."""

    rows: tuple[Row, ...]
    waiting: tuple[Entry, ...]
    declined: tuple[Entry, ...]
    entries: tuple[Entry, ...]


def sheet_of(opened: Opened) -> Sheet:
    """Return the strengths that this viewer sees, as a sheet (one query)."""
    entries = tuple(entries_of(opened).filter(kind=Kind.STRENGTH).order_by("created_at", "id"))
    kept = [entry for entry in entries if entry.standing != Standing.DECLINED]
    return Sheet(
        rows=rows_of(kept),
        waiting=tuple(entry for entry in entries if entry.standing == Standing.OFFERED),
        declined=tuple(entry for entry in entries if entry.standing == Standing.DECLINED),
        entries=entries,
    )


def rows_of(entries: list[Entry]) -> tuple[Row, ...]:
    """Return the sheet's rows: the domains of the tool, then one for each domain in the person's own words."""
    domains = [domain for domain in tools.strengths().domains if domain.key != OWN]
    rows = [
        _row(
            domain.key,
            _(domain.label),
            _(domain.hint),
            [e for e in entries if e.strength.domain == domain.key],
        )
        for domain in domains
    ]
    known = {domain.key for domain in domains}
    own = [entry for entry in entries if entry.strength.domain not in known]
    for words in dict.fromkeys(entry.strength.domain_words for entry in own):
        rows.append(_row(OWN, words, "", [e for e in own if e.strength.domain_words == words]))
    return tuple(rows)


def _row(key: str, label: str, hint: str, entries: list[Entry]) -> Row:
    cells = tuple(
        Cell(time.key, _(time.label), tuple(e for e in entries if e.strength.time == time.key))
        for time in tools.strengths().times
    )
    return Row(key, label, hint, cells)
