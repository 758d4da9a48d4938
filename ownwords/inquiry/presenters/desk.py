"""The text as the desk draws it: each turn in pieces, each passage with a number, a line of its own and its name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.overlaps import Segment, lanes, segments
from ownwords.inquiry.method.passages import word_places
from ownwords.inquiry.method.text.spans import Span
from ownwords.inquiry.models import Coding
from ownwords.inquiry.queries.codes import Shown
from ownwords.inquiry.queries.desk import TurnRead

LINES = 6
"""So many lines lie under the words, each drawn its own way; further ones share the last, and keep their numbers."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a turn that the same passages cover; `opens` and `closes` are the numbers in the brackets."""

    text: str
    lines: str
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage in the list beside its turn."""

    number: int
    line: int
    coding: Coding
    goes_on: bool
    went_on: bool


@dataclass(frozen=True, slots=True)
class TurnShown:
    """One turn: who, when, its words in pieces, and the passages on it."""

    turn: TurnRead
    clock: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]


def turns_shown(words: str, turns: Iterable[TurnRead], codings: Sequence[Coding]) -> list[TurnShown]:
    """Return every turn with what lies on it. `codings` are in the order of their beginnings."""
    starts = [one.start for one in codings]
    furthest: list[int] = []
    for one in codings:
        furthest.append(max(one.end, furthest[-1] if furthest else 0))
    shown = []
    for turn in turns:
        # Whatever begins before the turn ends and, from the first that reaches into it, ends after it begins.
        near = codings[bisect_right(furthest, turn.start) : bisect_left(starts, turn.end)]
        shown.append(turn_shown(words, turn, [one for one in near if one.end > turn.start]))
    return shown


def turn_shown(words: str, turn: TurnRead, codings: Sequence[Coding]) -> TurnShown:
    """Return one turn with the passages that touch it."""
    spans = [Span(one.start, one.end) for one in codings]
    drawn = [min(lane, LINES - 1) for lane in lanes(spans)]
    pieces = tuple(_piece(words, one, drawn) for one in segments(turn.start, turn.end, spans))
    marks = tuple(
        Mark(number, line, one, goes_on=one.end > turn.end, went_on=one.start < turn.start)
        for number, (one, line) in enumerate(zip(codings, drawn, strict=True), 1)
    )
    return TurnShown(turn, clock_of(turn.at_ms), pieces if turn.start < turn.end else (), marks)


def _piece(words: str, segment: Segment, drawn: Sequence[int]) -> Piece:
    lines = sorted({drawn[number] for number in segment.covered_by})
    return Piece(
        words[segment.start : segment.end],
        " ".join(f"inq-line-{line}" for line in lines),
        " ".join(str(number + 1) for number in segment.opens),
        " ".join(str(number + 1) for number in segment.closes),
    )


def clock_of(at_ms: int | None) -> str:
    """Return a time in a recording: "0:45", "1:02:03", or "" for none."""
    if at_ms is None:
        return ""
    minutes, seconds = divmod(at_ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


@dataclass(frozen=True, slots=True)
class WordShown:
    """One word to choose a passage by: its place among the words of a turn, and where it begins and ends."""

    number: int
    text: str
    start: int
    end: int


def words_shown(words: str, turn: TurnRead) -> list[WordShown]:
    """Return the words of a turn, numbered from 1."""
    places = word_places(words[turn.start : turn.end], turn.start)
    return [WordShown(n, words[start:end], start, end) for n, (start, end) in enumerate(places, 1)]


def code_choices(codes: Iterable[Shown]) -> list[tuple[str, str]]:
    """Return the codes that take passages, to choose from; how deep one hangs is shown by dashes."""
    return [
        (str(one.code.id), "– " * one.depth + str(one.code.name)) for one in codes if one.code.holds_codings
    ]
