"""Putting a code back that was taken out of view, with the passages it had."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.codes import hold_tree, name_is_free
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Code
from ownwords.inquiry.queries.codes import codes_in_view


@transaction.atomic
def restore_code(*, opened: OpenedStudy, code_id: UUID, version: int) -> Code:
    """Put a code back where it hung, or at the top where that code is out of view; last among those beside it.

    Raises:
        NotFound: not who codes, or it went into another code: undo that. StaleEdit. Refused: its name is taken there.
    """
    opened.needs(Need.CODE)
    hold_tree(opened)
    gone = Code.objects.filter(removed_at__isnull=False, merged_into_id__isnull=True)
    code = locked(opened, gone, code_id, version)
    before = state_of(code)
    there = codes_in_view(opened)
    if code.parent_id is not None and not there.filter(pk=code.parent_id).exists():
        code.parent_id = None
    name_is_free(opened, code)
    code.removed_at = None
    code.position = there.filter(parent_id=code.parent_id).count()
    doing = Doing(opened, "code_restored", code.name)
    doing.change(code, before)
    doing.keep()
    return code
