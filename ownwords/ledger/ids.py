"""Ids that sort by the moment they were made (UUID version 7)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """Return a new UUIDv7 as a standard :class:`uuid.UUID`."""
    return uuid7()


@dataclass(frozen=True, slots=True)
class Ref:
    """A typed reference to a thing in any room, without importing that room."""

    kind: str
    id: UUID
