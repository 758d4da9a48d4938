"""What changed between two texts, as a short list of edits: lines first, then words, then characters.

Equal beginnings and ends are taken off first. Few edits are found exactly, many by difflib; both are bounded, so that a
text of 200,000 characters with a few corrections takes about a second, and a wholly new one a few.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ownwords.inquiry.method.text.shortest import Stretch, shortest_edits

#: Pieces of each round: lines and sentences, words with the space after them, characters.
ROUNDS = (re.compile(r"[^\n.!?]*(?:[\n.!?]+|\Z)"), re.compile(r"\w+\s*|\W"), re.compile(r".", re.DOTALL))
#: The shortest list of edits is looked for up to so many edits, and so many steps.
MOST_EDITS = 500
MOST_STEPS = 2_000_000
#: Beyond that: so many pairs of equal pieces are compared with care; beyond it frequent pieces are not anchors.
CAREFUL = 400_000
#: So many pairs with frequent pieces left out; beyond it a stretch counts as replaced whole.
BEARABLE = 4_000_000
#: Two words less alike than this are two words, not one that was corrected.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Edit:
    """`before[start:end]` became `after[new_start:new_end]`; one of the two may be empty. Offsets are code points."""

    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.new_start, self.new_end, self.start, self.end)


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return what changed, in order, no two edits touching each other."""
    found: list[Edit] = []
    _compare(before, after, Edit(0, len(before), 0, len(after)), 0, found)
    return tuple(found)


def _compare(before: str, after: str, stretch: Edit, number: int, found: list[Edit]) -> None:
    """Compare one stretch by the pieces of round `number`, and what differs by smaller ones."""
    stretch = _trimmed(before, after, stretch)
    old, new = before[stretch.start : stretch.end], after[stretch.new_start : stretch.new_end]
    if not old and not new:
        return
    if not old or not new or number == len(ROUNDS) or (number == 2 and not _alike(old, new)):
        _add(found, stretch)
        return
    for part in _changed(ROUNDS[number].findall(old), ROUNDS[number].findall(new), stretch):
        _compare(before, after, part, number + 1, found)


def _trimmed(before: str, after: str, stretch: Edit) -> Edit:
    """Take equal beginnings and ends off."""
    old, new = before[stretch.start : stretch.end], after[stretch.new_start : stretch.new_end]
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    return Edit(stretch.start + first, stretch.end - last, stretch.new_start + first, stretch.new_end - last)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning, by halving what is compared."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike(old: str, new: str) -> bool:
    """Say whether two short stretches are spellings of one; long ones are never compared by characters."""
    return len(old) * len(new) <= CAREFUL and SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE


def _changed(old: Sequence[str], new: Sequence[str], stretch: Edit) -> list[Edit]:
    """Return the stretches in which two lists of pieces differ."""
    old_at, new_at = _places(old, stretch.start), _places(new, stretch.new_start)
    found = shortest_edits(old, new, most=MOST_EDITS, steps=MOST_STEPS)
    if found is None:
        found = _by_anchors(old, new)
    return [Edit(old_at[a], old_at[b], new_at[c], new_at[d]) for a, b, c, d in found]


def _by_anchors(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """Compare lists that differ much: by long equal stretches, or not at all where too many pieces are equal."""
    counts, others = Counter(old), Counter(new)
    pairs = sum(count * others[piece] for piece, count in counts.items())
    if pairs > BEARABLE:
        return [(0, len(old), 0, len(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=pairs > CAREFUL)
    return [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _places(pieces: Sequence[str], at: int) -> list[int]:
    places = [at]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return places


def _add(found: list[Edit], edit: Edit) -> None:
    """Add an edit; one that touches the last is one with it."""
    if found and found[-1].end == edit.start and found[-1].new_end == edit.new_start:
        last = found.pop()
        edit = Edit(last.start, edit.end, last.new_start, edit.new_end)
    found.append(edit)


def applied(before: str, after: str, changes: Sequence[Edit]) -> str:
    """Return `before` with the changes made, new words taken from `after`; gives `after` for `edits(before, after)`."""
    pieces, at = [], 0
    for change in changes:
        pieces += [before[at : change.start], after[change.new_start : change.new_end]]
        at = change.end
    return "".join([*pieces, before[at:]])
