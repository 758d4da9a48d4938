"""What an import of a caseload would do, as data."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ownwords.exchange.method.caseload import SoundRow
from ownwords.people.models import Organisation


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that cannot be taken: its line, the column, the value as shown, and the reason in words.

    `kind` is the reason for programs: "team" or "too-long".
    """

    line: int
    column: str
    value: str
    reason: str
    kind: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to be taken in: their row, their team, and their named worker where one was found."""

    row: SoundRow
    team_id: UUID
    worker_id: UUID | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. `known` counts people who are here already; `unmatched` names workers not found."""

    organisation: Organisation
    newcomers: tuple[Newcomer, ...]
    known: int
    problems: tuple[Problem, ...]
    unmatched: tuple[str, ...]
