"""Reading one service of a feed, and writing what was read as a record again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from ownwords.connections.method.directory.fields import Part
from ownwords.connections.method.directory.model import (
    STATUSES,
    Area,
    Contact,
    Cost,
    Language,
    Location,
    Organisation,
    Schedule,
    Service,
    Term,
)
from ownwords.connections.method.directory.places import (
    FLAGS,
    is_flagged,
    read_access,
    read_location,
    read_phone,
)
from ownwords.connections.method.directory.profiles import BY_KEY, Profile
from ownwords.connections.method.directory.remarks import Remark, Weight, kind_of, shown
from ownwords.connections.method.directory.schedules import read_schedule
from ownwords.connections.method.directory.text import MOST_NAME, MOST_TEXT, one_line, plain

MOST_ID = 200
MOST_AMOUNT = 1_000_000
_KNOWN = (
    frozenset(one.name for one in fields(Service))
    | FLAGS
    | frozenset("organization_id program_id fees attributes taxonomy_terms service_at_locations".split())
)
_KNOWN_OF_ORGANISATION = frozenset(
    """id name description email website services phones contacts locations funding attributes metadata
    alternate_name""".split()
)


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one record: the service, None where it was refused, and what is to be said of it."""

    service: Service | None
    remarks: tuple[Remark, ...]


def read_service(value: Any, path: str = "", profile: str = "oruk-3") -> Read:
    """Read one record. A record without an id or a name is refused; whatever else is unsound costs only itself."""
    if not isinstance(value, dict):
        said = f"This is {kind_of(value)}, and a service is expected."
        return Read(None, (Remark(path, "wrong_type", said, Weight.REFUSED),))
    notes: list[Remark] = []
    part = Part(value, path, notes)
    found_id = _id(part)
    part.record = found_id
    name = part.text("name", MOST_NAME)
    if not name and not any(note.path == part.at("name") for note in notes):
        part.note("name", "no_name", "It has no name.", Weight.REFUSED)
    if not found_id or not name:
        return Read(None, tuple(_refused(notes, part)))
    return Read(_service(part, found_id, name, BY_KEY[profile]), tuple(notes))


def _id(part: Part) -> str:
    value = part.as_given("id")
    if isinstance(value, str) and 0 < len(value.strip()) <= MOST_ID and value.isprintable():
        return value.strip()
    if value is None or value == "":
        part.note("id", "no_id", "It has no id.", Weight.REFUSED)
    elif isinstance(value, str):
        part.note(
            "id", "bad_id", "This id is too long, or holds signs that cannot be printed.", Weight.REFUSED
        )
    else:
        part.note("id", "wrong_type", f"This is {kind_of(value)}, and an id is a text.", Weight.REFUSED)
    return ""


def _refused(notes: list[Remark], part: Part) -> Iterator[Remark]:
    """The notes of a refused record, at least one of which says so."""
    seen = False
    for note in notes:
        seen = seen or note.weight is Weight.REFUSED
        yield note
    if not seen:
        yield Remark(
            part.at("name"), "no_name", "It has no name that can be read.", Weight.REFUSED, part.record
        )


def _service(part: Part, found_id: str, name: str, profile: Profile) -> Service:
    sensitive = is_flagged(part.content)
    minimum = part.whole("minimum_age", 0, 150, "An age is between 0 and 150. It was left out.")
    maximum = part.whole("maximum_age", 0, 150, "An age is between 0 and 150. It was left out.")
    service = Service(
        id=found_id,
        name=name,
        status=_status(part),
        alternate_name=part.text("alternate_name", MOST_NAME),
        description=part.text("description", MOST_TEXT),
        url=part.link("url"),
        email=part.email("email"),
        organization=_organisation(part, profile),
        fees_description=part.text("fees_description", MOST_TEXT) or part.text("fees", MOST_TEXT),
        eligibility_description=part.text("eligibility_description", MOST_TEXT),
        application_process=part.text("application_process", MOST_TEXT),
        wait_time=part.text("wait_time"),
        interpretation_services=part.text("interpretation_services"),
        accreditations=part.text("accreditations", MOST_TEXT),
        alert=part.text("alert", MOST_TEXT),
        minimum_age=minimum,
        maximum_age=maximum,
        assured_date=part.day("assured_date"),
        last_modified=part.day("last_modified"),
        phones=part.all("phones", read_phone),
        contacts=part.all("contacts", _contact),
        terms=_terms(part),
        cost_options=part.all("cost_options", _cost),
        schedules=part.all("schedules", read_schedule),
        locations=_locations(part, sensitive),
        accessibility=part.all("accessibility", read_access),
        service_areas=part.all("service_areas", _area),
        languages=part.all("languages", _language),
        extra=part.left_over(_KNOWN) if not sensitive else {},
    )
    _absent(part, service)
    _beyond(part, profile)
    return service


def _absent(part: Part, service: Service) -> None:
    """Note what a service can do without, and its reader cannot."""
    if service.organization is None and not part.given("organization"):
        part.note("organization", "no_organisation", "It does not say who runs it.")
    if not schedules_of(service) and not part.given("schedules"):
        part.note("schedules", "no_schedule", "It does not say when it is open.")


def _beyond(part: Part, profile: Profile) -> None:
    """Note fields that the profile has not. They are used all the same: a number to ring helps wherever it stands."""
    for key in profile.dropped.get("service", ()):
        if part.given(key):
            said = f"{profile.title} has no such field. It was used all the same."
            part.note(key, "beyond_profile", said, Weight.NOTE)


def _status(part: Part) -> str:
    value = part.as_given("status")
    if value is None or value == "":
        part.note("status", "no_status", "It does not say whether it is running.")
        return ""
    if isinstance(value, str) and value in STATUSES:
        return value
    said = shown(value) if isinstance(value, str) else kind_of(value)
    said = said[:1].upper() + said[1:]
    reason = f"{said} is none of active, inactive, defunct, temporarily closed. It was taken as not said."
    part.note("status", "unknown_status", reason)
    return ""


def _organisation(part: Part, profile: Profile) -> Organisation | None:
    inner = part.part("organization")
    if inner is None:
        return None
    found = Organisation(
        id=inner.text("id", MOST_ID),
        name=inner.text("name", MOST_NAME),
        description=inner.text("description", MOST_TEXT),
        email=inner.email("email"),
        website=inner.link("website"),
    )
    if not found.name:
        inner.note("name", "no_name", "The organisation has no name.")
        return None
    extra = inner.left_over(_KNOWN_OF_ORGANISATION)
    return Organisation(found.id, found.name, found.description, found.email, found.website, extra)


def _contact(part: Part) -> Contact | None:
    found = Contact(
        part.text("name"),
        part.text("title"),
        part.text("department"),
        part.email("email"),
        part.all("phones", read_phone),
    )
    return found if found != Contact() else None


def _cost(part: Part) -> Cost | None:
    why = f"A price is between 0 and {MOST_AMOUNT:,}. It was left out."
    found = Cost(
        option=part.text("option"),
        amount=part.number("amount", 0, MOST_AMOUNT, why),
        currency=part.text("currency", 20),
        amount_description=part.text("amount_description"),
        valid_from=part.day("valid_from"),
        valid_to=part.day("valid_to"),
    )
    return found if found.option or found.amount is not None or found.amount_description else None


def _area(part: Part) -> Area | None:
    found = Area(part.text("name") or part.text("service_area"), "")
    return found if found.name else None


def _language(part: Part) -> Language | None:
    found = Language(part.text("name") or part.text("language"), part.text("code", 20), part.text("note"))
    return found if found.name or found.code else None


def _terms(part: Part) -> tuple[Term, ...]:
    """Words of kinds: through attributes, or a list of terms, each once. HSDS says ``name``, the UK ``term``."""
    found: dict[Term, None] = {}
    for attribute in part.parts("attributes"):
        inner = attribute.part("taxonomy_term")
        if inner is not None and (term := _term(inner)):
            found[term] = None
    for key in ("taxonomy_terms", "terms"):
        for inner in part.parts(key):
            if term := _term(inner):
                found[term] = None
    return tuple(found)


def _term(part: Part) -> Term | None:
    name = part.text("name", MOST_NAME) or part.text("term", MOST_NAME)
    if not name:
        part.note("name", "no_name", "This term of a taxonomy has no name.")
        return None
    detail = part.content.get("taxonomy_detail")
    taxonomy = detail.get("name") if isinstance(detail, dict) else part.content.get("taxonomy")
    code = part.text("code")
    listed = plain(taxonomy, MOST_NAME)[0] if isinstance(taxonomy, str) else ""
    return Term(name, code, one_line(listed))


def _locations(part: Part, sensitive: bool) -> tuple[Location, ...]:
    """Places through ``service_at_locations`` or a list of locations. A flag on either hides the address."""
    found = []
    for joined in part.parts("service_at_locations"):
        inner = joined.part("location")
        if inner is not None:
            hidden = sensitive or is_flagged(joined.content)
            place = read_location(inner, sensitive=hidden)
            found += [_with_times(place, joined)] if place else []
    found += list(part.all("locations", lambda one: read_location(one, sensitive=sensitive)))
    return tuple(found)


def _with_times(place: Location, joined: Part) -> Location:
    """A place with the times of this service there, where the feed gives them with the place."""
    times = joined.all("schedules", read_schedule)
    if not times:
        return place
    values = {one.name: getattr(place, one.name) for one in fields(place)}
    return Location(**{**values, "schedules": (*place.schedules, *times)})


# ---- writing -------------------------------------------------------------------------------------

_NAMES = {
    "kind": "location_type",
    "identifier": "external_identifier",
    "identifier_type": "external_identifier_type",
}


def as_record(service: Service) -> dict[str, Any]:
    """Return what was read as a record of JSON; read again (as hsds-3) it gives the same service.

    Empty fields are left out; dates are YYYY-MM-DD; a sensitive place says so and holds nothing exact.
    """
    return _plain(service)


def _plain(thing: Any) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name in thing.__slots__:
        value = getattr(thing, name)
        if not value and (value is None or value is False or value != 0):
            continue
        if type(value) is str:
            made[_NAMES.get(name, name)] = value
        elif name == "extra":
            made.update({key: one for key, one in value.items() if key not in made})
        elif name == "rule":
            made.update(_rule(value))
        elif name == "sensitive":
            made["confidential"] = True
        else:
            made[_NAMES.get(name, name)] = _value(value)
    return made


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float) else _plain(value)


def _rule(rule: Any) -> dict[str, Any]:
    days = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    made = {
        "freq": rule.freq.upper(),
        "interval": rule.interval if rule.interval > 1 else None,
        "byday": ",".join(f"{one.ordinal or ''}{days[one.day]}" for one in rule.days),
        "bymonthday": ",".join(map(str, rule.month_days)),
        "count": rule.count,
        "timezone": rule.zone,
        "opens_at": _clock(rule.opens),
        "closes_at": _clock(rule.closes),
    }
    for key in ("dtstart", "until", "valid_from", "valid_to"):
        day = getattr(rule, key)
        made[key] = day.isoformat() if day else None
    return {key: value for key, value in made.items() if value}


def _clock(at: time | None) -> str:
    return f"{at.hour:02}:{at.minute:02}" if at is not None else ""


def schedules_of(service: Service) -> tuple[Schedule, ...]:
    """Return every schedule of a service: its own, then those of its places."""
    return (*service.schedules, *(one for place in service.locations for one in place.schedules))
