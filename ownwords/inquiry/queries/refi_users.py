"""Whose a coding or memo is, as a project that goes out names them."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from ownwords.inquiry.method.brought.people import People
from ownwords.inquiry.method.refi.model.stamp import Stamp
from ownwords.inquiry.queries.export_scope import Scope
from ownwords.people.models import Account


class Signing:
    """Gives codings and memos their stamps: accounts by their ids, others by what their own file called them."""

    def __init__(self, scope: Scope) -> None:
        self.people = People()
        who = {*scope.codings.order_by().values_list("coder_id", flat=True).distinct()}
        who |= {*scope.memos.order_by().values_list("made_by_id", flat=True).distinct()}
        self._names = dict(Account.objects.filter(pk__in=who).values_list("id", "name"))

    def stamp(self, account_id: UUID, brought_by: str, brought_guid: UUID | None, made_at: datetime) -> Stamp:
        """Return who made something, and when."""
        if brought_by:
            whose = self.people.guid(brought_by, str(brought_guid or ""))
        else:
            whose = self.people.guid(self._names.get(account_id, str(account_id)), str(account_id))
        return Stamp(made_by=whose, made=moment_of(made_at))


def moment_of(at: datetime) -> str:
    """Return a moment as the format writes it."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
