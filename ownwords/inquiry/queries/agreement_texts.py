"""Who can be compared with whom: coders, the texts that they have finished, and which of these they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from ownwords.inquiry.queries.arrays_seen import Analysed


@dataclass(frozen=True, slots=True)
class Comparable:
    """Coders by name, with the texts in view that each has finished and that the viewer may compare."""

    names: dict[UUID, str]
    finished: dict[UUID, frozenset[UUID]]

    def common(self, coders: Sequence[UUID]) -> frozenset[UUID]:
        """Return the texts that all of these have finished."""
        each = [self.finished.get(one, frozenset()) for one in coders]
        return frozenset.intersection(*each) if each else frozenset()

    def most_in_common(self) -> tuple[UUID, ...]:
        """Return the two who have finished the most texts in common, () where nobody has any."""
        pairs = [(len(self.common(pair)), pair) for pair in combinations(self.finished, 2)]
        most = max(pairs, key=lambda one: one[0], default=(0, ()))
        return most[1] if most[0] else ()


def comparable(analysed: Analysed) -> Comparable:
    """Return who has finished what, the coders by name (one query)."""
    rows = analysed.finished.filter(source__removed_at__isnull=True).order_by("coder__name", "coder_id")
    names: dict[UUID, str] = {}
    finished: dict[UUID, set[UUID]] = {}
    for coder, name, source in rows.values_list("coder_id", "coder__name", "source_id"):
        names[coder] = name
        finished.setdefault(coder, set()).add(source)
    return Comparable(names, {coder: frozenset(texts) for coder, texts in finished.items()})
