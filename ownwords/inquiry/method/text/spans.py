"""Stretches of a text that something rests on: codings, turns, extracts."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` in code points; `key` is whatever the caller knows it by."""

    start: int
    end: int
    key: Hashable = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A span after a change. `change` is "same", "moved" (other place, same words), "changed" or "gone"."""

    was: Span
    now: Span
    change: str


def checked(length: int, start: int, end: int) -> None:
    """Raise ValueError unless 0 <= start <= end <= length."""
    if not 0 <= start <= end <= length:
        raise ValueError(f"{start}-{end} is no stretch of a text of {length} characters")


def moved(was: Span, start: int, end: int, before: str, after: str) -> Moved:
    """Say what became of a span."""
    now = Span(start, end, was.key)
    if before[was.start : was.end] == after[start:end]:
        return Moved(was, now, "same" if (start, end) == (was.start, was.end) else "moved")
    return Moved(was, now, "changed" if start < end else "gone")
