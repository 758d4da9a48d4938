"""Which codes meet how often, and the pairs of passages behind each number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.queries.arrays_codes import Choice
from ownwords.inquiry.queries.arrays_seen import Analysed


@dataclass(frozen=True, slots=True)
class Meeting:
    """What counts as meeting: the way, how many characters for `within`, and the codings it is about."""

    kind: Kind = Kind.OVERLAP
    within: int = 0
    choice: Choice = field(default_factory=Choice)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two codes that meet: pairs of codings, and texts in which there is one. For `inside` the first is the inner."""

    first: UUID
    second: UUID
    count: int
    sources: int


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of codes, the most frequent first. There may be half a million: each is made when it is looked at."""

    codes: Sequence[UUID]
    columns: Sequence[Any]

    def __len__(self) -> int:
        return len(self.columns[0])

    def __getitem__(self, some: slice) -> list[Pair]:
        rows = zip(*(one[some].tolist() for one in self.columns), strict=True)
        return [Pair(self.codes[one], self.codes[other], count, texts) for one, other, count, texts in rows]

    def __iter__(self) -> Iterator[Pair]:
        return iter(self[:])


def pairs(analysed: Analysed, meeting: Meeting) -> Pairs:
    """Return the pairs of codes that meet, the most frequent first."""
    from ownwords.inquiry.method.queries.cooccurrence import cooccurrence
    from ownwords.inquiry.queries.arrays import turns_of
    from ownwords.inquiry.queries.arrays_chosen import chosen_corpus

    found = chosen_corpus(analysed, meeting.choice)
    turns = turns_of(analysed.study, found.sources) if meeting.kind is Kind.TURN else None
    counted = cooccurrence(found.codings, meeting.kind, within=meeting.within, turns=turns)
    order = (-counted.count).argsort(kind="stable")
    columns = (counted.first, counted.second, counted.count, counted.documents)
    return Pairs(found.codes, [one[order] for one in columns])


def passages_of(
    analysed: Analysed, meeting: Meeting, pair: tuple[UUID, UUID], *, first: int, most: int
) -> tuple[int, list[tuple[UUID, UUID]]]:
    """Return how many pairs of passages there are behind a number, and some of them from the ``first`` on (from 0).

    In order of text and place.
    """
    from ownwords.inquiry.method.queries.passages import pairs_of
    from ownwords.inquiry.queries.arrays import corpus, turns_of

    coders = None if meeting.choice.coder is None else [meeting.choice.coder]
    found = corpus(analysed, codes=set(pair), coders=coders, with_ids=True)
    if not set(pair) <= set(found.codes):
        return 0, []
    turns = turns_of(analysed.study, found.sources) if meeting.kind is Kind.TURN else None
    inner, outer = (found.codes.index(one) for one in pair)
    one, other = pairs_of(found.codings, inner, outer, meeting.kind, within=meeting.within, turns=turns)
    some = zip(one[first : first + most].tolist(), other[first : first + most].tolist(), strict=True)
    return len(one), [(found.id_of(here), found.id_of(there)) for here, there in some]
