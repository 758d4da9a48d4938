"""Which codes each text has, in the order of analysis: what a plot of new codes is drawn from."""

from __future__ import annotations

from uuid import UUID

from ownwords.inquiry.method.queries.saturation import Session, Step, saturation
from ownwords.inquiry.models import Source
from ownwords.inquiry.queries.arrays_seen import Analysed
from ownwords.inquiry.queries.patience import patient


def new_codes(analysed: Analysed) -> tuple[list[Step], int]:
    """Return what each coded text brought that was new, and how many texts have no passage yet (two queries)."""
    texts = Source.objects.filter(study_id=analysed.study.id, removed_at__isnull=True)
    in_order = list(texts.order_by("position", "made_at", "id").values_list("id", "title"))
    with patient():
        met = set(analysed.codings.order_by().values_list("source_id", "code_id").distinct())
    codes: dict[UUID, set[UUID]] = {source: set() for source, _title in in_order}
    for source, code in met:
        codes[source].add(code)
    sessions = [Session(title, codes[source]) for source, title in in_order if codes[source]]
    return saturation(sessions), len(in_order) - len(sessions)
