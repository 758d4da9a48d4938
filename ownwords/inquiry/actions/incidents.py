"""Incidents: a passage of a category's codes placed on the dimension of a property. Each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.properties import locked_property
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Incident
from ownwords.inquiry.queries.categories import codes_under
from ownwords.inquiry.queries.incidents import visible_incidents
from ownwords.inquiry.queries.passages import open_coding
from ownwords.people import rules
from ownwords.people.refusals import Refused

FURTHEST, MOST_NOTE = 100, 5_000


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a passage lies, from 0 (the first pole) to 100 (the other); None: left unplaced."""

    place: int | None = None
    note: str = ""

    def put_into(self, incident: Incident) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        if self.place is not None and not 0 <= self.place <= FURTHEST:
            raise Refused({"place": _("Give a whole number from 0 to 100, or leave it empty.")})
        incident.place = self.place
        incident.note = rules.own_words(self.note, field="note", needed=False, most=MOST_NOTE)


@transaction.atomic
def add_incident(
    *, opened: OpenedStudy, property_id: UUID, coding_id: UUID, placed: Placed, submission: UUID | None = None
) -> Incident:
    """Take a passage as an incident of a property.

    Raises:
        NotFound: no such property, or no such passage that the viewer sees. Refused: it is not of the category's codes,
        or is an incident of this property already, or something does not fit.
    """
    opened.needs(Need.CODE)
    of = locked_property(opened, property_id, None)
    coding = open_coding(opened, coding_id)
    if coding.code_id not in {one.id for one in codes_under(opened, of.category)}:
        raise Refused({"": _("This passage has none of the codes of this category.")})
    # The lock on the property lets one at a time come here, so what is there is seen.
    there = Incident.objects.filter(property_id=of.id, coding_id=coding.id).first()
    if there is not None and (submission is None or there.submission != submission):
        raise Refused({"": _("This passage is an incident of this property already.")})
    row = Incident(
        study=opened.study, made_by_id=opened.me, property=of, coding=coding, submission=submission
    )
    placed.put_into(row)

    def keep() -> Incident:
        doing = Doing(opened, "incident_placed", of.name)
        doing.make(row)
        doing.keep()
        return row

    return kept_once(opened, Incident, submission, keep, lambda before: before.place == row.place)


@transaction.atomic
def change_incident(*, opened: OpenedStudy, incident_id: UUID, version: int, placed: Placed) -> Incident:
    """Place an incident otherwise, or say more of it. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    row = _locked(opened, incident_id, version)
    before = state_of(row)
    placed.put_into(row)
    doing = Doing(opened, "incident_moved", row.property.name)
    doing.change(row, before)
    doing.keep()
    return row


@transaction.atomic
def remove_incident(*, opened: OpenedStudy, incident_id: UUID, version: int) -> Incident:
    """Take a passage off a property; the passage and its code stay. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    row = _locked(opened, incident_id, version)
    doing = Doing(opened, "incident_removed", row.property.name)
    doing.take_away(row)
    doing.keep()
    return row


def _locked(opened: OpenedStudy, incident_id: UUID, version: int) -> Incident:
    rows = visible_incidents(opened).filter(
        property__removed_at__isnull=True, property__category__removed_at__isnull=True
    )
    return locked(opened, rows.select_related("property"), incident_id, version)
