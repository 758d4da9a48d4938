"""What may leave a study: what a member sees of it, or all that counts, for whoever runs the service."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import ChartCell, Coding, Memo, Study
from ownwords.inquiry.queries.chart_sight import visible_cells
from ownwords.inquiry.queries.sight import codings_that_count, visible_codings, visible_memos
from ownwords.people.viewer import seen_by


@dataclass(frozen=True, slots=True)
class Scope:
    """A study with the codings and memos that may go out of it.

    ``cells``: the summaries of charts that may go out, None for all.
    ``asked`` surrounds each question to the database that is put after the page's own transaction has ended.
    """

    study: Study
    codings: QuerySet[Coding]
    memos: QuerySet[Memo]
    asked: Callable[[], AbstractContextManager[None]] = nullcontext
    cells: QuerySet[ChartCell] | None = None


def what_is_seen(opened: OpenedStudy) -> Scope:
    """Return what a member sees: in a blind study, not others' codings of a text before both have finished it."""
    memos = visible_memos(opened).filter(removed_at__isnull=True)
    account, role = opened.me, opened.viewer.role
    return Scope(
        opened.study,
        visible_codings(opened),
        memos,
        lambda: seen_by(account, role),
        visible_cells(opened),
    )


def everything_in(study: Study) -> Scope:
    """Return all that counts in a study."""
    return Scope(
        study, codings_that_count(study), Memo.objects.filter(study_id=study.id, removed_at__isnull=True)
    )
