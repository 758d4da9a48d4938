"""The codebook as files take it, of today or of a past day; the same for a member's page and for the command line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.codebook_files.entries import Codebook, Line
from ownwords.inquiry.method.refi.model.definition import Definition
from ownwords.inquiry.models import Code, CodeOrigin, Study
from ownwords.inquiry.queries.code_history import end_of
from ownwords.inquiry.queries.codes import Shown, as_tree, codebook, codebook_at
from ownwords.inquiry.queries.counts import counted_by
from ownwords.inquiry.queries.sight import codings_that_count


def codebook_to_take(opened: OpenedStudy, on: date | None) -> Codebook:
    """Return the codebook of a past day, or of today with the passages that the viewer sees counted."""
    if on is None:
        return _codebook(opened.study, timezone.localdate(), codebook(opened))
    return _codebook(opened.study, on, codebook_at(opened.study.id, end_of(on)))


def codebook_of_study(study: Study, on: date | None) -> Codebook:
    """Return the same for whoever runs the service: today's with all passages counted."""
    if on is not None:
        return _codebook(study, on, codebook_at(study.id, end_of(on)))
    counts = counted_by(codings_that_count(study), "code_id")
    codes = Code.objects.filter(study_id=study.id, removed_at__isnull=True)
    return _codebook(study, timezone.localdate(), as_tree(codes, counts))


def studies_called(named: str) -> list[Study]:
    """Return the study of this id, or the studies of exactly this title, for whoever runs the service."""
    try:
        found = Study.objects.filter(pk=UUID(named))
    except ValueError:
        found = Study.objects.filter(title=named)
    return list(found.order_by("made_at", "id"))


def _codebook(study: Study, on: date, shown: Sequence[Shown]) -> Codebook:
    return Codebook(study.title, on, tuple(_line(one) for one in shown))


def _line(one: Shown) -> Line:
    code = one.code
    origin = str(CodeOrigin(code.origin).label) if code.origin in CodeOrigin.values else code.origin
    said = Definition(code.definition, code.use_when, code.not_when, code.example)
    return Line(code.guid, code.name, one.depth, said, code.colour, origin, code.holds_codings, one.passages)
