"""Codes of one document all meet: their pairs are a product of counts, and need no pair of codings. Loads numpy."""

from __future__ import annotations

import numpy as np

from ownwords.inquiry.method.queries.codings import Ints, dense

MOST = 1 << 24


def fits(document: Ints, codes: int) -> bool:
    """Return whether codes by codes, and documents by codes, fit into tables of some 100 MB."""
    return codes * max(codes, np.unique(document).size) <= MOST


def at_once(labels: Ints, code: Ints, document: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return (first, second, count, documents) of all documents: with C documents x codes, C'C holds n_a n_b.

    Within a code there are n (n - 1) / 2 pairs a document. Exact: these whole numbers are far below 2 to the 53rd.
    """
    documents, place = dense(document)
    size = len(labels)
    cells = np.bincount(place * size + code, minlength=len(documents) * size)
    table = cells.reshape(len(documents), size).astype(np.float64)
    count, number = table.T @ table, (table > 0).astype(np.float64)
    number = number.T @ number
    np.fill_diagonal(count, (table * (table - 1) / 2).sum(axis=0))
    np.fill_diagonal(number, (table > 1).sum(axis=0))
    first, second = np.nonzero(np.triu(count))
    whole = [one[first, second].astype(np.int64) for one in (count, number)]
    return labels[first], labels[second], whole[0], whole[1]


def all_pairs(number: Ints) -> tuple[Ints, Ints]:
    """Return (keys, counts) of one document from how often it has each code; a key is first x codes + second."""
    size = len(number)
    table = np.triu(np.outer(number, number), 1)
    np.fill_diagonal(table, number * (number - 1) // 2)
    keys = np.flatnonzero(table)
    return keys, table.reshape(size * size)[keys]
