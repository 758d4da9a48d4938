"""Where words stand in a text: found, never typed in, so that no offset can be wrong. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from ownwords.demo.reading import WrongData

#: Between the first and the last words of a longer passage.
TO = " … "


@dataclass(frozen=True, slots=True)
class Laid:
    """One code on one passage, by one coder ("lead" or "second"). ``words`` are those of the data file."""

    text: str
    code: str
    coder: str
    start: int
    end: int
    words: str
    in_vivo: bool = False


def place_of(words: str, text: str, where: str) -> tuple[int, int]:
    """Return where a passage begins and ends in a text, in code points; the end is not part of it.

    Args:
        words: the exact words, or the first and the last ones with " … " between them.
        where: what is said of the place when they are not there.

    Raises:
        WrongData: the words stand nowhere in the text, or twice, or end before they begin.

    >>> place_of("the sea", "I'd like to see the sea.", "group-1")
    (16, 23)
    >>> place_of("I'd … see", "I'd like to see the sea.", "group-1")
    (0, 15)
    """
    first, to, last = words.partition(TO)
    start, end = _once(first, text, where)
    if not to:
        return start, end
    begins, ends = _once(last, text, where)
    if begins < end:
        raise WrongData(f"{where}: “{last}” stands before “{first}”")
    return start, ends


def _once(words: str, text: str, where: str) -> tuple[int, int]:
    if not words.strip():
        raise WrongData(f"{where}: a passage without words")
    start = text.find(words)
    if start < 0:
        raise WrongData(f"{where}: “{words}” does not stand there")
    if text.find(words, start + 1) >= 0:
        raise WrongData(f"{where}: “{words}” stands there twice")
    return start, start + len(words)
