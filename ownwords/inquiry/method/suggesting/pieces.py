"""What may be proposed in a text: its turns, or the sentences of its turns."""

from __future__ import annotations

from collections.abc import Iterable

from ownwords.inquiry.method.suggesting.sentences import sentences
from ownwords.inquiry.method.text.spans import Span

SENTENCE, TURN = "sentence", "turn"
UNITS = (SENTENCE, TURN)


def pieces(text: str, turns: Iterable[Span], unit: str) -> list[Span]:
    """Return the passages that may be proposed, in order, none over another.

    Args:
        turns: where the words of each turn stand, in order; those of whoever asks are left out by the caller.
    """
    found = []
    for turn in turns:
        inside = list(sentences(text, turn.start, turn.end))
        if unit == SENTENCE:
            found += inside
        elif inside:
            found.append(Span(inside[0].start, inside[-1].end))
    return found
