"""Relations between categories that are in view."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Category, Relation
from ownwords.people.access import NotFound


def relations_of(opened: OpenedStudy, category: Category | None = None) -> QuerySet[Relation]:
    """Return the relations of the study, or those of one category, in the order in which they were made."""
    found = Relation.objects.filter(
        study_id=opened.study.id,
        removed_at__isnull=True,
        of__removed_at__isnull=True,
        to__removed_at__isnull=True,
    )
    if category is not None:
        found = found.filter(Q(of_id=category.id) | Q(to_id=category.id))
    return found.select_related("of__code", "to__code").order_by("id")


def open_relation(opened: OpenedStudy, relation_id: UUID) -> Relation:
    """Return one relation. Raises NotFound."""
    found = relations_of(opened).filter(pk=relation_id).first()
    if found is None:
        raise NotFound
    return found
