"""What a copy holds of measures: lines with all that is on them, what went on around them, standard measures.

Each row with all its columns and every version that was kept of it; one query a table and one for its versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from ownwords.exchange.queries.export_plain import Row, events_of, row, version
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

#: The tables of the room, each with the way from a row to the person, in the order of the copy.
TABLES: Mapping[str, tuple[type[Model], str]] = {
    "lines": (Line, "person"),
    "wordings": (Wording, "line__person"),
    "ratings": (Rating, "person"),
    "own_answers": (OwnAnswer, "person"),
    "context_events": (ContextEvent, "person"),
    "schedules": (Schedule, "person"),
    "rating_links": (RatingLink, "person"),
    "askings": (Asking, "person"),
    "responses": (Response, "person"),
    "answers": (Answer, "response__person"),
    "scores": (Score, "response__person"),
    "item_events": (ItemEvent, "response__person"),
    "shares": (MeasureShare, "person"),
    "courses": (Course, "person"),
}
ORDER: Mapping[type[Model], tuple[str, ...]] = {
    Wording: ("line_id", "number"),
    Rating: ("line_id", "rated_on", "id"),
    Answer: ("response_id", "id"),
    Score: ("response_id", "id"),
}
#: Counted from others, or told in "sharing".
WITHOUT_VERSIONS = (Course, MeasureShare)


def rows_of(person: Person, name: str) -> QuerySet[Any]:
    """Return the rows of one table about a person, in a fixed order."""
    model, way = TABLES[name]
    return model._default_manager.filter(**{way: person}).order_by(*ORDER.get(model, ("id",)))


def measures_of(person: Person) -> Row:
    """Return every table of the room as a list of rows with their versions."""
    tables = {name: _with_versions(model, rows_of(person, name)) for name, (model, _way) in TABLES.items()}
    # A share that was taken back has no row any more, so what became of shares stands in a list of its own.
    sharing = [version(event) for event in events_of(MeasureShare).filter(person_id=person.pk)]
    return {**tables, "sharing": sharing}


def _with_versions(model: type[Model], rows: QuerySet[Any]) -> list[Row]:
    if model in WITHOUT_VERSIONS:
        return [row(one) for one in rows]
    events: dict[Any, list[Any]] = {}
    for event in events_of(model).filter(pgh_obj_id__in=rows.order_by().values("pk")):
        events.setdefault(event.pgh_obj_id, []).append(event)
    return [{**row(one), "versions": [version(event) for event in events.get(one.pk, ())]} for one in rows]


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
