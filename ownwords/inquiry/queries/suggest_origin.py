"""One suggestion: whether it is of this study, and where a coding came from (inquiry 9)."""

from __future__ import annotations

from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Suggestion
from ownwords.inquiry.queries.suggest_open import decided
from ownwords.people.access import NotFound


def origin_of(opened: OpenedStudy, coding: Coding) -> Suggestion | None:
    """Return the suggestion that a coding was made of, None for any other; asks only where it says that it was."""
    if coding.how not in ("rule", "meaning"):
        return None
    rows = decided(opened).filter(coding_id=coding.id, accepted=True)
    return rows.select_related("decided_by", "asked_by", "code").first()


def known(opened: OpenedStudy, proposal_id: UUID) -> UUID:
    """Return the id of what was proposed or decided in this study. Raises NotFound: nothing such that is seen."""
    proposals = Suggestion.objects.filter(study_id=opened.study.id, accepted__isnull=True)
    if not any(rows.filter(pk=proposal_id).exists() for rows in (proposals, decided(opened))):
        raise NotFound
    return proposal_id
