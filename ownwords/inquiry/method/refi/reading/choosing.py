"""Which way of counting positions fits: the passage a selection names is looked for where each reading puts it."""

from __future__ import annotations

from collections.abc import Sequence

from ownwords.inquiry.method.refi.model.selections import Selection, TextSpan
from ownwords.inquiry.method.refi.reading.line_ends import Reading, as_written, one_line_end, readings
from ownwords.inquiry.method.refi.reading.texts import Raw
from ownwords.inquiry.method.refi.report import Repair

SAMPLES = 300
"""Selections that are looked at."""
SHORTEST = 3
"""Characters of a name, before it tells a passage from a label."""
LEAST = 8
"""Characters of a name that was cut short, before it tells anything."""
COUNTS_ONE = ("atlas",)
"""Programs that count a line end of two characters as one."""

Sample = tuple[int, int, str]


def samples_of(selections: Sequence[Selection]) -> list[Sample]:
    """Return (start, end, name) of the first selections that have a length and a name."""
    found: list[Sample] = []
    for one in selections:
        if (
            isinstance(one.place, TextSpan)
            and len(one.name.strip()) >= SHORTEST
            and one.place.end > one.place.start
        ):
            found.append((one.place.start, one.place.end, one.name))
            if len(found) == SAMPLES:
                break
    return found


def chosen_reading(
    raw: Raw, samples: Sequence[Sample], farthest: int, origin: str
) -> tuple[Reading, Repair | None]:
    """Return the reading to take and what to say about it; `farthest` is the largest position used."""
    text = one_line_end(raw.text)
    plain = as_written(raw.text)
    most = sum(_full(name) for _, _, name in samples)
    if samples and _fit(plain, text, samples) == most:
        return plain, plain.what
    found = readings(raw.text, text, marked=raw.marked)
    if samples:
        best = max(found, key=lambda one: _fit(one, text, samples))
        if _fit(best, text, samples):
            return best, best.what
    return _guessed(raw.text, found, farthest, origin)


def _guessed(raw: str, found: Sequence[Reading], farthest: int, origin: str) -> tuple[Reading, Repair | None]:
    plain = found[0]
    if plain.extras:
        counts_one = any(name in origin.casefold() for name in COUNTS_ONE)
        taken = found[1] if counts_one and farthest <= len(raw) - len(plain.extras) else plain
        return taken, Repair.LINES_GUESSED if farthest else None
    if farthest > len(raw):
        for one in found[1:]:
            if one.what is Repair.LINES_AS_TWO and farthest <= len(raw) + len(one.extras):
                return one, Repair.LINES_GUESSED
    return plain, None


def _fit(reading: Reading, text: str, samples: Sequence[Sample]) -> int:
    return sum(_fits(name, text, reading.span(start, end)) for start, end, name in samples)


def _full(name: str) -> int:
    return 2 if name.split() else 0


def _fits(name: str, text: str, span: tuple[int, int]) -> int:
    """Return 2 where the passage is the name letter for letter, 1 where white space differs or the name is cut."""
    start, end = span
    if start < 0 or end > len(text):
        return 0
    passage = text[start:end]
    if passage == name:
        return 2
    tidy, words = " ".join(name.split()), " ".join(passage.split())
    if tidy == words:
        return 1 if tidy else 0
    short = tidy.rstrip("….").rstrip()
    return 1 if len(short) >= LEAST and words.startswith(short) else 0
