"""What the desk reads: one text with its turns, the codings on it, and the codes to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.models import Code, Coding, Source, SourceText, Turn
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.people.access import NotFound


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


def codings_on(opened: OpenedStudy, source: Source, *, only_mine: bool = False) -> list[Coding]:
    """Return the codings of a text that the viewer sees, by where they begin, the longest first (one query)."""
    found = visible_codings(opened).filter(source_id=source.id).select_related("code", "coder")
    if only_mine:
        found = found.filter(coder_id=opened.me)
    return list(found.order_by("start", "-end", "made_at", "id"))


def code_named(opened: OpenedStudy, name: str) -> Code | None:
    """Return the one code that takes passages and is called this, capitals and accents apart; else None."""
    found = list(codes_in_view(opened).filter(folded=folded(name), holds_codings=True)[:2])
    return found[0] if len(found) == 1 else None
