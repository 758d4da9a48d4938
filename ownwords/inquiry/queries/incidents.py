"""Incidents: coded passages on the dimension of a property, as somebody sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Incident, Property
from ownwords.inquiry.queries.passages import Quotation, quotations_of
from ownwords.inquiry.queries.sight import open_to_me
from ownwords.people.access import NotFound

MOST = 300


@dataclass(frozen=True, slots=True)
class Shown:
    """An incident with its passage; None: its words were struck out, or withdrawn, or are out of view."""

    incident: Incident
    quotation: Quotation | None


def visible_incidents(opened: OpenedStudy) -> QuerySet[Incident]:
    """Return the incidents whose passage is not hidden from the viewer by blind coding."""
    seen = Coding.objects.filter(study_id=opened.study.id, id=OuterRef("coding_id"))
    return Incident.objects.filter(
        Exists(seen.filter(open_to_me(opened, "source_id", "coder_id"))), study_id=opened.study.id
    )


def placed_on(opened: OpenedStudy, of: Property) -> set[UUID]:
    """Return the codings that are incidents of a property, of those that the viewer sees (one query)."""
    return set(visible_incidents(opened).filter(property_id=of.id).values_list("coding_id", flat=True))


def incidents_of(opened: OpenedStudy, of: Property) -> list[Shown]:
    """Return up to three hundred incidents of a property in the order of the dimension, unplaced ones last."""
    rows = visible_incidents(opened).filter(property_id=of.id)
    found = list(rows.select_related("made_by").order_by(F("place").asc(nulls_last=True), "id")[:MOST])
    return with_words(opened, found)


def with_words(opened: OpenedStudy, found: Sequence[Incident]) -> list[Shown]:
    """Return incidents with their passages (two queries)."""
    words = quotations_of(opened, {one.coding_id for one in found})
    return [Shown(one, words.get(one.coding_id)) for one in found]


def open_incident(opened: OpenedStudy, incident_id: UUID) -> Incident:
    """Return one incident that the viewer sees. Raises NotFound."""
    rows = visible_incidents(opened).filter(
        property__removed_at__isnull=True, property__category__removed_at__isnull=True
    )
    found = rows.filter(pk=incident_id).select_related("property__category__code", "made_by").first()
    if found is None:
        raise NotFound
    return found
