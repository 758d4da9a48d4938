"""One coded passage as every kind of file takes it."""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = (
    "code", "text", "who", "page", "turn", "time", "words", "coder", "memo", "strength", "may_be_quoted",
    "coding_guid", "code_guid", "text_guid",
)  # fmt: skip
BETWEEN = " > "
NO, NOT_STATED, YES = "no", "not stated", "yes"


@dataclass(frozen=True, slots=True)
class Row:
    """A passage. ``code`` is the names from the top of the tree to the code; ``who`` are pseudonyms.

    ``may_be_quoted``: "no" where anybody who speaks in it has not agreed to be quoted, "not stated" where somebody was
    not asked, "" where no participant speaks.
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

    def cells(self) -> tuple[str, ...]:
        """Return the row as text, in the order of COLUMNS."""
        return (
            BETWEEN.join(self.code), self.text, self.who, _number(self.page), _number(self.turn), clock(self.at_ms),
            self.words, self.coder, self.memo, _number(self.strength), self.may_be_quoted, self.coding_guid,
            self.code_guid, self.text_guid,
        )  # fmt: skip


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def clock(at_ms: int | None) -> str:
    """Return a time in a recording as h:mm:ss; nothing for none."""
    if at_ms is None:
        return ""
    minutes, seconds = divmod(at_ms // 1000, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
