"""A form of a study that is sent twice keeps one row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models.parts import InStudy
from ownwords.people.actions.sent_again import sent_before

Row = TypeVar("Row", bound=InStudy)


def kept_once(
    opened: OpenedStudy,
    model: type[Row],
    submission: UUID | None,
    keep: Callable[[], Row],
    said: Callable[[Row], bool],
) -> Row:
    """Run `keep` in a transaction of its own; return the row, or the one that the same form has kept before.

    Args:
        said: whether a row that was kept before says what is sent now.

    Raises:
        Refused: the form was used before for something else.
    """
    try:
        with transaction.atomic():
            return keep()
    except IntegrityError:
        rows = model._default_manager.filter(study_id=opened.study.id, submission=submission)
        before = rows.first() if submission else None
        if before is None:
            raise
        if not said(before):
            raise sent_before() from None
        return before
