"""Which codes meet how often, and the pairs of passages behind each number."""

from __future__ import annotations

from dataclasses import dataclass, field
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


def pairs(analysed: Analysed, meeting: Meeting) -> list[Pair]:
    """Return the pairs of codes that meet, the most frequent first."""
    from ownwords.inquiry.method.queries.cooccurrence import cooccurrence
    from ownwords.inquiry.queries.arrays import turns_of
    from ownwords.inquiry.queries.arrays_chosen import chosen_corpus

    found = chosen_corpus(analysed, meeting.choice)
    turns = turns_of(analysed.study, found.sources) if meeting.kind is Kind.TURN else None
    counted = cooccurrence(found.codings, meeting.kind, within=meeting.within, turns=turns)
    order = (-counted.count).argsort(kind="stable")
    columns = [
        one[order].tolist() for one in (counted.first, counted.second, counted.count, counted.documents)
    ]
    rows = zip(*columns, strict=True)
    return [Pair(found.codes[one], found.codes[other], count, texts) for one, other, count, texts in rows]


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
