"""What is known while a project is brought in: whose it is, and what became of each thing of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.names import plain
from ownwords.inquiry.method.brought.people import NOT_NAMED
from ownwords.inquiry.method.brought.told import Told
from ownwords.inquiry.method.refi.model.project import ORIGIN, Project
from ownwords.inquiry.method.refi.parts.moments import moment
from ownwords.inquiry.models import Study

MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class Whose:
    """Under which account something is kept, and who made it in the other program where that is somebody else."""

    account_id: UUID
    brought_by: str = ""
    brought_guid: UUID | None = None

    def columns(self) -> dict[str, Any]:
        """Return the two columns that every row has which somebody may have made elsewhere."""
        return {"brought_by": self.brought_by, "brought_guid": self.brought_guid}


@dataclass(slots=True)
class Bringing:
    """One import. ``people`` are the accounts that its users may be, by name and by id.

    The maps lead from the GUIDs of the file to the ids here; what was not taken is not in them.
    """

    study: Study
    me: UUID
    project: Project
    people: Mapping[str, UUID]
    told: Told = field(default_factory=Told)
    codes: dict[str, UUID] = field(default_factory=dict)
    cases: dict[str, UUID] = field(default_factory=dict)
    sources: dict[str, UUID] = field(default_factory=dict)
    codings: dict[str, UUID] = field(default_factory=dict)
    made: dict[str, dict[str, UUID]] = field(default_factory=dict)
    selections: dict[str, tuple[str, UUID]] = field(default_factory=dict)
    _whose: dict[str, Whose] = field(default_factory=dict)

    @property
    def is_own(self) -> bool:
        """Whether the file was written here."""
        return self.project.origin.startswith(ORIGIN)

    def whose(self, user: str) -> Whose:
        """Return under which account what a user of the file made is kept."""
        if not self._whose:
            self._whose = {
                one.guid: self._found(one.guid, one.name or one.short) for one in self.project.users
            }
        return self._whose.get(user) or Whose(self.me, NOT_NAMED)

    def _found(self, guid: str, name: str) -> Whose:
        account = self.people.get(guid) or self.people.get(name)
        if account is not None:
            return Whose(account)
        return Whose(self.me, plain(name, MOST_NAME) or NOT_NAMED, UUID(guid))

    def signed(self, made: str = "", by: UUID | None = None) -> dict[str, Any]:
        """Return who made a row and when, as its columns."""
        at = self.at(made)
        return {
            "study_id": self.study.id, "made_by_id": by or self.me, "changed_by_id": self.me,
            "made_at": at, "changed_at": timezone.now(),
        }  # fmt: skip

    def at(self, made: str) -> datetime:
        """Return a moment of the file; now, where it says none or one that is yet to come."""
        now = timezone.now()
        found = moment(made) if made else None
        try:
            return found if found and found <= now else now
        except OverflowError:
            return now

    def fits(self, kind: str, text: str, most: int) -> str:
        """Return a text as it fits its place, and tell where it had to be cut."""
        line = plain(text)
        if len(line) > most:
            self.told.repaired(kind, say.CUT, line)
        return line[:most].rstrip()
