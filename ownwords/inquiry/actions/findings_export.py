"""Taking the chain from findings to places out of a study as a table. That it was done is kept."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.taking import note_taken
from ownwords.inquiry.method.finding_rows import as_csv
from ownwords.inquiry.queries.finding_places import chain_rows
from ownwords.people.refusals import Refused


@transaction.atomic
def export_chain(*, opened: OpenedStudy) -> bytes:
    """Return the chain as a table (CSV). Raises Refused: there is no finding yet."""
    rows = list(chain_rows(opened))
    if not rows:
        raise Refused({"": _("There is no finding yet, so there is nothing to take away.")})
    note_taken(opened.study, opened.signature, "findings", "csv")
    return as_csv(rows)
