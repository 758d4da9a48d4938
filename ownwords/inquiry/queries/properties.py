"""Properties of categories, with how many incidents the viewer sees of each."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Category, Property
from ownwords.inquiry.queries.incidents import visible_incidents
from ownwords.people.access import NotFound


def properties_in_view(opened: OpenedStudy) -> QuerySet[Property]:
    """Return the properties of the study's categories, in order; none of a category that is out of view."""
    found = Property.objects.filter(
        study_id=opened.study.id, removed_at__isnull=True, category__removed_at__isnull=True
    )
    return found.select_related("category__code").order_by("position", "id")


def properties_of(opened: OpenedStudy, category: Category) -> list[tuple[Property, int, int]]:
    """Return (property, its incidents, those of them that are placed) of a category (two queries)."""
    found = list(properties_in_view(opened).filter(category_id=category.id))
    rows = visible_incidents(opened).filter(property_id__in=[one.id for one in found])
    counted = rows.order_by().values("property_id").annotate(n=Count("id"), placed=Count("place"))
    known = {row["property_id"]: (row["n"], row["placed"]) for row in counted}
    return [(one, *known.get(one.id, (0, 0))) for one in found]


def open_property(opened: OpenedStudy, property_id: UUID) -> Property:
    """Return one property. Raises NotFound."""
    found = properties_in_view(opened).filter(pk=property_id).first()
    if found is None:
        raise NotFound
    return found
