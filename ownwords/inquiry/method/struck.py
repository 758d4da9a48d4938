"""Several stretches struck out of a text at once, and what the they are looked for by elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ownwords.inquiry.method.text.following import follow
from ownwords.inquiry.method.text.spans import Moved, Span, moved
from ownwords.inquiry.method.text.striking import GAP, strike

#: Words that stand elsewhere by chance say nothing: only longer stretches are looked for, and names and numbers.
FEWEST, SHORTEST = 12, 3
_SENTENCE = re.compile(r"[^\n.!?]+")


def joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, those that meet as one; empty ones are left out."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(one for one in stretches if one[0] < one[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def struck(
    text: str, stretches: Sequence[tuple[int, int]], spans: Sequence[Span], points: Sequence[int] = ()
) -> tuple[str, list[Moved], list[int]]:
    """Return the text with a mark for each stretch, the spans before and after, and single places moved."""
    after, places, at = text, list(spans), list(points)
    for start, end in reversed(joined(stretches)):
        done = strike(after, start, end, places)
        after, places, at = done.text, [one.now for one in done.spans], list(done.points(at))
    return (
        after,
        [moved(was, now.start, now.end, text, after) for was, now in zip(spans, places, strict=True)],
        at,
    )


def struck_elsewhere(
    present: str, stretches: Sequence[tuple[int, int]], other: str, points: Sequence[int]
) -> tuple[str, list[int]]:
    """Return another version of a text without the words that were struck out of the present one.

    They are taken from where they stood in it, in whatever spelling; where the struck words are nowhere else in the
    present text, from wherever else they stand as well.
    """
    wordings = {present[start:end] for start, end in joined(stretches)}
    places = follow(present, other, [Span(start, end) for start, end in joined(stretches)]).spans
    found = [(one.now.start, one.now.end) for one in places]
    kept = struck(present, stretches, ())[0]
    for wording in wordings:
        if wording.strip() and wording not in kept:
            found += [(one.start(), one.end()) for one in re.finditer(re.escape(wording), other)]
    after, _spans, moved_points = struck(other, found, (), points)
    return after, moved_points


def wordings(said: Sequence[str], *, chosen: bool = False) -> list[str]:
    """Return what struck words are looked for by: each stretch whole, and its sentences, where they tell.

    Args:
        chosen: somebody chose exactly these stretches, so that one which begins with a capital may be a name. Of many
            turns at once, a short "Yes" tells nothing.
    """
    found: dict[str, None] = {}
    for words in said:
        whole = words.strip(" \n\t.,;:!?")
        if chosen and len(whole) >= SHORTEST and whole[:1].isupper() and GAP not in whole:
            found[whole] = None
        for piece in [whole, *(one.strip() for one in _SENTENCE.findall(words))]:
            if GAP not in piece and (len(piece) >= FEWEST or _tells(piece)):
                found[piece] = None
    return list(found)


def _tells(piece: str) -> bool:
    """Say whether a short piece is still no word by chance: a number, or a capital inside it."""
    return len(piece) >= SHORTEST and any(sign.isupper() or sign.isdigit() for sign in piece[1:])
