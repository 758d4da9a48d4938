"""Where somebody begins to speak, and the turns between such places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.text.result import Turn


@dataclass(frozen=True, slots=True)
class Start:
    """Somebody begins at `at`, with their first word at `said_from`."""

    at: int
    said_from: int
    label: str | None = None
    at_ms: int | None = None


def turns_between(text: str, starts: Sequence[Start]) -> tuple[Turn, ...]:
    """Return the turns that begin at `starts`, in order of place; words before the first are a turn of nobody.

    Each turn ends after its last word, so that white space between turns belongs to none. A start that another begins
    before the end of its label is left out.
    """
    ordered: list[Start] = []
    for start in sorted(starts, key=lambda one: (one.at, one.said_from)):
        if not ordered or start.at >= ordered[-1].said_from:
            ordered.append(start)
    if ordered and text[: ordered[0].at].strip():
        ordered.insert(0, Start(0, 0))
    ends = [*(one.at for one in ordered[1:]), len(text)]
    return tuple(_turn(text, start, end) for start, end in zip(ordered, ends, strict=False))


def _turn(text: str, start: Start, end: int) -> Turn:
    while end > start.said_from and text[end - 1].isspace():
        end -= 1
    return Turn(start.at, min(start.said_from, end), end, start.label, start.at_ms)
