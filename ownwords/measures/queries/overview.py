"""Everything that somebody follows, with what went on around it, as far as the viewer sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from ownwords.ledger.ids import Ref
from ownwords.ledger.queries import links_about
from ownwords.measures.models import ContextEvent, Line, OwnAnswer, Response, Score
from ownwords.measures.queries.context import endings_of, events_of, own_answers_of
from ownwords.measures.queries.lines import ABOUT, Followed, followed, lines_of, open_line
from ownwords.measures.queries.sight import seen, shares_of
from ownwords.people.access import Opened
from ownwords.people.models import Placement
from ownwords.people.queries.circle import Circle, circle_of


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a standard measure; `value` is None where there is none, for the reason that was kept."""

    on: date
    value: float | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What somebody follows. Lines stand in the order in which they began, never by worth."""

    lines: list[Followed]
    events: list[ContextEvent]
    endings: list[Placement]
    results: dict[str, list[Result]]
    circle: Circle
    shares: dict[UUID, list[UUID]]
    answers: list[OwnAnswer] = field(default_factory=list)

    @property
    def open(self) -> list[Followed]:
        """Lines that are open."""
        return [one for one in self.lines if one.line.closed_on is None]

    @property
    def closed(self) -> list[Followed]:
        """Lines that are closed; they stay."""
        return [one for one in self.lines if one.line.closed_on is not None]

    def said_of(self, line: Line | None = None, instrument: str = "") -> list[OwnAnswer]:
        """Return the person's own answers about one line or one measure, oldest first."""
        if line is not None:
            return [one for one in self.answers if one.line_id == line.id]
        return [one for one in self.answers if one.line_id is None and one.instrument == instrument]


def overview_of(opened: Opened) -> Overview:
    """Return everything that an opened person follows (ten queries, however much there is)."""
    return _around(opened, followed(opened), results_of(opened))


def overview_of_line(opened: Opened, line_id: UUID) -> Overview:
    """Return one line with what went on around it. Raises NotFound when it is missing, or hidden from the viewer."""
    return _around(opened, followed(opened, [open_line(opened, line_id)]), {})


def _around(opened: Opened, lines: list[Followed], results: dict[str, list[Result]]) -> Overview:
    return Overview(
        lines=lines,
        events=list(events_of(opened)),
        endings=endings_of(opened),
        results=results,
        circle=circle_of(opened),
        shares=shares_of([one.line.id for one in lines]),
        answers=list(own_answers_of(opened)),
    )


def results_of(opened: Opened) -> dict[str, list[Result]]:
    """Return measure -> its main results by day, oldest first (one query).

    What somebody says about a worker is not among them: it stands on its own page (refocus R12).
    """
    forms: QuerySet[Response] = seen(opened, Response.objects.all())
    rows = Score.objects.filter(
        main=True, response__in=forms.filter(finished_at__isnull=False, about_account__isnull=True)
    ).order_by("response__answered_on", "response__started_at", "id")
    found: dict[str, list[Result]] = {}
    for instrument, on, value in rows.values_list("response__instrument", "response__answered_on", "value"):
        found.setdefault(instrument, []).append(Result(on, None if value is None else float(value)))
    return found


def abouts_of(opened: Opened, lines: Iterable[Line]) -> dict[UUID, list[Ref]]:
    """Return line id -> what it is about, as references (one query)."""
    ids = [line.id for line in lines]
    rows = links_about(opened.person.id).filter(from_kind="line", from_id__in=ids, relation=ABOUT)
    found: dict[UUID, list[Ref]] = {}
    for link in rows.order_by("made_at", "id"):
        found.setdefault(link.from_id, []).append(Ref(link.to_kind, link.to_id))
    return found


def set_of(opened: Opened, set_id: UUID | None) -> list[Followed]:
    """Return the lines that were begun together, as far as the viewer sees them."""
    if set_id is None:
        return []
    return followed(opened, lines_of(opened).filter(set_id=set_id))
