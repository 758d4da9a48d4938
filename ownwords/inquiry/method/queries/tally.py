"""Adding up sparse tables of pairs, document by document. Loads numpy."""

from __future__ import annotations

import numpy as np

from ownwords.inquiry.method.queries.codings import Ints, dense

SQUARE = 1 << 24
WAITING = 1 << 22


class Tally:
    """Counts by pair of codes: in a square table for up to 4,096 codes, else as sorted triplets."""

    def __init__(self, codes: int) -> None:
        self.codes = codes
        self.keys = np.zeros(0, np.int64)
        square = codes * codes if codes * codes <= SQUARE else 0
        self.count, self.documents = np.zeros(square, np.int64), np.zeros(square, np.int64)
        self.square = bool(square)
        self.waiting: list[tuple[Ints, Ints]] = []

    def add(self, codes: Ints, keys: Ints, counts: Ints) -> None:
        """Add one document: its codes, and keys that are place x (number of its codes) + place, each once."""
        one, other = np.divmod(keys, max(1, len(codes)))
        whole = codes[one] * self.codes + codes[other]
        if self.square:
            self.count[whole] += counts
            self.documents[whole] += 1
            return
        self.waiting.append((whole, counts))
        if sum(len(each) for each, _ in self.waiting) > WAITING:
            self._put_together()

    def _put_together(self) -> None:
        whole = np.concatenate([self.keys, *(each for each, _ in self.waiting)])
        counts = np.concatenate([self.count, *(each for _, each in self.waiting)])
        number = np.concatenate([self.documents, *(np.ones_like(each) for each, _ in self.waiting)])
        self.keys, place = dense(whole)
        self.count, self.documents = np.zeros_like(self.keys), np.zeros_like(self.keys)
        np.add.at(self.count, place, counts)
        np.add.at(self.documents, place, number)
        self.waiting = []

    def result(self) -> tuple[Ints, Ints, Ints, Ints]:
        """Return (first, second, count, documents), in order of first and second."""
        if self.square:
            keys = np.flatnonzero(self.count)
            count, number = self.count[keys], self.documents[keys]
        else:
            self._put_together()
            keys, count, number = self.keys, self.count, self.documents
        one, other = np.divmod(keys, max(1, self.codes))
        return one, other, count, number
