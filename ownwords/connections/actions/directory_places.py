"""Taking in where postcode districts are. Nearby search needs nothing else, and nobody outside is asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection, transaction

from ownwords.connections.actions.directory_sql import PLACE_BY_DISTRICT
from ownwords.connections.method.places_table import District
from ownwords.connections.models import PostcodeDistrict


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of it: districts added and moved, and places that now stand in the middle of their district."""

    added: int
    moved: int
    places: int


@transaction.atomic
def keep_districts(*, districts: tuple[District, ...]) -> Placed:
    """Add districts and move those that lie elsewhere now; no district is taken away."""
    known = PostcodeDistrict.objects.in_bulk([one.district for one in districts])
    rows = [
        PostcodeDistrict(district=one.district, latitude=one.point.latitude, longitude=one.point.longitude)
        for one in districts
    ]
    moved = [
        row
        for row in rows
        if (was := known.get(row.district)) and (was.latitude, was.longitude) != (row.latitude, row.longitude)
    ]
    PostcodeDistrict.objects.bulk_create([row for row in rows if row.district not in known])
    PostcodeDistrict.objects.bulk_update(moved, ["latitude", "longitude"], batch_size=1_000)
    with connection.cursor() as cursor:
        cursor.execute(PLACE_BY_DISTRICT)
        return Placed(len(rows) - len(known), len(moved), cursor.rowcount)
