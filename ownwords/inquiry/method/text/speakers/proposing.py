"""Speakers proposed from a text. A proposal: somebody looks at it before it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from ownwords.inquiry.method.text.clock import STAMP, TIME, milliseconds
from ownwords.inquiry.method.text.layout import Row
from ownwords.inquiry.method.text.result import Speaker, Turn
from ownwords.inquiry.method.text.speakers.labels import COLON, heading
from ownwords.inquiry.method.text.speakers.tables import table_starts
from ownwords.inquiry.method.text.starts import Start, turns_between

LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
#: A line that holds a time and nothing else: it belongs to the label below it.
TIME_LINE = re.compile(rf"[ \t]*(?:{STAMP}|{TIME})[ \t]*\n\s*", re.MULTILINE)
#: A label used once counts where so many of the lines have one.
DENSE = 0.25
FIRST_WORDS = 60
#: Labels are looked for in so many lines; a talk of three hours has some two thousand.
MOST_LINES = 100_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """Labels in order of first appearance, and turns in order of place; both empty where nobody is named."""

    speakers: tuple[Speaker, ...]
    turns: tuple[Turn, ...]


def propose(text: str, rows: Sequence[Row] = (), *, also: Collection[str] = ()) -> Proposal:
    """Propose speakers and turns. `rows` are rows of tables; `also` are labels that a person says are speakers.

    A label counts that comes twice, or in a text where at least a quarter of the lines has one.
    """
    found = _lines(text, rows, frozenset(also))
    sure = sure_labels([one.label for one in found if one.label], sum(1 for _ in LINE.finditer(text)))
    kept = [one for one in found if one.label in sure or one.label in also]
    return proposed(text, [*kept, *table_starts(text, rows)])


def sure_labels(labels: Sequence[str], lines: int) -> frozenset[str]:
    """Return the labels that count, of those found at the beginning of so many lines."""
    dense = len(labels) >= DENSE * lines
    return frozenset(label for label, count in Counter(labels).items() if dense or count > 1)


def proposed(text: str, starts: Sequence[Start]) -> Proposal:
    """Return the proposal that starts amount to."""
    turns = turns_between(text, starts)
    return Proposal(speakers_of(text, turns), turns)


def speakers_of(text: str, turns: Sequence[Turn]) -> tuple[Speaker, ...]:
    """Count the turns of each label and show the first words of the first."""
    counts = Counter(turn.label for turn in turns if turn.label is not None)
    first = {turn.label: turn for turn in reversed(turns)}
    return tuple(Speaker(label, count, _first_words(text, first[label])) for label, count in counts.items())


def _first_words(text: str, turn: Turn) -> str:
    return " ".join(text[turn.said_from : min(turn.end, turn.said_from + 4 * FIRST_WORDS)].split())[
        :FIRST_WORDS
    ]


def _lines(text: str, rows: Sequence[Row], also: frozenset[str]) -> list[Start]:
    taken = {at for row in rows for at in (row.start, *(start for start, _ in row.cells))}
    found: list[Start] = []
    for line in islice(LINE.finditer(text), MOST_LINES):
        if line.start() in taken or (found and line.start() < found[-1].said_from):
            continue
        start = _start(text, line.start(), also)
        if start is not None:
            found.append(start)
    return found


def _start(text: str, at: int, also: frozenset[str]) -> Start | None:
    stamp_line = TIME_LINE.match(text, at)
    label_at = stamp_line.end() if stamp_line else at
    if found := heading(text, label_at):
        label, said_from, stamp = found
        return Start(at, said_from, label, milliseconds(stamp or (stamp_line[0] if stamp_line else "")))
    said = COLON.match(text, at) if also else None
    if said and " ".join(said["label"].split()) in also:
        return Start(at, said.end(), " ".join(said["label"].split()))
    return None
