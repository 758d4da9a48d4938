"""Agreement of coders, code by code, over the texts that all of them have finished. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from ownwords.inquiry.method.agreement.passages.by_code import CodeTable, by_code
from ownwords.inquiry.method.agreement.passages.coefficients import Overall, coefficient, overall
from ownwords.inquiry.method.agreement.passages.segments import Segments, segments
from ownwords.inquiry.method.agreement.result import Result
from ownwords.inquiry.method.agreement.unitizing import alpha_u_1995, end_to_end
from ownwords.inquiry.queries.agreement_texts import Comparable
from ownwords.inquiry.queries.arrays import Corpus, corpus, lengths_of
from ownwords.inquiry.queries.arrays_codes import Choice, codes_meant
from ownwords.inquiry.queries.arrays_seen import Analysed


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Coders compared over the texts in common: ``cuts`` and ``tables`` by number of code, ``found`` says which."""

    coders: tuple[UUID, ...]
    found: Corpus
    cuts: Segments
    tables: tuple[CodeTable, ...]
    texts: dict[int, int]
    apart: dict[int, int]

    def code_of(self, table: CodeTable) -> UUID:
        """Return the code that a table is about."""
        assert table.code is not None  # noqa: S101  (only summed tables have none)
        return self.found.codes[table.code]


def measures_for(coders: int) -> tuple[str, ...]:
    """Return what is shown of each code: Cohen's kappa for two coders, Fleiss' for more."""
    return ("percent", "cohen" if coders == 2 else "fleiss", "krippendorff-nominal", "gwet-ac1")


def compared(
    analysed: Analysed, who: Comparable, coders: Sequence[UUID], choice: Choice, *, with_ids: bool = False
) -> Compared:
    """Compare coders. Codes that none of them used in these texts have no table."""
    codes = codes_meant(analysed.study, choice)
    found = corpus(analysed, codes=codes, coders=coders, with_ids=with_ids)
    number = {one: place for place, one in enumerate(found.sources)}
    common = {number[one] for one in who.common(coders) if one in number}
    lengths = {one: size for one, size in lengths_of(analysed.study, found.sources).items() if one in common}
    # A coder without any coding has no number yet, and counts as one who found nothing.
    known = {one: place for place, one in enumerate(found.coders)}
    numbers = [known.get(one, len(known) + extra) for extra, one in enumerate(coders)]
    cuts = segments(found.codings, numbers, dict.fromkeys(numbers, common), lengths)
    whole = (1 << len(coders)) - 1
    code, count = np.unique(cuts.code[cuts.who != whole], return_counts=True)
    apart = dict(zip(code.tolist(), count.tolist(), strict=True))
    return Compared(tuple(coders), found, cuts, tuple(by_code(cuts)), lengths, apart)


def most_apart_first(of: Compared) -> list[CodeTable]:
    """Return the tables, those with the most passages to talk about first."""
    return sorted(of.tables, key=lambda one: (-of.apart.get(one.code or 0, 0), -one.coded))


def of_code(of: Compared, table: CodeTable) -> list[Result]:
    """Return what is shown of one code, alpha-u last."""
    return [*(coefficient(table, one) for one in measures_for(len(of.coders))), alpha_u(of, table)]


def over_all(of: Compared) -> list[Overall]:
    """Return the mean over codes and the pooled value of each measure."""
    return [overall(of.tables, one, len(of.coders)) for one in measures_for(len(of.coders))]


def alpha_u(of: Compared, table: CodeTable) -> Result:
    """Return alpha-u in its form of 1995 of one code, the texts laid end to end."""
    rows = of.found.codings.of(of.found.codings.code == table.code)
    places = {coder: place for place, coder in enumerate(of.cuts.coders)}
    spans: dict[int, list[list[tuple[int, int]]]] = {one: [[] for _ in places] for one in of.texts}
    columns = (rows.document, rows.coder, rows.start, rows.end)
    for document, coder, start, end in zip(*(one.tolist() for one in columns), strict=True):
        if document in spans:
            spans[document][places[coder]].append((start, end))
    laid, length = end_to_end([(of.texts[one], each) for one, each in spans.items()], len(places))
    return alpha_u_1995(laid, length)
