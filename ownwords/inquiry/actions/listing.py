"""Lists of a whole study for whoever runs the service; that passages were taken out is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ownwords.inquiry.models import Study
from ownwords.inquiry.queries import listing
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb

OPERATOR = "operator"


def list_as_operator(*, study: Study, what: str) -> Iterator[dict[str, Any]]:
    """Return the "documents", "codes" or "codings" of a study as plain values, in order. KeyError for anything else."""
    rows = {"documents": listing.documents, "codes": listing.codes, "codings": listing.codings}[what]
    if what == "codings":
        note_act(
            verb=Verb.STUDY_EXPORTED, actor_id=None, role=OPERATOR, thing=Ref("study", study.id),
            after={"what": "passages", "form": "list"},
        )  # fmt: skip
    return rows(study)
