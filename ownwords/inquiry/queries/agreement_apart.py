"""The passages that some coders gave a code and others did not, with the coding that a note on it is kept with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ownwords.inquiry.method.agreement.passages.disagreements import disagreements, how_many
from ownwords.inquiry.queries.agreement import Compared


@dataclass(frozen=True, slots=True)
class Apart:
    """One passage to talk about. ``coding``: the coding it is in, of the first who gave the code."""

    source: UUID
    start: int
    end: int
    coded_by: tuple[UUID, ...]
    not_by: tuple[UUID, ...]
    coding: UUID


def passages_apart(of: Compared, first: int, most: int) -> tuple[int, list[Apart]]:
    """Return how many passages there are to talk about, and some of them in order of text and place.

    `of` was made with ids, and for one code.
    """
    people = dict(zip(of.cuts.coders, of.coders, strict=True))
    found = []
    for one in disagreements(of.cuts, first=first, most=most):
        by = tuple(people[who] for who in one.coded_by)
        without = tuple(people[who] for who in one.not_by)
        coding = of.found.id_of(_coding_at(of, one))
        found.append(Apart(of.found.sources[one.document], one.start, one.end, by, without, coding))
    return how_many(of.cuts), found


def _coding_at(of: Compared, one: Any) -> int:
    """Return the place of the coding that holds the beginning of a passage."""
    rows = of.found.codings
    holds = (rows.document == one.document) & (rows.code == one.code) & (rows.coder == one.coded_by[0])
    holds &= (rows.start <= one.start) & (rows.end > one.start)
    return int(holds.nonzero()[0][0])
