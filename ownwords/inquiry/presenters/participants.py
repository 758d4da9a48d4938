"""Participants by attributes, as the table of the page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import AgreedTo, Attribute, AttributeKind, Participant
from ownwords.inquiry.queries.consents import holding
from ownwords.inquiry.queries.participants import values_of


@dataclass(frozen=True, slots=True)
class Row:
    """One participant in the table: values in the order of the attributes, "" where not stated."""

    participant: Participant
    values: list[str]
    quoting: bool | None


def rows_of(opened: OpenedStudy, people: Sequence[Participant], attributes: Sequence[Attribute]) -> list[Row]:
    """Return the rows of the table (two queries)."""
    ids = [one.id for one in people]
    values, quoting = values_of(opened, ids), holding(opened.study, AgreedTo.QUOTING, ids)
    return [
        Row(
            one, [worded(of, values.get(one.id, {}).get(of.id, "")) for of in attributes], quoting.get(one.id)
        )
        for one in people
    ]


def described_by(
    opened: OpenedStudy, participant_id: UUID, attributes: Sequence[Attribute]
) -> list[tuple[str, str]]:
    """Return (attribute, value in words) of one participant, "" where not stated (one query)."""
    values = values_of(opened, [participant_id]).get(participant_id, {})
    return [(of.name, worded(of, values.get(of.id, ""))) for of in attributes]


def worded(attribute: Attribute, value: str) -> str:
    """Return a value as a page shows it: a day in words, yes or no; anything else as it stands."""
    if attribute.kind == AttributeKind.YES_NO:
        return {"yes": _("yes"), "no": _("no")}.get(value, value)
    if attribute.kind == AttributeKind.DAY and value:
        return str(date_format(date.fromisoformat(value), "j F Y"))
    return value
