"""Suggestions of every kind in one list, none overlapping another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain

from ownwords.inquiry.method.text.identifying.names import capitalised, listed
from ownwords.inquiry.method.text.identifying.patterns import formed

#: Kinds in the order in which they win where two overlap.
KINDS = ("listed", "nhs_number", "email", "date", "postcode", "phone", "name")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text[start:end]` might identify somebody, because of `kind`; a person decides."""

    start: int
    end: int
    kind: str


def suggest(text: str, names: Collection[str] = (), *, never: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """Return suggestions in order of place. `names` is the team's list; words in `never` are suggested as no name."""
    cleared = {" ".join(words.split()).casefold() for words in never}
    found = sorted(
        chain(listed(text, names), formed(text), capitalised(text)),
        key=lambda one: (KINDS.index(one[2]), one[0] - one[1], one[0]),
    )
    taken = bytearray(len(text))
    kept = []
    for start, end, kind in found:
        if any(taken[start:end]) or (
            kind == "name" and " ".join(text[start:end].split()).casefold() in cleared
        ):
            continue
        taken[start:end] = b"\1" * (end - start)
        kept.append(Suggestion(start, end, kind))
    return tuple(sorted(kept, key=lambda one: one.start))
