"""The codings of a study that count, as arrays of small whole numbers: what every analysis starts from. Loads numpy."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import F

from ownwords.inquiry.method.queries.codings import Codings
from ownwords.inquiry.method.queries.turns import Turns
from ownwords.inquiry.models import Source, Study, Turn
from ownwords.inquiry.queries import packed
from ownwords.inquiry.queries.arrays_seen import Analysed
from ownwords.inquiry.queries.patience import patient


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Codings with what their numbers stand for: ``codes``, ``sources`` (in the order of analysis) and ``coders``.

    ``ids``: the key of each coding where they were asked for, else none.
    """

    codings: Codings
    codes: tuple[UUID, ...]
    sources: tuple[UUID, ...]
    coders: tuple[UUID, ...]
    ids: Any = None

    def id_of(self, place: int) -> UUID:
        """Return the id of the coding at a place."""
        return packed.id_at(self.ids, place)


def corpus(
    analysed: Analysed,
    *,
    codes: Collection[UUID] | None = None,
    coders: Collection[UUID] | None = None,
    with_ids: bool = False,
) -> Corpus:
    """Return the codings, of some codes and coders only where these are given (two queries)."""
    rows = analysed.codings
    if codes is not None:
        rows = rows.filter(code_id__in=codes)
    if coders is not None:
        rows = rows.filter(coder_id__in=coders)
    with patient():
        ids = ("code_id", "source_id", "coder_id", *(("id",) if with_ids else ()))
        sent = packed.columns(rows, whole=("start", "end"), ids=ids)
    sources = sources_in_order(analysed.study)
    known = {name: packed.different(sent[name]) for name in ("code_id", "coder_id")}
    code, coder = (packed.numbered(sent[name], known[name]) for name in known)
    source = packed.numbered(sent["source_id"], sources)
    found = Codings(code, source, sent["start"], sent["end"], coder)
    return Corpus(found, known["code_id"], sources, known["coder_id"], sent.get("id"))


def sources_in_order(study: Study) -> tuple[UUID, ...]:
    """Return the texts in view in the order in which they are analysed (one query)."""
    found = Source.objects.filter(study_id=study.id, removed_at__isnull=True)
    return tuple(found.order_by("position", "made_at", "id").values_list("id", flat=True))


def lengths_of(study: Study, sources: Collection[UUID]) -> dict[int, int]:
    """Return the length in code points of each text, by its number (one query)."""
    found = dict(Source.objects.filter(study_id=study.id).values_list("id", "length"))
    return {number: found[one] for number, one in enumerate(sources)}


def turns_of(study: Study, sources: tuple[UUID, ...]) -> Turns:
    """Return the turns of the texts; a text without any is one turn from end to end (two queries)."""
    rows = Turn.objects.filter(study_id=study.id, source__removed_at__isnull=True, start__lt=F("end"))
    with patient():
        sent = packed.columns(rows, whole=("start", "end"), ids=("source_id",))
    document = packed.numbered(sent["source_id"], sources)
    bare = sorted(set(range(len(sources))) - set(np.unique(document).tolist()))
    lengths = lengths_of(study, sources)
    whole = np.array([one for one in bare if lengths[one]], np.int64)
    ends = np.array([lengths[one] for one in whole.tolist()], np.int64)
    return Turns(
        np.concatenate([document, whole]),
        np.concatenate([sent["start"], np.zeros_like(ends)]),
        np.concatenate([sent["end"], ends]),
    )
