"""Words that somebody wants out: they go from the text and leave a mark that something was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.text.edits import Edit
from ownwords.inquiry.method.text.following import moved_points
from ownwords.inquiry.method.text.spans import Moved, Span, checked, moved

#: What stands where words were struck out.
GAP = "[…]"


@dataclass(frozen=True, slots=True)
class Struck:
    """A text without the words. Nothing here holds them, and nothing can bring them back."""

    text: str
    edit: Edit
    spans: tuple[Moved, ...]

    @property
    def gone(self) -> tuple[Moved, ...]:
        """Return the spans of which nothing is left."""
        return tuple(one for one in self.spans if one.change == "gone")

    def points(self, points: Sequence[int]) -> tuple[int, ...]:
        """Move single places: page starts, times, where words of a turn begin."""
        return moved_points([self.edit], points)


def strike(text: str, start: int, end: int, spans: Sequence[Span] = (), *, gap: str = GAP) -> Struck:
    """Take `text[start:end]` out and leave `gap`. Raises ValueError for an empty stretch or one outside the text.

    A span round the words keeps the mark; one that reaches into them is clipped and does not get the mark; one inside
    them, or exactly as long, is empty.
    """
    checked(len(text), start, end)
    if start == end:
        raise ValueError("nothing is struck out")
    edit = Edit(start, end, start, start + len(gap))
    after = text[:start] + gap + text[end:]
    return Struck(after, edit, tuple(_after(text, after, edit, span) for span in spans))


def _after(text: str, after: str, edit: Edit, span: Span) -> Moved:
    checked(len(text), span.start, span.end)
    shift = edit.new_end - edit.end
    if span.start == span.end or (edit.start <= span.start and span.end <= edit.end):
        at = span.start if span.end <= edit.start else max(edit.new_end, span.start + shift)
        return moved(span, at, at, text, after)
    start = span.start if span.start <= edit.start else max(edit.new_end, span.start + shift)
    end = span.end + shift if span.end > edit.end else min(span.end, edit.new_start)
    # A span that ends with the struck words keeps no mark at its end, one that begins with them none at its start.
    if span.start == edit.start:
        start = edit.new_end
    return moved(span, start, end, text, after)
