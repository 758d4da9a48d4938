"""Rows and their later changes, written in bulk, with a history whose dates are those of the story.

The rows go in as the owner of the tables, all triggers on: constraints, protections and history work as ever.
Only the moment in the history has to be put right afterwards, because a trigger knows no time but now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

from ownwords.connections import models as connections
from ownwords.demo.bulk import events_of
from ownwords.ledger.models import Act, Link, Look
from ownwords.measures import models as measures
from ownwords.peers import models as peers
from ownwords.people import models as people
from ownwords.record import models as record

Row = TypeVar("Row", bound=Model)

#: A table follows those it points at.
ORDER: tuple[type[Model], ...] = (
    people.Organisation, people.Team, people.Account, people.Membership, people.Appointment, people.Person,
    people.Placement, people.Relationship, record.Entry, record.Goal, record.Strength, record.Preference,
    record.Conversation, record.Step, record.OtherView, record.Share, record.NotAsked, people.ErasureRequest,
    measures.InstrumentSwitch, measures.Line, measures.Wording, measures.Rating, measures.ContextEvent,
    measures.OwnAnswer, measures.Schedule, measures.Asking, measures.Response, measures.Answer, measures.Score,
    measures.ItemEvent, measures.MeasureShare,
    connections.PostcodeDistrict, connections.DirectorySource, connections.DirectoryImport,
    connections.DirectoryService, connections.DirectoryPlace,
    connections.DirectoryKind, connections.DirectoryWord, connections.LocalKnowledge,
    connections.PersonMap, connections.MapItem, connections.MapLink, connections.MapHelper, connections.MapSuggestion,
    connections.MapCopy, connections.MapCopyItem, connections.MapCopyLink, connections.MapStep, connections.Tie,
    connections.TieView, connections.Readiness, connections.ConnectingStep, connections.Explained, connections.Interest,
    connections.CommunityWork, connections.PracticeCheck, connections.PracticeRating,
    peers.RecordingRule, peers.RuleTold, peers.PeerSettings, peers.DoorChange, peers.Approach, peers.CompetingEnd,
    peers.Attempt, peers.FirstFace, peers.Introduction, peers.SharedNote, peers.SafetyShare, peers.PeerProfile,
    peers.PeerWish, peers.Match, peers.MatchAnswer, peers.Channel, peers.Message, peers.AnsweringHours,
    peers.OwnNote, peers.Supervision, peers.SupervisionItem, peers.FidelityRating, peers.FidelityAnswer,
    people.ThingShare, Link, Look, Act,
)  # fmt: skip


@dataclass(order=True)
class Change:
    """Something that happened to a row later."""

    moment: datetime
    number: int
    row: Model = field(compare=False)
    fields: dict[str, Any] = field(compare=False)
    adds: bool = field(compare=False, default=False)


class Book:
    """Collects what is to be written."""

    def __init__(self) -> None:
        self.rows: dict[type[Model], list[tuple[datetime, Model]]] = defaultdict(list)
        self.changes: list[Change] = []

    def add(self, row: Row, moment: datetime) -> Row:
        """Write this row, as if at this moment."""
        self.rows[type(row)].append((moment, row))
        return row

    def change(self, row: Model, moment: datetime, **fields: Any) -> None:
        """Change columns of a row that was added, as if at this moment."""
        self.changes.append(Change(moment, len(self.changes), row, fields))

    def add_in_turn(self, row: Row, moment: datetime) -> Row:
        """Write this row only when its time comes, after what ended before it."""
        self.changes.append(Change(moment, len(self.changes), row, {}, adds=True))
        return row

    @property
    def size(self) -> int:
        """How many steps `write` reports."""
        return sum(map(len, self.rows.values())) + len(self.changes)

    def write(self, advance: Callable[[int], object]) -> None:
        """Write everything; call inside a transaction. ``advance`` is told how many rows went in."""
        for model in ORDER:
            rows = sorted(self.rows[model], key=lambda pair: pair[0])
            model._default_manager.bulk_create([row for _moment, row in rows], batch_size=500)
            advance(len(rows))
        for change in sorted(self.changes):
            _apply(change)
            advance(1)
        for model in ORDER:
            self._date_history(model)

    def _date_history(self, model: type[Model]) -> None:
        """Give each event of a row the moment of what it tells of: the first its making, the next its changes."""
        events = events_of(model)
        if events is None:
            return
        moments: dict[Any, list[datetime]] = {row.pk: [moment] for moment, row in self.rows[model]}
        for change in sorted(self.changes):
            if type(change.row) is model:
                moments.setdefault(change.row.pk, []).append(change.moment)
        _set_moments(events, moments)


def _apply(change: Change) -> None:
    if change.adds:
        change.row.save(force_insert=True)
        return
    for name, value in change.fields.items():
        setattr(change.row, name, value)
    change.row.save(update_fields=list(change.fields))


def _set_moments(events: type[Model], moments: dict[Any, list[datetime]]) -> None:
    triples = [
        (str(pk), number, when) for pk, all_of in moments.items() for number, when in enumerate(all_of, 1)
    ]
    table = connection.ops.quote_name(events._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} e SET pgh_created_at = m.moment FROM"
            " (SELECT pgh_id, pgh_obj_id, row_number() OVER (PARTITION BY pgh_obj_id ORDER BY pgh_id) AS n"
            f" FROM {table}) o JOIN unnest(%s::text[], %s::int[], %s::timestamptz[]) AS m(id, n, moment)"
            " ON m.id = o.pgh_obj_id::text AND m.n = o.n"
            " WHERE e.pgh_id = o.pgh_id",
            [list(column) for column in zip(*triples, strict=True)] if triples else [[], [], []],
        )
