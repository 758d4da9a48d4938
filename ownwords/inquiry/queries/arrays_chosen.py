"""The codings that a choice of codes and coders names. Loads numpy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ownwords.inquiry.queries.arrays import Corpus, corpus
from ownwords.inquiry.queries.arrays_codes import Choice, codes_meant
from ownwords.inquiry.queries.arrays_seen import Analysed


def chosen_corpus(analysed: Analysed, choice: Choice) -> Corpus:
    """Return the codings that a choice names."""
    coders = None if choice.coder is None else [choice.coder]
    found = corpus(analysed, codes=codes_meant(analysed.study, choice), coders=coders)
    return found if choice.most is None else most_used(found, choice.most)


def most_used(found: Corpus, most: int) -> Corpus:
    """Return the codings of so many of the codes with the most codings."""
    counts = np.bincount(found.codings.code, minlength=len(found.codes))
    if len(counts) <= most:
        return found
    kept = np.argsort(-counts, kind="stable")[:most]
    return replace(found, codings=found.codings.of(np.isin(found.codings.code, kept)))
