"""Texts as they are listed and read: how many passages and turns, who has finished, one part of the words at a time."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import Substr

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Paper, Participant, Present, Source, SourceText, Speaker, StudyPaper, Turn
from ownwords.inquiry.queries.counts import counted_by
from ownwords.inquiry.queries.finished import finished_in_study
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.people.access import NotFound

PART = 400
FIRST_WORDS = 90


@dataclass(frozen=True, slots=True)
class Listed:
    """A text in the list: how many passages the viewer sees in it, and who has finished it."""

    source: Source
    passages: int
    speakers: int
    finished: list[str]


@dataclass(frozen=True, slots=True)
class TurnRead:
    """One turn as it is read: who, when, on which page it begins, and its words."""

    number: int
    start: int
    said_from: int
    end: int
    label: str
    pseudonym: str
    asks: bool
    at_ms: int | None
    words: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Some turns of a text, and the numbers of those with which the parts beside it begin."""

    turns: list[TurnRead]
    before: int | None
    after: int | None


def texts_of(opened: OpenedStudy) -> list[Listed]:
    """Return the texts in view in their order (four queries)."""
    sources = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    passages = counted_by(visible_codings(opened), "source_id")
    speaking = Speaker.objects.filter(study_id=opened.study.id).order_by().values("source_id")
    speakers = dict(speaking.annotate(n=Count("*")).values_list("source_id", "n"))
    finished = finished_in_study(opened)
    return [
        Listed(one, passages.get(one.id, 0), speakers.get(one.id, 0), finished.get(one.id, []))
        for one in sources.order_by("position", "made_at", "id")
    ]


def open_text(opened: OpenedStudy, source_id: UUID) -> Source:
    """Return one text in view. Raises NotFound."""
    sources = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True, pk=source_id)
    found = sources.select_related("guide").first()
    if found is None:
        raise NotFound
    return found


def whole_text(source: Source) -> str:
    """Return the present words of a text."""
    texts = SourceText.objects.filter(source_id=source.id, number=source.text_version)
    return texts.values_list("words", flat=True).first() or ""


def pages_of(source: Source) -> list[int]:
    """Return where each page begins; nothing for a text without pages."""
    texts = SourceText.objects.filter(source_id=source.id, number=source.text_version)
    return list(texts.values_list("pages", flat=True).first() or [])


def part_of(source: Source, first: int = 1) -> Part:
    """Return up to 400 turns from the one with this number on (three queries)."""
    turns = Turn.objects.filter(source_id=source.id, number__gte=first).order_by("number")
    rows = list(
        turns.values_list(
            "number", "start", "said_from", "end", "speaker__label", "speaker__participant__pseudonym",
            "speaker__asks", "at_ms",
        )[: PART + 1]
    )  # fmt: skip
    shown = rows[:PART]
    if not shown:
        return Part([], max(1, first - PART) if first > 1 else None, None)
    begin, end = shown[0][1], shown[-1][3]
    texts = SourceText.objects.filter(source_id=source.id, number=source.text_version)
    words: str = texts.values_list(Substr("words", begin + 1, max(end - begin, 1)), flat=True).get()
    pages, found, last = pages_of(source), [], 0 if first == 1 else begin
    for number, start, said_from, ends, label, pseudonym, asks, at_ms in rows[:PART]:
        here = tuple(page for page, at in enumerate(pages, 1) if last <= at < max(ends, last + 1))
        last = max(ends, last)
        found.append(
            TurnRead(number, start, said_from, ends, label or "", pseudonym or "", bool(asks), at_ms,
                     words[said_from - begin : ends - begin], here)
        )  # fmt: skip
    before = max(1, first - PART) if first > 1 else None
    return Part(found, before, rows[PART][0] if len(rows) > PART else None)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker with how many turns they have and the first words of the first."""

    speaker: Speaker
    turns: int
    first_words: str


def speakers_of(source: Source) -> list[Spoken]:
    """Return who speaks, in order of first appearance (three queries, whatever the length)."""
    rows = Turn.objects.filter(source_id=source.id, speaker__isnull=False).order_by("number")
    first: dict[UUID, tuple[int, int]] = {}
    counts: dict[UUID, int] = {}
    for speaker, said_from, end in rows.values_list("speaker_id", "said_from", "end"):
        first.setdefault(speaker, (said_from, end))
        counts[speaker] = counts.get(speaker, 0) + 1
    known = Speaker.objects.filter(source_id=source.id).select_related("participant").in_bulk()
    order = [one for one in first if one in known] + [one for one in known if one not in first]
    words = whole_text(source)
    return [
        Spoken(known[one], counts.get(one, 0), _first(words, *first[one]) if one in first else "")
        for one in order
    ]


def _first(words: str, start: int, end: int) -> str:
    said = " ".join(words[start : min(end, start + 4 * FIRST_WORDS)].split())
    return said if len(said) <= FIRST_WORDS else said[:FIRST_WORDS].rpartition(" ")[0] + " …"


def speaking_in(source: Source) -> list[Speaker]:
    """Return the speakers of a text with their participants, by label (one query)."""
    return list(Speaker.objects.filter(source_id=source.id).select_related("participant").order_by("label"))


def participants_of(opened: OpenedStudy) -> list[Participant]:
    """Return who takes part and has not withdrawn, by pseudonym (one query)."""
    rows = Participant.objects.filter(study_id=opened.study.id, withdrew_on__isnull=True)
    return list(rows.order_by("pseudonym"))


def guides_of(opened: OpenedStudy) -> list[tuple[str, str]]:
    """Return the versions of the guide, newest first, to choose from (one query)."""
    rows = StudyPaper.objects.filter(study_id=opened.study.id, kind=Paper.GUIDE).order_by("-number")
    return [(str(one), str(number)) for one, number in rows.values_list("id", "number")]


def present_at(source: Source) -> list[Present]:
    """Return who was there besides the participants: who led first (one query)."""
    return list(Present.objects.filter(source_id=source.id).order_by("-led", "made_at", "id"))
