"""Quotations as they may leave a study: by pseudonym and number, and only of people who agreed to being quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Least

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.quoting import Quotable, may_be_quoted
from ownwords.inquiry.models import SPOKEN, SourceText
from ownwords.inquiry.queries.passages import MOST_SHOWN
from ownwords.inquiry.queries.report_people import Person
from ownwords.inquiry.queries.sight import visible_codings


class Why(StrEnum):
    """Why a passage is not quoted."""

    NOT_AGREED = "not agreed"
    NOBODY_KNOWN = "nobody known"
    OUT_OF_VIEW = "out of view"


_WHY_NOT = {
    Quotable.NO: Why.NOT_AGREED,
    Quotable.NOT_ASKED: Why.NOT_AGREED,
    Quotable.NOBODY_KNOWN: Why.NOBODY_KNOWN,
}


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
    """Return passages as they may be quoted, by coding (one query, which reads each text once and holds one at a time).

    Args:
        spoken: what `speaking` said of these passages. Of those that are not in it nothing is seen, and of those that
            may not be quoted no words are read.
    """
    why = {one: spoken[one].why_not(people) if one in spoken else Why.OUT_OF_VIEW for one in ids}
    found = {one: Quoted(one, why=reason) for one, reason in why.items() if reason is not None}
    wanted: dict[UUID, list[UUID]] = {}
    for one in (one for one, reason in why.items() if reason is None):
        wanted.setdefault(spoken[one].source_id, []).append(one)
    texts = SourceText.objects.filter(
        study_id=opened.study.id, source_id__in=wanted, number=F("source__text_version")
    )
    for source, words, pages in texts.values_list("source_id", "words", "pages").iterator(chunk_size=20):
        found |= {one: _quoted(one, spoken[one], words, pages, people) for one in wanted[source]}
    return {one: found.get(one, Quoted(one, why=Why.OUT_OF_VIEW)) for one in ids}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a passage stands, in a text of which kind, and its turns: (said_from, end, asks, speaker, participant)."""

    source_id: UUID
    title: str
    kind: str
    start: int
    end: int
    turns: list[tuple[Any, ...]]

    def why_not(self, people: Mapping[UUID, Person]) -> Why | None:
        """Return why it may not be quoted, None where it may (`method.quoting`)."""
        answers = {one.id: one.quoting for one in people.values() if one.quoting is not None}
        voices = {(who, asks is True) for _from, _end, asks, _speaker, who in self.turns}
        return _WHY_NOT.get(may_be_quoted(voices, answers, spoken=self.kind in SPOKEN))

    @property
    def participants(self) -> set[UUID]:
        """Who of the participants speaks."""
        return {who for *_rest, who in self.turns if who is not None}


def speaking(opened: OpenedStudy, ids: Collection[UUID]) -> dict[UUID, Spoken]:
    """Return who speaks in passages that the viewer sees: in turns with words inside the passage (two queries)."""
    here = visible_codings(opened).filter(pk__in=ids)
    stands = ("id", "source_id", "source__title", "source__kind", "start", "end")
    found = {
        coding: Spoken(source, title, kind, start, end, [])
        for coding, source, title, kind, start, end in here.values_list(*stands)
    }
    inside = here.filter(
        source__turns__said_from__lt=Least(F("end"), F("source__turns__end")),
        source__turns__end__gt=F("start"),
    )
    columns = ("said_from", "end", "speaker__asks", "speaker_id", "speaker__participant_id")
    rows = inside.order_by("id", "source__turns__start")
    for coding, *turn in rows.values_list("id", *(f"source__turns__{one}" for one in columns)):
        found[coding].turns.append(tuple(turn))
    return found


def _quoted(
    coding_id: UUID, at: Spoken, text: str, pages: list[int], people: Mapping[UUID, Person]
) -> Quoted:
    page = bisect_right(pages or [], at.start) or None
    end = min(at.end, at.start + MOST_SHOWN)
    return Quoted(coding_id, _pieces(at, end, text, people), None, at.title, page, at.end > end)


def _pieces(at: Spoken, end: int, text: str, people: Mapping[UUID, Person]) -> tuple[Piece, ...]:
    """Cut a passage by its turns, without the names that stand before them in the text."""
    if not any(speaker for *_rest, speaker, _who in at.turns):
        return (Piece(None, text[at.start : end]),)
    made = []
    for said_from, ends, _asks, _speaker, who in at.turns:
        words = text[max(said_from, at.start) : min(ends, end)].strip()
        if words:
            made.append(Piece(people.get(who) if who else None, words))
    return tuple(made)
