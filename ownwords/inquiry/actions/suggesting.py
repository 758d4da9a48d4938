"""Looking through texts for passages that a code might fit: only when somebody asks, for a little while at a time."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.suggesting_finding import Finder, finder_for
from ownwords.inquiry.method.suggesting.pieces import SENTENCE, pieces
from ownwords.inquiry.models import Source, Suggestion
from ownwords.inquiry.queries.suggest_open import ways_on
from ownwords.inquiry.queries.suggest_texts import text_to_look, texts_to_look
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.refusals import Refused

PATIENCE = 1.5
"""Seconds after which a request stops, at the end of the stretch it is in, and says what remains."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is asked for: by "rule" or "meaning"; sentences or turns; one text or all; one code or all."""

    by: str
    unit: str = SENTENCE
    source_id: UUID | None = None
    code_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a look has come: which text is next, from which of its passages on, and how many texts are behind."""

    source_id: UUID
    piece: int
    texts: int


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of it: how many texts there are to look through, and where to go on; None: it is done."""

    texts: int
    proposed: int
    reached: Reached | None


@transaction.atomic
def look(
    *, opened: OpenedStudy, asked: Look, begin: Reached | None = None, patience: float | None = None
) -> Looked:
    """Look through texts until it is done or the time is up. What was proposed there before is replaced.

    ``patience``: seconds, where nobody waits for a page; else those of a request.

    Raises:
        NotFound: not who codes. Refused: the study has it switched off, or there is nothing to look by.
    """
    opened.needs(Need.CODE)
    if asked.by not in ways_on(opened.study):
        raise Refused({"": _("This is switched off in this study.")})
    finder = finder_for(opened, asked.by, asked.code_id, patient=patience is not None)
    sources = texts_to_look(opened, asked.source_id)
    ends, proposed = time.monotonic() + (PATIENCE if patience is None else patience), 0
    reached = _begins(sources, begin)
    while reached is not None:
        source = sources[reached.texts]
        at, more = _stretch(opened, finder, asked, source, reached.piece)
        proposed += more
        reached = _next(sources, reached.texts + 1) if at is None else Reached(source.id, at, reached.texts)
        if time.monotonic() > ends:
            break
    _note(opened, asked, finder, proposed)
    return Looked(len(sources), proposed, reached)


def _begins(sources: list[Source], begin: Reached | None) -> Reached | None:
    """Return where a look goes on; where that text has gone since, with what follows it."""
    if begin is None:
        return _next(sources, 0)
    there = [place for place, one in enumerate(sources) if one.id == begin.source_id]
    return replace(begin, texts=there[0]) if there else _next(sources, begin.texts)


def _next(sources: list[Source], place: int) -> Reached | None:
    return Reached(sources[place].id, 0, place) if place < len(sources) else None


def _stretch(
    opened: OpenedStudy, finder: Finder, asked: Look, source: Source, at: int
) -> tuple[int | None, int]:
    """Look through one stretch of a text; return where its next begins, None at its end, and how many are new."""
    text = text_to_look(source)
    if text is None:
        return None, 0
    here = Suggestion.objects.filter(source_id=source.id, by=asked.by, accepted__isnull=True)
    here = here.filter(code_id__in=[one.id for one in finder.codes])
    if at == 0:
        here.delete()
    found = pieces(text.words, text.turns, asked.unit)
    rows = [
        Suggestion(
            study_id=opened.study.id, source_id=source.id, code_id=one.code_id, text_version=source.text_version,
            start=one.span.start, end=one.span.end, by=asked.by, model=finder.model, model_version=one.version,
            score=one.score, asked_by_id=opened.me,
        )
        for one in finder.find(text.words, found[at : at + finder.stretch])
    ]  # fmt: skip
    before = here.count()
    # Somebody else may be looking through the same text: what they proposed first stays.
    Suggestion.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    finder.thin_out(here)
    ended = at + finder.stretch >= len(found)
    return None if ended else at + finder.stretch, max(0, here.count() - before)


def _note(opened: OpenedStudy, asked: Look, finder: Finder, proposed: int) -> None:
    after = {"by": asked.by, "unit": asked.unit, "model": finder.model, "proposed": proposed}
    note_act(verb=Verb.STUDY_SUGGESTED, **opened.signature, thing=Ref("study", opened.study.id), after=after)
