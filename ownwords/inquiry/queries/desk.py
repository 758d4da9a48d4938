"""What the desk reads: one text with its turns, the codings on it, and the codes to choose from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Count

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.models import Code, Coding, Source, SourceText, Turn
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.people.access import NotFound

MOST_DRAWN = 1_200


@dataclass(frozen=True, slots=True)
class TurnRead:
    """One turn as it is drawn: whose, when, and where its words stand in the text."""

    number: int
    start: int
    end: int
    speaker: str
    asks: bool
    at_ms: int | None


def sources_in_view(opened: OpenedStudy) -> list[Source]:
    """Return the texts of the study in their order."""
    found = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    return list(found.order_by("position", "made_at", "id"))


def open_source(opened: OpenedStudy, source_id: UUID) -> Source:
    """Return one text. Raises NotFound: none such in this study, or out of view."""
    found = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True, pk=source_id).first()
    if found is None:
        raise NotFound
    return found


def words_of(source: Source) -> str:
    """Return the present text of a source, letter for letter ("" for one that has none yet)."""
    texts = SourceText.objects.filter(source_id=source.id, number=source.text_version)
    return texts.values_list("words", flat=True).first() or ""


def turns_of(source: Source) -> list[TurnRead]:
    """Return the turns of a text in order; one turn of everything for a text that has none (one query).

    A speaker is called by their pseudonym where they are a participant, else as the text calls them.
    """
    rows = Turn.objects.filter(source_id=source.id).order_by("number").values_list(
        "number", "said_from", "end", "speaker__participant__pseudonym", "speaker__label", "speaker__asks", "at_ms"
    )  # fmt: skip
    found = [
        TurnRead(number, start, end, pseudonym or label or "", bool(asks), at_ms)
        for number, start, end, pseudonym, label, asks, at_ms in rows
    ]
    return found or [TurnRead(1, 0, source.length, "", asks=False, at_ms=None)]


@dataclass(frozen=True, slots=True)
class Part:
    """As much of a text as is drawn at once: its turns, the codings on them, and the turns to go on and back to.

    Almost every text is one part. One with very many passages is shown in parts, so that no page takes long.
    `left_out`: more passages lie on its only turn than are drawn.
    """

    turns: list[TurnRead]
    codings: list[Coding]
    following: int | None = None
    preceding: int | None = None
    left_out: bool = False


def part_of(
    opened: OpenedStudy, source: Source, turns: list[TurnRead], *, at: int = 0, only_mine: bool = False
) -> Part:
    """Return the first part of a text; or, where it lies beyond that, the part that begins with turn number `at`."""
    found = _part_from(opened, source, turns, 0, only_mine)
    place = next((n for n, one in enumerate(turns) if one.number == at), 0)
    if place < len(found.turns):
        return found
    return replace(_part_from(opened, source, turns, place, only_mine), preceding=turns[0].number)


def _part_from(opened: OpenedStudy, source: Source, turns: list[TurnRead], at: int, only_mine: bool) -> Part:
    shown = ("start", "end", "memo", "source_id", "code_id", "coder_id", "code__name", "coder__name")
    rows = visible_codings(opened).filter(source_id=source.id).select_related("code", "coder").only(*shown)
    if only_mine:
        rows = rows.filter(coder_id=opened.me)
    if at:
        rows = rows.filter(end__gt=turns[at].start)
    found = list(rows.order_by("start", "-end", "id")[: MOST_DRAWN + 1])
    if len(found) <= MOST_DRAWN:
        return Part(turns[at:], found)
    whole = [one for one in turns[at:] if one.end <= found[-1].start] or turns[at : at + 1]
    drawn = [one for one in found[:MOST_DRAWN] if one.start < whole[-1].end]
    following = turns[at + len(whole)].number if at + len(whole) < len(turns) else None
    return Part(whole, drawn, following, left_out=found[-1].start < whole[-1].end)


def passages_here(opened: OpenedStudy, source: Source) -> dict[UUID, int]:
    """Return for each code how many passages of a text have it, of those that the viewer sees (one query)."""
    rows = visible_codings(opened).filter(source_id=source.id).order_by().values("code_id")
    return dict(rows.annotate(n=Count("id")).values_list("code_id", "n"))


def code_named(opened: OpenedStudy, name: str) -> Code | None:
    """Return the one code that takes passages and is called this, capitals and accents apart; else None."""
    found = list(codes_in_view(opened).filter(folded=folded(name), holds_codings=True)[:2])
    return found[0] if len(found) == 1 else None
