"""Versions of a text: the next one is kept, and every passage and turn follows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol
from uuid import UUID

from django.db import connection
from django.db.models import Max

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import touch
from ownwords.inquiry.method.text.spans import Moved, Span
from ownwords.inquiry.models import Source, SourceText, Study
from ownwords.people.access import NotFound


class Hand(Protocol):
    """Who changes a text of a study: somebody who works in it, or a participant, who has no account here."""

    @property
    def study(self) -> Study:
        """Return the study."""

    @property
    def me(self) -> UUID | None:
        """Return the account that does it, None for a participant."""


def locked_source(opened: OpenedStudy, source_id: UUID, *, in_view: bool = True) -> Source:
    """Return a text, locked: nobody codes in it while it changes. Raises NotFound."""
    rows = Source.objects.filter(study_id=opened.study.id)
    rows = rows.filter(removed_at__isnull=True) if in_view else rows
    source = rows.select_for_update(of=("self",)).filter(pk=source_id).first()
    if source is None:
        raise NotFound
    return source


def version_of(source: Source, number: int | None = None) -> SourceText:
    """Return one version of a text, the present one when no number is given. Raises NotFound."""
    found = SourceText.objects.filter(source=source, number=number or source.text_version).first()
    if found is None:
        raise NotFound
    return found


def next_version(opened: Hand, source: Source, words: str, pages: Sequence[int], why: str = "") -> SourceText:
    """Keep the next version of a text and make it the present one. The source itself is not saved yet."""
    last = SourceText.objects.filter(source=source).aggregate(last=Max("number"))["last"] or 0
    kept = SourceText.objects.create(
        study_id=source.study_id, source=source, number=last + 1, words=words, pages=list(pages), why=why,
        made_by_id=opened.me,
    )  # fmt: skip
    source.text_version, source.length = kept.number, len(words)
    touch(source, opened.me)
    return kept


def spans_of(source: Source) -> list[Span]:
    """Return where every coding of a text stands, those too that blind coding hides; the key is the coding's id."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coding_id, starts_at, ends_at FROM ownwords_coding_spans(%s)", [source.id])
        return [Span(start, end, coding) for coding, start, end in cursor.fetchall()]


def move_codings(source: Source, moved: Iterable[Moved]) -> None:
    """Set codings where they stand now."""
    rows = [
        (one.now.key, one.now.start, one.now.end)
        for one in moved
        if (one.was.start, one.was.end) != (one.now.start, one.now.end)
    ]
    if rows:
        ids, starts, ends = (list(column) for column in zip(*rows, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT ownwords_move_codings(%s, %s::uuid[], %s::int[], %s::int[])",
                [source.id, ids, starts, ends],
            )
