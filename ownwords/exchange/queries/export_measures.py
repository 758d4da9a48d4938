"""What a copy holds of measures: lines with all that is on them, what went on around them, standard measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from ownwords.exchange.queries.export_plain import Row, events_of, version
from ownwords.exchange.queries.export_tables import Table, tables_of
from ownwords.measures.method.catalogue import instruments
from ownwords.measures.models import (
    Answer,
    Asking,
    ContextEvent,
    Course,
    ItemEvent,
    Line,
    MeasureShare,
    OwnAnswer,
    Rating,
    RatingLink,
    Response,
    Schedule,
    Score,
    Wording,
)
from ownwords.people.models import Person

#: The tables of the room, in the order of the copy. A course is counted from others; what became of shares, "sharing".
TABLES: Mapping[str, Table] = {
    "lines": Table(Line),
    "wordings": Table(Wording, "line__person", ("line_id", "number")),
    "ratings": Table(Rating, order=("line_id", "rated_on", "id")),
    "own_answers": Table(OwnAnswer),
    "context_events": Table(ContextEvent),
    "schedules": Table(Schedule),
    "rating_links": Table(RatingLink),
    "askings": Table(Asking),
    "responses": Table(Response),
    "answers": Table(Answer, "response__person", ("response_id", "id")),
    "scores": Table(Score, "response__person", ("response_id", "id")),
    "item_events": Table(ItemEvent, "response__person"),
    "shares": Table(MeasureShare, versions=False),
    "courses": Table(Course, versions=False),
}


def rows_of(person: Person, name: str) -> QuerySet[Any]:
    """Return the rows of one table about a person, in a fixed order."""
    return TABLES[name].rows(person)


def measures_of(person: Person) -> Row:
    """Return every table of the room as a list of rows with their versions."""
    # A share that was taken back has no row any more, so what became of shares stands in a list of its own.
    sharing = [version(event) for event in events_of(MeasureShare).filter(person_id=person.pk)]
    return {**tables_of(person, TABLES), "sharing": sharing}


@dataclass(frozen=True, slots=True)
class LineRead:
    """One line as the page to read shows it, with its present words and the earlier ones."""

    line: Line
    words: str
    earlier: tuple[Wording, ...]
    ratings: tuple[Rating, ...]
    own: tuple[OwnAnswer, ...]


@dataclass(frozen=True, slots=True)
class ResponseRead:
    """One filled form as the page to read shows it."""

    name: str
    response: Response
    answers: tuple[Answer, ...]
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class MeasuresRead:
    """Everything of measures on the page to read."""

    lines: tuple[LineRead, ...]
    events: tuple[ContextEvent, ...]
    responses: tuple[ResponseRead, ...]
    own: tuple[OwnAnswer, ...]
    schedules: tuple[Schedule, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.lines or self.events or self.responses or self.own or self.schedules)


def measures_read(person: Person) -> MeasuresRead:
    """Return what the page to read shows of measures."""
    wordings, ratings = (
        _by(rows_of(person, "wordings"), "line_id"),
        _by(rows_of(person, "ratings"), "line_id"),
    )
    own = _by(rows_of(person, "own_answers"), "line_id")
    answers, scores = (_by(rows_of(person, name), "response_id") for name in ("answers", "scores"))
    names = {key: instrument.name for key, instrument in instruments().items()}
    return MeasuresRead(
        lines=tuple(
            LineRead(
                line=line,
                words=wordings[line.id][-1].words,
                earlier=wordings[line.id][:-1],
                ratings=ratings.get(line.id, ()),
                own=own.get(line.id, ()),
            )
            for line in rows_of(person, "lines")
        ),
        events=tuple(rows_of(person, "context_events")),
        responses=tuple(
            ResponseRead(
                names.get(one.instrument, one.instrument),
                one,
                answers.get(one.id, ()),
                scores.get(one.id, ()),
            )
            for one in rows_of(person, "responses")
        ),
        own=own.get(None, ()),
        schedules=tuple(rows_of(person, "schedules")),
    )


def _by(rows: QuerySet[Any], column: str) -> dict[Any, tuple[Any, ...]]:
    found: dict[Any, list[Any]] = {}
    for one in rows:
        found.setdefault(getattr(one, column), []).append(one)
    return {key: tuple(group) for key, group in found.items()}
