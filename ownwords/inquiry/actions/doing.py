"""Doing something in a study: the rows it touches are written and kept as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.utils import timezone

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.rows import removable, state_of, table_of
from ownwords.inquiry.models import Coding, Source, StudyStep
from ownwords.people.access import NotFound
from ownwords.people.refusals import StaleEdit

Row = TypeVar("Row", bound=models.Model)


class Doing:
    """One thing that somebody does in a study. Used inside one transaction; `keep` ends it.

    Args:
        did: which action, in one word of `presenters.steps`.
        about: what it was about, in a few words of the study's own: never words of a participant.
    """

    def __init__(self, opened: OpenedStudy, did: str, about: str = "", *, need: Need = Need.CODE) -> None:
        opened.needs(need)
        self.opened, self.did, self.about = opened, did, about[:400]
        self.changes: list[dict[str, Any]] = []
        self._texts: dict[UUID, int] = {}

    def make(self, row: models.Model) -> None:
        """Keep a new row."""
        row.save(force_insert=True)
        self._note(row, None, state_of(row))

    def make_many(self, rows: Sequence[models.Model]) -> None:
        """Keep many new rows of one kind."""
        if not rows:
            return
        type(rows[0])._default_manager.bulk_create(rows, batch_size=2000)
        for row in rows:
            self._note(row, None, state_of(row))

    def change(self, row: models.Model, before: dict[str, Any]) -> bool:
        """Keep a row that says something else now; return whether it does."""
        if state_of(row) == before:
            return False
        touch(row, self.opened.me)
        row.save()
        self._note(row, before, state_of(row))
        return True

    def take_away(self, row: models.Model) -> None:
        """Take a row out of view, or away where rows of its kind are not put out of view."""
        before = state_of(row)
        if removable(type(row)):
            row.removed_at = timezone.now()  # type: ignore[attr-defined]
            self.change(row, before)
            return
        self._note(row, before, None)
        row.delete()

    def set_column(
        self, model: type[models.Model], table: str, ids: Iterable[UUID], column: str, before: Any, after: Any
    ) -> None:
        """Change one column of many rows from one value to another; nobody's list grows with them."""
        ids = list(ids)
        if not ids:
            return
        model._default_manager.filter(pk__in=ids, **{column: before}).update(
            **{column: after}, changed_at=timezone.now(), changed_by_id=self.opened.me
        )
        plain = [str(one) for one in ids]
        self.changes.append(
            {"table": table, "ids": plain, "column": column, "before": str(before), "after": str(after)}
        )

    def keep(self) -> StudyStep | None:
        """Keep the step; what the same person has undone before can be redone no more. None when nothing changed."""
        if not self.changes:
            return None
        mine = StudyStep.objects.filter(study_id=self.opened.study.id, account_id=self.opened.me)
        mine.filter(undone_at__isnull=False, open_to_redo=True).update(open_to_redo=False)
        return StudyStep.objects.create(
            study_id=self.opened.study.id,
            account_id=self.opened.me,
            did=self.did,
            about=self.about,
            changes=self.changes,
        )

    def _note(self, row: models.Model, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        kept: dict[str, Any] = {"table": table_of(row), "id": str(row.pk), "before": before, "after": after}
        if isinstance(row, Coding):
            kept["text"] = self._text_version(row.source_id)
        self.changes.append(kept)

    def _text_version(self, source_id: UUID) -> int:
        """Return the version of the text by which a coding's places count, so that they come back to no other."""
        if source_id not in self._texts:
            versions = Source.objects.filter(pk=source_id).values_list("text_version", flat=True)
            self._texts[source_id] = versions.get()
        return self._texts[source_id]


def touch(row: Any, who: UUID | None) -> None:
    """Say in a row who changed it, and when; its next version where it has one."""
    row.changed_at, row.changed_by_id = timezone.now(), who
    if hasattr(row, "version"):
        row.version += 1


def locked(opened: OpenedStudy, rows: models.QuerySet[Row], row_id: UUID, version: int | None) -> Row:
    """Return one row of the study, locked for this transaction, if it is still the version that was seen.

    Raises:
        NotFound: no such row in this study. StaleEdit: somebody else saved it since.
    """
    row = rows.filter(study_id=opened.study.id).select_for_update(of=("self",)).filter(pk=row_id).first()
    if row is None:
        raise NotFound
    if version is not None and row.version != version:  # type: ignore[attr-defined]
        raise StaleEdit(row)
    return row
