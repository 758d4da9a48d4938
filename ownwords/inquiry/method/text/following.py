"""Codings follow a transcript that is corrected after coding, and come back when the correction is undone.

The rule, for each edit and span:

* an edit before or behind a span only moves it; its words stay what they were;
* an edit inside a span, or exactly as long, stays inside: the span grows or shrinks with it;
* an edit that covers one end of a span clips it: the span keeps what stands beyond the edit;
* an edit that covers a span and more on either side takes its words: it is empty, and listed;
* words typed at the edge of a span belong to it only where they complete its first or last word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.text.edits import Edit, edits
from ownwords.inquiry.method.text.spans import Moved, Span, checked, moved


@dataclass(frozen=True, slots=True)
class Followed:
    """What a correction did: its edits, and each span before and after, in the order given."""

    edits: tuple[Edit, ...]
    spans: tuple[Moved, ...]

    @property
    def changed(self) -> tuple[Moved, ...]:
        """Return the spans whose words are other ones now."""
        return tuple(one for one in self.spans if one.change == "changed")

    @property
    def gone(self) -> tuple[Moved, ...]:
        """Return the spans whose words have gone entirely."""
        return tuple(one for one in self.spans if one.change == "gone")


def follow(before: str, after: str, spans: Sequence[Span]) -> Followed:
    """Move spans of `before` to where their words stand in `after`. Raises ValueError for a span outside the text."""
    changes = edits(before, after)
    return Followed(changes, _all_moved(before, after, changes, spans))


def undo(before: str, after: str, done: Followed, spans: Sequence[Span]) -> tuple[Moved, ...]:
    """Move spans of `after` back to `before`.

    A span that still stands where the correction put it (same key, same place) comes back exactly as it was; one that
    was made or changed since then follows the rule backwards.
    """
    were = {(one.now.key, one.now.start, one.now.end): one.was for one in done.spans}
    back = _all_moved(after, before, [one.inverse for one in done.edits], spans)
    found = []
    for span, one in zip(spans, back, strict=True):
        was = were.get((span.key, span.start, span.end))
        found.append(one if was is None else moved(span, was.start, was.end, after, before))
    return tuple(found)


def moved_points(changes: Sequence[Edit], points: Sequence[int]) -> tuple[int, ...]:
    """Move single places (page starts, times). A place inside an edit goes to where the edit begins."""
    starts = [one.start for one in changes]
    return tuple(_point(changes, starts, point) for point in points)


def _point(changes: Sequence[Edit], starts: list[int], point: int) -> int:
    number = bisect_right(starts, point) - 1
    if number < 0:
        return point
    edit = changes[number]
    if edit.start < point < edit.end or edit.start == point:
        return edit.new_start
    return point - edit.end + edit.new_end


def _all_moved(before: str, after: str, changes: Sequence[Edit], spans: Sequence[Span]) -> tuple[Moved, ...]:
    starts = [one.start for one in changes]
    found = []
    for span in spans:
        checked(len(before), span.start, span.end)
        if span.start == span.end:
            start = end = _point(changes, starts, span.start)
        else:
            start = _start(changes, starts, span.start, after)
            end = max(start, _end(changes, starts, span.end, after))
        found.append(moved(span, start, end, before, after))
    return tuple(found)


def _start(changes: Sequence[Edit], starts: list[int], at: int, after: str) -> int:
    """Return where a span that began at `at` begins now: the last edit that begins no later decides."""
    number = bisect_right(starts, at) - 1
    if number < 0:
        return at
    edit = changes[number]
    if edit.start == at:
        typed_before = edit.start == edit.end and not _one_word(after, edit.new_end)
        return edit.new_end if typed_before else edit.new_start
    return edit.new_end + max(0, at - edit.end)


def _end(changes: Sequence[Edit], starts: list[int], at: int, after: str) -> int:
    """Return where a span that ended at `at` ends now: words typed there or the last edit before it decide."""
    number = bisect_left(starts, at)
    if number < len(changes) and changes[number].start == changes[number].end == at:
        typed = changes[number]
        return typed.new_end if _one_word(after, typed.new_start) else typed.new_start
    if number == 0:
        return at
    edit = changes[number - 1]
    return edit.new_start if edit.end > at else at - edit.end + edit.new_end


def _one_word(text: str, at: int) -> bool:
    """Say whether a word goes on across this place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
