"""Which suggestions are open to somebody: proposed, of the present text, decided on by nobody whose work they see."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Study, Suggestion
from ownwords.inquiry.queries.sight import open_to_me, visible_codings


def ways_on(study: Study) -> list[str]:
    """Return by what a study lets passages be suggested: "rule", "meaning", both or nothing."""
    return [way for way in ("rule", "meaning") if getattr(study, f"suggests_by_{way}")]


def decided(opened: OpenedStudy) -> QuerySet[Suggestion]:
    """Return what was decided on suggestions and stands, as far as the viewer sees it.

    Accepted stands while its coding does. In a blind study, a decision is seen as the coding of that text is.
    """
    there = Coding.objects.filter(study_id=opened.study.id, pk=OuterRef("coding_id"))
    rows = Suggestion.objects.filter(study_id=opened.study.id, accepted__isnull=False)
    return rows.filter(Q(accepted=False) | Q(Exists(there)), open_to_me(opened, "source_id", "decided_by_id"))


def proposed(opened: OpenedStudy) -> QuerySet[Suggestion]:
    """Return every proposal for texts and codes in view, by what the study has switched on, whatever was decided."""
    return Suggestion.objects.filter(
        study_id=opened.study.id,
        accepted__isnull=True,
        by__in=ways_on(opened.study),
        source__removed_at__isnull=True,
        code__removed_at__isnull=True,
        code__holds_codings=True,
    )


def open_suggestions(opened: OpenedStudy) -> QuerySet[Suggestion]:
    """Return what is open to the viewer.

    Open is what stands in the present version of its text, where nobody whose work the viewer sees has coded any of
    the passage with that code, and on which none of them has decided.
    """
    laid = visible_codings(opened).filter(
        source_id=OuterRef("source_id"),
        code_id=OuterRef("code_id"),
        start__lt=OuterRef("end"),
        end__gt=OuterRef("start"),
    )
    same = {name: OuterRef(name) for name in ("source_id", "text_version", "start", "end", "code_id")}
    now = proposed(opened).filter(text_version=F("source__text_version"))
    return now.filter(~Exists(laid), ~Exists(decided(opened).filter(**same)))


def set_aside_by_somebody(opened: OpenedStudy) -> QuerySet[Suggestion]:
    """Return what the viewer sees was set aside, of the present texts."""
    aside = decided(opened).filter(
        accepted=False,
        source__removed_at__isnull=True,
        code__removed_at__isnull=True,
        by__in=ways_on(opened.study),
    )
    return aside.filter(text_version=F("source__text_version"))


def of_older_texts(opened: OpenedStudy, **which: UUID | None) -> int:
    """Count the proposals that are not shown because their text was corrected or struck since (one query)."""
    kept = {name: value for name, value in which.items() if value is not None}
    return proposed(opened).filter(**kept).exclude(text_version=F("source__text_version")).count()


def open_by(opened: OpenedStudy, column: str) -> dict[UUID, int]:
    """Return how many suggestions are open for each text ("source_id") or code ("code_id") (one query)."""
    rows = open_suggestions(opened).order_by().values(column).annotate(n=Count("id"))
    return dict(rows.values_list(column, "n"))


def open_in_text(opened: OpenedStudy, source_id: UUID) -> int:
    """Return how many are open for one text; no question where the study has them switched off."""
    if not ways_on(opened.study):
        return 0
    return open_suggestions(opened).filter(source_id=source_id).count()
