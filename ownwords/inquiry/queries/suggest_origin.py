"""Where a coding came from: who accepted it, when, and what had suggested it (inquiry 9)."""

from __future__ import annotations

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Suggestion
from ownwords.inquiry.queries.suggest_open import decided


def origin_of(opened: OpenedStudy, coding: Coding) -> Suggestion | None:
    """Return the suggestion that a coding was made of, None for any other; asks only where it says that it was."""
    if coding.how not in ("rule", "meaning"):
        return None
    rows = decided(opened).filter(coding_id=coding.id, accepted=True)
    return rows.select_related("decided_by", "asked_by", "code").first()
