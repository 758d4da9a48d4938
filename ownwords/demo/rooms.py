"""What the rooms of the demonstration share: rows with the columns that every kept thing has, sight, acts, shares."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Model

from ownwords.demo.book import Row
from ownwords.demo.clock import made_id
from ownwords.demo.lives import Life
from ownwords.demo.reading import Table, WrongData
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.people.models import Account, ThingShare


class Room:
    """Puts things into the book as their writers kept them, each with its act."""

    def __init__(self, traces: Traces, lives: Mapping[str, Life]) -> None:
        self.traces, self.lives = traces, lives
        self.service, self.book, self.clock = traces.service, traces.service.book, traces.service.clock

    def life(self, key: str) -> Life:
        """Return a life by its key. Raises WrongData."""
        try:
            return self.lives[key]
        except KeyError:
            raise WrongData(f"nobody is called {key}") from None

    def by(self, life: Life, table: Table) -> Account:
        """Return who kept it: whom the table names, else the person or whoever writes for them."""
        return self.service.account(table["by"]) if "by" in table else life.hand

    def moment(self, life: Life, ago: int, *parts: object) -> datetime:
        """A moment so many days ago, or soon after the record was opened when that was later."""
        return self.clock.moment(max(1, min(ago, int(life.table["since"]) - 1)), life.person.id, *parts)

    def signed(self, life: Life, by: Account, moment: datetime, *parts: object) -> dict[str, Any]:
        """Columns of every kept row: id, whose, by whom, when."""
        return {
            "id": made_id(moment, life.table["key"], *parts),
            "person": life.person,
            "written_by": by,
            "changed_by_id": by.id,
            "created_at": moment,
            "changed_at": moment,
        }

    def keep(self, life: Life, row: Row, verb: Verb, moment: datetime, table: Table, by: Account) -> Row:
        """Put a row into the book, with its act and whom the table names to see it."""
        self.book.add(row, moment)
        self.traces.act(life, by, verb, moment, kind=_kind(row), thing=row.pk)
        for key in table.get("share", []):
            share = ThingShare(
                id=made_id(moment, "share", row.pk, key), person=life.person, thing_kind=row._meta.db_table,
                thing_id=row.pk, account=self.service.account(key), made_at=moment, made_by_id=by.id,
            )  # fmt: skip
            self.book.add(share, moment)
        return row

    def change(self, life: Life, row: Any, verb: Verb, moment: datetime, by: Account, **fields: Any) -> None:
        """A row was changed: its next version, with its act. ``version`` must be among the fields."""
        self.book.change(row, moment, changed_at=moment, changed_by_id=by.id, **fields)
        self.traces.act(life, by, verb, moment, kind=_kind(row), thing=row.pk, fields=fields)


def _kind(row: Model) -> str:
    return str(row._meta.model_name)
