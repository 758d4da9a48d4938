"""Turns of a text that was corrected: those that stand, moved to where their words are now, and what was typed anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ownwords.inquiry.method.paragraphs import paragraphs
from ownwords.inquiry.method.text.edits import Edit
from ownwords.inquiry.method.text.following import moved_points
from ownwords.inquiry.method.text.result import Turn
from ownwords.inquiry.method.text.speakers.labels import heading
from ownwords.inquiry.method.text.starts import Start, turns_between


def turns_again(
    after: str, changes: Sequence[Edit], turns: Sequence[Turn], pages: Sequence[int] = ()
) -> tuple[Turn, ...]:
    """Return the turns of `after`. `turns` are those of the text before, with what each speaker is called in it.

    A turn stands as long as its label does. A line in which the label itself was typed or changed begins a turn when it
    names somebody; one whose label is gone belongs to the turn before. A text without speakers is parted anew.
    """
    if not any(turn.label for turn in turns):
        return paragraphs(after, pages)
    known = {turn.label for turn in turns}
    kept = _standing(changes, turns)
    places = {start.at for start in kept}
    typed = [one for one in _typed(after, changes, known) if one.at not in places]
    return turns_between(after, [*kept, *typed])


def _standing(changes: Sequence[Edit], turns: Sequence[Turn]) -> list[Start]:
    """Return where the turns begin whose labels no change touched."""
    begins = [one.start for one in changes]
    ends = [one.end for one in changes]
    kept = [turn for turn in turns if not _touched(begins, ends, turn.start, turn.said_from)]
    at = _beyond(changes, [turn.start for turn in kept])
    said = _beyond(changes, [turn.said_from for turn in kept])
    return [
        Start(place, max(place, words), turn.label, turn.at_ms)
        for turn, place, words in zip(kept, at, said, strict=True)
    ]


def _beyond(changes: Sequence[Edit], points: Sequence[int]) -> list[int]:
    """Move places; one at which words were typed stays before its own words, behind those."""
    typed = {one.start: one.new_end for one in changes if one.start == one.end}
    return [typed.get(point, now) for point, now in zip(points, moved_points(changes, points), strict=True)]


def _touched(begins: list[int], ends: list[int], start: int, said_from: int) -> bool:
    """Say whether a change lies within a label. One that only stands at its edge does not."""
    if start == said_from:
        number = bisect_right(begins, start) - 1
        return number >= 0 and ends[number] > start and begins[number] <= start
    first = bisect_right(ends, start)
    return first < bisect_left(begins, said_from)


def _typed(after: str, changes: Sequence[Edit], known: set[str | None]) -> list[Start]:
    """Return where changed lines name somebody: anybody where the label was typed, else who is known here."""
    found: dict[int, Start] = {}
    for change in changes:
        line = after.rfind("\n", 0, change.new_start) + 1
        while 0 <= line <= change.new_end and line < len(after):
            named = heading(after, line)
            if named and (named[0] in known or (change.new_start < named[1] and line < change.new_end)):
                found[line] = Start(line, named[1], named[0])
            line = after.find("\n", line) + 1 or len(after)
    return list(found.values())
