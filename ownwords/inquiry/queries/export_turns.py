"""Who speaks in a passage that goes out, and whether it may be quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ownwords.inquiry.method.quoting import may_be_quoted
from ownwords.inquiry.models import SPOKEN, Turn

COLUMNS = (
    "number", "start", "end", "at_ms", "speaker__label", "speaker__participant_id", "speaker__participant__pseudonym",
    "speaker__asks", "said_from",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks, in which turn it begins, when, and whether it may be quoted (see `passage_files.rows.Row`)."""

    who: str = ""
    turn: int | None = None
    at_ms: int | None = None
    may_be_quoted: str = ""


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of one text in their order."""

    rows: list[tuple[Any, ...]]
    starts: list[int]
    quoting: Mapping[UUID, bool]
    spoken: bool

    @classmethod
    def none(cls) -> Turns:
        """Return the turns of a text that has none."""
        return cls([], [], {}, spoken=False)

    @classmethod
    def of(cls, source_id: UUID, kind: str, quoting: Mapping[UUID, bool]) -> Turns:
        """Return the turns of a text of a kind (one query). ``quoting``: which participants may be quoted."""
        turns = Turn.objects.filter(source_id=source_id).order_by("start", "number")
        rows = list(turns.values_list(*COLUMNS))
        return cls(rows, [one[1] for one in rows], quoting, kind in SPOKEN)

    def said(self, start: int, end: int) -> Said:
        """Return who speaks between two places of the text."""
        place = max(bisect_right(self.starts, start) - 1, 0)
        inside = []
        while place < len(self.rows) and self.rows[place][1] < end:
            if self.rows[place][2] > start:
                inside.append(self.rows[place])
            place += 1
        voices = {(one[5], one[7] is True) for one in inside if one[8] < min(end, one[2])}
        quotable = may_be_quoted(voices, self.quoting, spoken=self.spoken).in_files
        if not inside:
            return Said(may_be_quoted=quotable)
        who = dict.fromkeys(one[6] or one[4] for one in inside if one[6] or one[4])
        return Said(", ".join(who), inside[0][0], inside[0][3], quotable)
