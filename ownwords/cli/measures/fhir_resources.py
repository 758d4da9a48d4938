"""Somebody's forms, scores and lines as resources of FHIR R4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ownwords.measures.method.definitions import Combine, Given
from ownwords.measures.method.fhir.codes import SnomedMap
from ownwords.measures.method.fhir.goal import KeptLine, KeptRating, KeptWording, write_line, write_rating
from ownwords.measures.method.fhir.observation import KeptScore, write_score
from ownwords.measures.method.fhir.questionnaire import write_questionnaire
from ownwords.measures.method.fhir.response import Administration, write_response

if TYPE_CHECKING:
    from ownwords.measures.queries.lines import Followed
    from ownwords.measures.queries.responses import Filled
    from ownwords.people.access import Opened


def resources_of(opened: Opened, snomed: SnomedMap | None) -> Iterator[dict[str, Any]]:
    """Give the questionnaires that were used, every form with its scores, every line with its ratings."""
    from ownwords.measures.queries.lines import followed
    from ownwords.measures.queries.responses import responses_of, with_everything

    subject = f"Patient/{opened.person.id}"
    filled = with_everything(responses_of(opened))
    for instrument in {one.instrument.key: one.instrument for one in filled}.values():
        yield write_questionnaire(instrument)
    for one in filled:
        yield from _form(one, subject, snomed)
    for line in followed(opened):
        yield from _line(line, subject)


def _form(one: Filled, subject: str, snomed: SnomedMap | None) -> Iterator[dict[str, Any]]:
    row, key = one.response, str(one.response.id)
    answers = {
        answer.item: answer.value if answer.value is not None else Given(answer.given)
        for answer in one.answers.values()
    }
    status = "completed" if row.finished_at else "in-progress"
    yield write_response(
        Administration(
            row.instrument, row.edition, answers, row.answered_on, status, row.way, subject, id=key
        ),
        one.instrument,
    )
    for score in one.instrument.scores:
        now, stated = one.now(score.key), one.stated(score.key)
        if now is None or (score.combine is Combine.NONE):
            continue
        kept = KeptScore(
            instrument=row.instrument,
            score=score.key,
            value=None if now.value is None else float(now.value),
            when=row.answered_on,
            rule=now.rule,
            why_none=now.why_none,
            response=f"QuestionnaireResponse/{key}",
            subject=subject,
            stated=float(stated.value) if stated and stated.differs and stated.value is not None else None,
            id=f"{row.id.hex}.{score.key}",
        )
        yield write_score(kept, one.instrument, snomed=snomed)


def _line(one: Followed, subject: str) -> Iterator[dict[str, Any]]:
    row = one.line
    line = KeptLine(
        id=str(row.id),
        wordings=tuple(
            KeptWording(str(wording.id), wording.words, wording.since, wording.low_words, wording.high_words)
            for wording in one.wordings
        ),
        direction=row.direction,
        low=float(row.low),
        high=float(row.high),
        unit=row.unit,
        started=row.started_on,
        closed=row.closed_on,
        closing=row.closed_as,
        closing_words=row.closed_words,
        followed_by=str(row.followed_by_id or ""),
        subject=subject,
    )
    yield write_line(line)
    for rating in one.ratings:
        value = None if rating.value is None else float(rating.value)
        kept = KeptRating(
            line.id,
            str(rating.wording_id),
            rating.rated_on,
            value,
            Given(rating.given),
            rating.note,
            subject,
            str(rating.id),
        )
        yield write_rating(kept, line)
