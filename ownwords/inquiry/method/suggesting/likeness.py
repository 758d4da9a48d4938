"""Passages that are most like what a code says, by the angle between vectors of meaning (cosine)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)
LEAST, MOST_NEAR, SHORTEST = 0.15, 10, 4
"""Less alike than this, nothing is proposed; so many passages a code in one text; shorter ones (words) are left out."""


class Embedder(Protocol):
    """Whatever turns texts into vectors of meaning, on this machine."""

    @property
    def name(self) -> str:
        """Return the name of the model."""

    @property
    def version(self) -> str:
        """Return its version."""

    def vectors(self, texts: Sequence[str]) -> NDArray[Any]:
        """Return a row of length 1 for each text."""


@dataclass(frozen=True, slots=True)
class Near(Generic[Key]):
    """A passage, by its place among those asked about, that is like what a key stands for; ``score`` -1 to 1."""

    key: Key
    place: int
    score: float


def nearest(
    vectors: NDArray[Any],
    meant: Mapping[Key, NDArray[Any]],
    *,
    least: float = LEAST,
    most: int = MOST_NEAR,
) -> list[Near[Key]]:
    """Return for each key the passages most like one of its meanings, the most alike first.

    Args:
        vectors: one row of length 1 for each passage.
        meant: the meanings of each key, rows of length 1; the one that is most alike counts.
    """
    import numpy as np

    found: list[Near[Key]] = []
    for key, rows in meant.items():
        if not len(rows) or not len(vectors):
            continue
        scores = (vectors @ rows.T).max(axis=1)
        best = np.argsort(-scores, kind="stable")[:most]
        found += [Near(key, int(place), float(scores[place])) for place in best if scores[place] >= least]
    return found
