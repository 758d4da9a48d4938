"""The six ways in which two codings meet. Loads nothing heavy.

Equal spans are also inside each other, what is inside also overlaps, and what overlaps is also within any number of
characters: exact <= inside <= overlap <= within, for pairs of two codings with some length.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """How two codings of one document meet; those of no length meet only in their document."""

    OVERLAP = "overlap"  # they share a character; touching ends share none
    INSIDE = "inside"  # all of the first lies in the second: the only kind in which order matters
    EXACT = "exact"  # same start, same end
    WITHIN = "within"  # at most n characters lie between them; 0 for those that overlap or touch
    TURN = "turn"  # both have a character in one turn of speech
    DOCUMENT = "document"  # both are in the document
