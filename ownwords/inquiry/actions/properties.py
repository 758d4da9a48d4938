"""Properties of a category, each with a dimension from one pole to the other. Each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Property
from ownwords.inquiry.queries.categories import open_category
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_NAME, MOST_POLE = 200, 120


@dataclass(frozen=True, slots=True)
class Ranged:
    """What a property is called, and the two poles of its dimension."""

    name: str
    from_pole: str
    to_pole: str

    def put_into(self, row: Property) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        for field, most in (("name", MOST_NAME), ("from_pole", MOST_POLE), ("to_pole", MOST_POLE)):
            words = rules.own_words(getattr(self, field), field=field, most=most)
            setattr(row, field, " ".join(words.split()))
        if row.from_pole.casefold() == row.to_pole.casefold():
            raise Refused({"to_pole": _("A dimension has two ends that differ.")})


def add_property(
    *, opened: OpenedStudy, category_id: UUID, ranged: Ranged, submission: UUID | None = None
) -> Property:
    """Add a property to a category, last of its properties. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    category = open_category(opened, category_id)
    row = Property(study=opened.study, made_by_id=opened.me, category_id=category.id, submission=submission)
    ranged.put_into(row)

    def keep() -> Property:
        row.position = Property.objects.filter(category_id=category.id, removed_at__isnull=True).count()
        doing = Doing(opened, "property_made", row.name)
        doing.make(row)
        doing.keep()
        return row

    return kept_once(opened, Property, submission, keep, lambda before: before.name == row.name)


@transaction.atomic
def change_property(*, opened: OpenedStudy, property_id: UUID, version: int, ranged: Ranged) -> Property:
    """Call a property or its poles otherwise; incidents keep their places. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    row = locked_property(opened, property_id, version)
    before = state_of(row)
    ranged.put_into(row)
    doing = Doing(opened, "property_changed", row.name)
    doing.change(row, before)
    doing.keep()
    return row


@transaction.atomic
def remove_property(*, opened: OpenedStudy, property_id: UUID, version: int) -> Property:
    """Take a property out of view, its incidents with it. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    row = locked_property(opened, property_id, version)
    doing = Doing(opened, "property_removed", row.name)
    doing.take_away(row)
    doing.keep()
    return row


def locked_property(opened: OpenedStudy, property_id: UUID, version: int | None) -> Property:
    """Return one property of a category in view, locked. Raises NotFound, StaleEdit."""
    rows = Property.objects.filter(removed_at__isnull=True, category__removed_at__isnull=True)
    return locked(opened, rows, property_id, version)
