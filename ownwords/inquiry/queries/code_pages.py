"""One code of a study, as its pages open it."""

from __future__ import annotations

from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.people.access import NotFound


def code_in_view(opened: OpenedStudy, code_id: UUID) -> Code:
    """Return a code that is not out of view. Raises NotFound."""
    return _there(codes_in_view(opened).filter(pk=code_id).first())


def any_code(opened: OpenedStudy, code_id: UUID) -> Code:
    """Return a code, also one out of view. Raises NotFound."""
    return _there(Code.objects.filter(study_id=opened.study.id, pk=code_id).first())


def _there(found: Code | None) -> Code:
    if found is None:
        raise NotFound
    return found


def codes_out_of_view(opened: OpenedStudy) -> list[Code]:
    """Return the codes taken out of view, by name; not those that went into another one (one query)."""
    rows = Code.objects.filter(
        study_id=opened.study.id, removed_at__isnull=False, merged_into_id__isnull=True
    )
    return list(rows.order_by("folded", "id"))
