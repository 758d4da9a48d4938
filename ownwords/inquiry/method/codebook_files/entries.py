"""The codebook as every kind of file takes it: codes from the top down, each with how deep it hangs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ownwords.inquiry.method.refi.model.definition import Definition


@dataclass(frozen=True, slots=True)
class Line:
    """One code. ``depth`` is 0 at the top; a parent stands before what hangs on it.

    ``origin`` is in words; ``passages`` is None where they were not counted.
    """

    guid: UUID
    name: str
    depth: int
    definition: Definition
    colour: str = ""
    origin: str = ""
    holds_codings: bool = True
    passages: int | None = None


@dataclass(frozen=True, slots=True)
class Codebook:
    """A codebook of one study as it stood on a day."""

    study: str
    on: date
    lines: tuple[Line, ...]

    def parents(self) -> list[int | None]:
        """Return for each line the place of the line that it hangs on, or None at the top."""
        found: list[int | None] = []
        open_at: list[int] = []
        for place, line in enumerate(self.lines):
            del open_at[line.depth :]
            found.append(open_at[-1] if open_at else None)
            open_at.append(place)
        return found
