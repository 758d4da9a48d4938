"""Replies as one text: a turn for each, after the name by which the person is known."""

from __future__ import annotations

from collections.abc import Iterable

from ownwords.inquiry.method.text.result import ReadText, Turn

BETWEEN = ": "


def as_text(replies: Iterable[tuple[str, str]]) -> ReadText:
    r"""Return (called, words) as a text with a turn for each, letter for letter, the name before the words.

    >>> as_text([("Maple", "It is so."), ("Staff 1", "Not here.")]).text
    'Maple: It is so.\n\nStaff 1: Not here.'
    """
    parts: list[str] = []
    turns: list[Turn] = []
    at = 0
    for called, words in replies:
        if parts:
            parts.append("\n\n")
            at += 2
        head = f"{called}{BETWEEN}"
        parts += [head, words]
        turns.append(Turn(at, at + len(head), at + len(head) + len(words), called))
        at += len(head) + len(words)
    return ReadText("".join(parts), "txt", None, False, turns=tuple(turns))
