"""Lists of a whole study for whoever runs the service; that passages were taken out is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ownwords.inquiry.access import OPERATOR
from ownwords.inquiry.actions.taking import note_taken
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries import listing


def list_as_operator(*, study: Study, what: str) -> Iterator[dict[str, Any]]:
    """Return the "documents", "codes" or "codings" of a study as plain values, in order. KeyError for anything else."""
    rows = {"documents": listing.documents, "codes": listing.codes, "codings": listing.codings}[what]
    if what == "codings":
        note_taken(study, OPERATOR, "passages", "list")
    return rows(study)
