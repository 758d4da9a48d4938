"""Quotations as they may leave a study: by pseudonym and number, and only of people who agreed to being quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import F

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import SourceKind, SourceText
from ownwords.inquiry.queries.passages import Quotation, quotations_of
from ownwords.inquiry.queries.report_people import Person
from ownwords.inquiry.queries.sight import visible_codings

SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.GROUP, SourceKind.ANSWERS})


class Why(StrEnum):
    """Why a passage is not quoted."""

    NOT_AGREED = "not agreed"
    NOBODY_KNOWN = "nobody known"
    OUT_OF_VIEW = "out of view"


@dataclass(frozen=True, slots=True)
class Piece:
    """What one person says in a passage; ``who`` None: one of the team, or a document."""

    who: Person | None
    words: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage as it may leave the study, or why it may not. ``page``: of a document; ``cut``: more words follow."""

    coding_id: UUID
    pieces: tuple[Piece, ...] = ()
    why: Why | None = None
    title: str = ""
    page: int | None = None
    cut: bool = False

    @property
    def people(self) -> list[Person]:
        """Who speaks in it, each once."""
        return list(dict.fromkeys(one.who for one in self.pieces if one.who is not None))


def quoted(
    opened: OpenedStudy, people: Mapping[UUID, Person], spoken: Mapping[UUID, Spoken], ids: Collection[UUID]
) -> dict[UUID, Quoted]:
    """Return passages as they may be quoted, by coding (three queries). Of those that may not, no words are read.

    Args:
        spoken: what `speaking` said of these passages; of those that are not in it nothing is seen.
    """
    why = {one: spoken[one].why_not(people) if one in spoken else Why.OUT_OF_VIEW for one in ids}
    seen = quotations_of(opened, [one for one in ids if why[one] is None]) if ids else {}
    pages = _pages(
        {one.coding.source_id for one in seen.values() if one.coding.source.kind == SourceKind.DOCUMENT}
    )
    return {
        one: _quoted(seen[one], spoken[one], people, pages)
        if one in seen
        else Quoted(one, why=why[one] or Why.OUT_OF_VIEW)
        for one in ids
    }


@dataclass(frozen=True, slots=True)
class Spoken:
    """Of which kind the text of a passage is, and its turns: (said_from, end, asks, speaker, participant)."""

    kind: str
    turns: list[tuple[Any, ...]]

    def why_not(self, people: Mapping[UUID, Person]) -> Why | None:
        """Return why it may not be quoted: what somebody says needs their word, so nobody unknown is quoted."""
        speaks = [people.get(who) for *_rest, who in self.turns if who is not None]
        if any(one is None or not one.may_be_quoted for one in speaks):
            return Why.NOT_AGREED
        unknown = [who is None and not asks for _from, _end, asks, _speaker, who in self.turns]
        return Why.NOBODY_KNOWN if self.kind in SPOKEN and (not self.turns or any(unknown)) else None

    @property
    def participants(self) -> set[UUID]:
        """Who of the participants speaks."""
        return {who for *_rest, who in self.turns if who is not None}


def speaking(opened: OpenedStudy, ids: Collection[UUID]) -> dict[UUID, Spoken]:
    """Return who speaks in passages that the viewer sees (two queries)."""
    here = visible_codings(opened).filter(pk__in=ids)
    found = {coding: Spoken(kind, []) for coding, kind in here.values_list("id", "source__kind")}
    inside = here.filter(source__turns__start__lt=F("end"), source__turns__end__gt=F("start"))
    columns = ("said_from", "end", "speaker__asks", "speaker_id", "speaker__participant_id")
    rows = inside.order_by("id", "source__turns__start")
    for coding, *turn in rows.values_list("id", *(f"source__turns__{one}" for one in columns)):
        found[coding].turns.append(tuple(turn))
    return found


def _pages(sources: Collection[UUID]) -> dict[UUID, list[int]]:
    """Return where each page of a document begins."""
    if not sources:
        return {}
    rows = SourceText.objects.filter(source_id__in=sources, number=F("source__text_version"))
    return dict(rows.values_list("source_id", "pages"))


def _quoted(
    one: Quotation, spoken: Spoken, people: Mapping[UUID, Person], pages: Mapping[UUID, list[int]]
) -> Quoted:
    coding, source = one.coding, one.coding.source
    page = bisect_right(pages.get(source.id, []), coding.start) or None
    return Quoted(coding.id, _pieces(one, spoken.turns, people), None, source.title, page, one.cut)


def _pieces(one: Quotation, turns: list[tuple[Any, ...]], people: Mapping[UUID, Person]) -> tuple[Piece, ...]:
    """Cut a passage by its turns, without the names that stand before them in the text."""
    if not any(speaker for *_rest, speaker, _who in turns):
        return (Piece(None, one.words),)
    start, end, made = one.coding.start, one.coding.start + len(one.words), []
    for said_from, ends, _asks, _speaker, who in turns:
        words = one.words[max(said_from, start) - start : max(0, min(ends, end) - start)].strip()
        if words:
            made.append(Piece(people.get(who) if who else None, words))
    return tuple(made)
