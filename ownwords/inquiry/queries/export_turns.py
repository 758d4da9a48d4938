"""Who speaks in a passage that goes out, and whether they agreed to be quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ownwords.inquiry.method.passage_files.rows import NO, NOT_STATED, YES
from ownwords.inquiry.models import Turn

COLUMNS = (
    "number", "start", "end", "at_ms", "speaker__label", "speaker__participant_id", "speaker__participant__pseudonym",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks, in which turn it begins, when, and whether it may be quoted (see `passage_files.rows.Row`)."""

    who: str = ""
    turn: int | None = None
    at_ms: int | None = None
    may_be_quoted: str = ""


NOBODY = Said()


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of one text in their order."""

    rows: list[tuple[Any, ...]]
    starts: list[int]
    quoting: Mapping[UUID, bool]

    @classmethod
    def none(cls) -> Turns:
        """Return the turns of a text that has none."""
        return cls([], [], {})

    @classmethod
    def of(cls, source_id: UUID, quoting: Mapping[UUID, bool]) -> Turns:
        """Return the turns of a text (one query). ``quoting``: what each participant said to being quoted."""
        rows = list(
            Turn.objects.filter(source_id=source_id).order_by("start", "number").values_list(*COLUMNS)
        )
        return cls(rows, [one[1] for one in rows], quoting)

    def said(self, start: int, end: int) -> Said:
        """Return who speaks between two places of the text."""
        place = max(bisect_right(self.starts, start) - 1, 0)
        inside = []
        while place < len(self.rows) and self.rows[place][1] < end:
            if self.rows[place][2] > start:
                inside.append(self.rows[place])
            place += 1
        if not inside:
            return NOBODY
        who = dict.fromkeys(pseudonym or label for *_, label, _, pseudonym in inside if pseudonym or label)
        return Said(
            ", ".join(who), inside[0][0], inside[0][3], self._quoted({one[5] for one in inside if one[5]})
        )

    def _quoted(self, participants: set[UUID]) -> str:
        if not participants:
            return ""
        said = {self.quoting.get(one) for one in participants}
        return NO if False in said else NOT_STATED if None in said else YES
