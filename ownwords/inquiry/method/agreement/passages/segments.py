"""The text cut wherever a coding of one code begins or ends: stretches that a coder coded whole or not. Loads numpy.

Run lengths, never an array of characters: the work grows with the codings, not with the text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ownwords.inquiry.method.queries.codings import Codings, Ints, dense
from ownwords.inquiry.method.queries.runs import covered, joined

MOST_CODERS = 62


@dataclass(frozen=True, slots=True, eq=False)
class Segments:
    """Stretches that somebody coded, by code, document and place; one entry each.

    ``who``: a bit for each coder in the order of ``coders`` (1 the first, 2 the second, 3 both). ``characters``:
    length of all documents compared, together.
    """

    coders: tuple[int, ...]
    characters: int
    code: Ints
    document: Ints
    start: Ints
    end: Ints
    who: Ints


def common(finished: Mapping[int, Collection[int]], coders: Sequence[int]) -> list[int]:
    """Return the documents that every one of the coders has finished, in order."""
    each = [set(finished.get(coder, ())) for coder in coders]
    return sorted(set.intersection(*each)) if each else []


def segments(
    codings: Codings,
    coders: Sequence[int],
    finished: Mapping[int, Collection[int]],
    lengths: Mapping[int, int],
) -> Segments:
    """Compare coders over the documents that all of them finished; others, and other coders, are left out.

    ``finished``: coder to documents; ``lengths``: document to characters. What one coder coded twice counts once.
    Raises ValueError for a coder given twice, too many coders, or a coding beyond the end of its document.
    """
    if len(set(coders)) != len(coders) or len(coders) > MOST_CODERS:
        raise ValueError(f"give different coders, {MOST_CODERS} at most")
    documents = common(finished, coders)
    rows = codings.of(np.isin(codings.document, documents) & np.isin(codings.coder, list(coders)))
    characters = sum(lengths[one] for one in documents)
    limit = np.array([lengths[one] for one in documents], np.int64)
    if (rows.end > limit[np.searchsorted(documents, rows.document)]).any():
        raise ValueError("a coding goes beyond the end of its document")
    return _cut(rows, tuple(coders), characters, int(limit.max(initial=0)) + 1)


def _cut(rows: Codings, coders: tuple[int, ...], characters: int, stride: int) -> Segments:
    """Lay every (code, document) behind the other on one line, ``stride`` apart, and cut it at every begin and end."""
    documents, document = dense(rows.document)
    pair = rows.code * max(1, len(documents)) + document
    pairs, place = dense(pair)
    start, end = place * stride + rows.start, place * stride + rows.end
    runs = [joined(start[rows.coder == one], end[rows.coder == one]) for one in coders]
    bounds = np.sort(np.concatenate([start[:0], *(one for run in runs for one in run)]))
    bounds = bounds[np.append(True, np.diff(bounds) > 0)[: len(bounds)]]
    who = np.zeros(max(0, len(bounds) - 1), np.int64)
    for bit, (starts, ends) in enumerate(runs):
        who |= covered(starts, ends, bounds[:-1]).astype(np.int64) << bit
    some = who > 0
    begins, stops = bounds[:-1][some], bounds[1:][some]
    of, first = pairs[begins // stride], begins // stride * stride
    code, document = np.divmod(of, max(1, len(documents)))
    return Segments(coders, characters, code, documents[document], begins - first, stops - first, who[some])
