"""One coded passage as every kind of file takes it."""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = (
    "code", "text", "who", "page", "turn", "time", "words", "coder", "memo", "strength", "may_be_quoted",
    "coding_guid", "code_guid", "text_guid", "origin", "suggested_by", "suggested_by_version", "likeness",
    "accepted_by", "accepted_on",
)  # fmt: skip
BETWEEN = " > "


@dataclass(frozen=True, slots=True)
class Origin:
    """How a coding came about: "hand", "in_vivo", "brought", or "rule" and "meaning" with what suggested it.

    ``score`` is a likeness of meaning, -1 to 1; ``accepted_on`` a day as year-month-day.
    """

    how: str = ""
    model: str = ""
    version: str = ""
    score: float | None = None
    accepted_by: str = ""
    accepted_on: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return it as text, in the order of the last of COLUMNS."""
        score = "" if self.score is None else f"{self.score:.2f}"
        return (self.how, self.model, self.version, score, self.accepted_by, self.accepted_on)


@dataclass(frozen=True, slots=True)
class Row:
    """A passage. ``code`` is the names from the top of the tree to the code; ``who`` are pseudonyms.

    ``may_be_quoted``: as `method.quoting.Quotable.in_files` says it.
    """

    code: tuple[str, ...]
    text: str
    who: str
    page: int | None
    turn: int | None
    at_ms: int | None
    words: str
    coder: str
    memo: str
    strength: int | None
    may_be_quoted: str
    coding_guid: str
    code_guid: str
    text_guid: str
    origin: Origin = Origin()

    def cells(self) -> tuple[str, ...]:
        """Return the row as text, in the order of COLUMNS."""
        return (
            BETWEEN.join(self.code), self.text, self.who, _number(self.page), _number(self.turn), clock(self.at_ms),
            self.words, self.coder, self.memo, _number(self.strength), self.may_be_quoted, self.coding_guid,
            self.code_guid, self.text_guid, *self.origin.cells(),
        )  # fmt: skip


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def clock(at_ms: int | None) -> str:
    """Return a time in a recording as h:mm:ss; nothing for none."""
    if at_ms is None:
        return ""
    minutes, seconds = divmod(at_ms // 1000, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
