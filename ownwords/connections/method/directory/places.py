"""Where a service is: locations, addresses, what a place says about getting in; nothing exact of a sensitive one."""

from __future__ import annotations

from typing import Any

from ownwords.connections.method.directory.fields import Part
from ownwords.connections.method.directory.model import Access, Address, Location, Phone
from ownwords.connections.method.directory.remarks import Weight
from ownwords.connections.method.directory.schedules import read_schedule
from ownwords.connections.method.directory.text import MOST_TEXT, is_phone
from ownwords.connections.method.places import district_of

KINDS = ("physical", "postal", "virtual")
FLAGS = frozenset(
    {
        "confidential",
        "is_confidential",
        "address_confidential",
        "confidential_address",
        "sensitive",
        "is_sensitive",
        "address_hidden",
        "mask_exact_address",
    }
)
"""Names under which feeds say that an address must not be shown. The formats have none (connecting 3.3)."""
_WITHHELD = ("confidential", "withheld", "not disclosed", "undisclosed", "refuge")
_KNOWN = FLAGS | frozenset(
    """id service_id location_id organization_id service_at_location_id attributes metadata contacts languages
    alternate_name location_type name description transportation latitude longitude url external_identifier
    external_identifier_type addresses accessibility schedules phones""".split()
)


def is_flagged(content: dict[str, Any]) -> bool:
    """Whether an object says of itself that it is confidential."""
    if FLAGS.isdisjoint(content):
        return False
    return any(content.get(flag) in (True, "true", "True", "yes", 1) for flag in FLAGS)


def read_phone(part: Part) -> Phone | None:
    """Return a telephone number, None where there is none that can be rung."""
    number = part.checked("number", is_phone, "bad_phone", "is no telephone number.")
    if not number:
        return None
    extension = part.as_given("extension")
    said = str(extension)[:10] if isinstance(extension, int | str) and not isinstance(extension, bool) else ""
    return Phone(number, said, part.text("description"))


def read_access(part: Part) -> Access | None:
    """Return what is said about getting in, None where nothing is."""
    found = Access(part.text("description", MOST_TEXT), part.text("details", MOST_TEXT), part.link("url"))
    return found if found.description or found.details or found.url else None


def read_address(part: Part) -> Address | None:
    """Return an address, None where nothing of it is given."""
    found = Address(
        part.text("address_1"),
        part.text("address_2"),
        part.text("city"),
        part.text("region"),
        part.text("state_province"),
        part.text("postal_code"),
        part.text("country"),
    )
    return found if found.address_1 or found.city or found.postal_code else None


def read_location(part: Part, *, sensitive: bool = False) -> Location | None:
    """Return a place. A point off the globe is dropped with a warning, and the place stays (connecting R18)."""
    kind = part.text("location_type")
    if kind and kind not in KINDS:
        part.note("location_type", "unknown_kind", "This is none of physical, postal and virtual.")
    latitude, longitude = _point(part)
    found = Location(
        kind=kind if kind in KINDS else "",
        name=part.text("name"),
        description=part.text("description", MOST_TEXT),
        transportation=part.text("transportation", MOST_TEXT),
        latitude=latitude,
        longitude=longitude,
        url=part.link("url"),
        identifier=part.text("external_identifier"),
        identifier_type=part.text("external_identifier_type"),
        addresses=part.all("addresses", read_address),
        accessibility=part.all("accessibility", read_access),
        schedules=part.all("schedules", read_schedule),
        phones=part.all("phones", read_phone),
        extra=part.left_over(_KNOWN),
    )
    hidden = sensitive or is_flagged(part.content) or _withheld(part, found)
    return _by_area(found) if hidden else found


def _point(part: Part) -> tuple[float | None, float | None]:
    said = "is off the globe. The point was left out; the service stays."
    north = part.number("latitude", -90, 90, f"A latitude beyond 90 degrees {said}")
    east = part.number("longitude", -180, 180, f"A longitude beyond 180 degrees {said}")
    if north is None or east is None:
        if part.given("latitude") != part.given("longitude"):
            part.note("", "half_a_point", "Latitude and longitude belong together; one alone was left out.")
        return None, None
    if north == 0 and east == 0:
        part.note(
            "latitude", "no_point", "0, 0 lies in the sea off Africa. The point was left out.", Weight.NOTE
        )
        return None, None
    return north, east


def _withheld(part: Part, found: Location) -> bool:
    given = part.content.get("addresses")
    rows = given if isinstance(given, list) else []
    if any(isinstance(row, dict) and is_flagged(row) for row in rows):
        return True
    return any(
        word in one.address_1.casefold() and not any(sign.isdigit() for sign in one.address_1)
        for one in found.addresses
        for word in _WITHHELD
    )


def _by_area(found: Location) -> Location:
    """Return a place by its area only: town and postcode district. Nothing closer is kept anywhere (R21)."""
    areas = {
        Address(city=one.city, region=one.region, postal_code=district_of(one.postal_code) or "")
        for one in found.addresses
    }
    return Location(
        kind=found.kind,
        sensitive=True,
        addresses=tuple(sorted(areas, key=lambda one: (one.city, one.postal_code))),
        accessibility=found.accessibility,
        schedules=found.schedules,
        phones=found.phones,
    )
