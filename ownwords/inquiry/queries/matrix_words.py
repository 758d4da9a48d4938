"""Whose words stand where: turns with the one who speaks in them, and where each word begins. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.db.models import F

from ownwords.inquiry.method.queries.codings import Codings, Ints
from ownwords.inquiry.method.queries.matrix import NOBODY, Words
from ownwords.inquiry.models import SourceText, Study, Turn
from ownwords.inquiry.queries import packed
from ownwords.inquiry.queries.patience import patient

_BLANKS = [code for code in range(0x3001) if chr(code).isspace()]
BLANK = np.zeros(0x3002, np.bool_)
BLANK[_BLANKS] = True


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What people said: a stretch of a text each, in order of text and place; ``person`` -1 for nobody of the study."""

    document: Ints
    start: Ints
    end: Ints
    person: Ints


def said_by(study: Study, sources: Sequence[UUID], people: Sequence[UUID]) -> Said:
    """Return whose words the turns hold, without the name that stands before them (one query)."""
    rows = Turn.objects.filter(
        study_id=study.id, source__removed_at__isnull=True, said_from__lt=F("end"),
        speaker__participant__isnull=False,
    )  # fmt: skip
    with patient():
        sent = packed.columns(rows, whole=("said_from", "end"), ids=("source_id", "speaker__participant_id"))
    document = packed.numbered(sent["source_id"], sources)
    person = packed.numbered(sent["speaker__participant_id"], people)
    order = np.lexsort((sent["said_from"], document))
    return Said(document[order], sent["said_from"][order], sent["end"][order], person[order])


def pieces(codings: Codings, said: Said) -> tuple[Ints, Ints]:
    """Return (place of a coding, person) once for everybody whose words it holds; -1 for a coding of nobody's words."""
    stride = int(max(codings.end.max(initial=0), said.end.max(initial=0))) + 1
    base = codings.document * stride
    starts, ends = said.document * stride + said.start, said.document * stride + said.end
    first = np.searchsorted(ends, base + codings.start, "right")
    number = np.maximum(np.searchsorted(starts, base + codings.end, "left") - first, 0)
    coding = np.repeat(np.arange(len(codings)), number)
    turn = np.arange(len(coding)) - np.repeat(np.cumsum(number) - number, number) + first[coding]
    known = said.person[turn] != NOBODY
    size = int(said.person.max(initial=0)) + 1
    keys = np.unique(coding[known] * size + said.person[turn[known]])
    some, person = np.divmod(keys, size)
    none = np.setdiff1d(np.arange(len(codings)), some)
    return np.concatenate([some, none]), np.concatenate([person, np.full(len(none), NOBODY)])


def word_starts(study: Study, sources: Sequence[UUID]) -> tuple[Ints, Ints]:
    """Return (text, place) for the beginning of every word of the texts (one query)."""
    rows = SourceText.objects.filter(
        study_id=study.id, source__removed_at__isnull=True, number=F("source__text_version")
    )
    number = {one: place for place, one in enumerate(sources)}
    documents, places = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    with patient():
        for source, words in rows.values_list("source_id", "words").iterator(chunk_size=200):
            if source in number:
                found = beginnings(words)
                documents.append(np.full(len(found), number[source], np.int64))
                places.append(found)
    return np.concatenate(documents), np.concatenate(places)


def beginnings(words: str) -> Ints:
    """Return where each word begins, in code points; words are what stands between blanks."""
    points = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    blank = BLANK[np.minimum(points, len(BLANK) - 1)]
    before = np.concatenate([[True], blank[:-1]])[: len(blank)]
    return np.flatnonzero(~blank & before).astype(np.int64)


def words_of(starts: tuple[Ints, Ints], said: Said) -> Words:
    """Return every word with the person who says it, -1 for nobody."""
    document, start = starts
    stride = int(max(start.max(initial=0), said.end.max(initial=0))) + 2
    line = document * stride + start
    place = np.searchsorted(said.document * stride + said.start, line, "right") - 1
    inside = (
        (place >= 0) & (line < (said.document * stride + said.end)[place]) if len(said.end) else place >= 0
    )
    person = np.where(inside, said.person[place] if len(said.end) else NOBODY, NOBODY)
    return Words(document, start, person.astype(np.int64))
