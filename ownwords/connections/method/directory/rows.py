"""From a service that was read to what is kept and searched: words, kinds, marks for filters, places."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date

from ownwords.connections.method.directory.model import Location, Service
from ownwords.connections.method.directory.services import as_record, schedules_of
from ownwords.connections.method.places import district_of
from ownwords.connections.method.times import weekdays
from ownwords.people.method.folding import fold

MOST_KINDS = 40
MOST_WORDS = 30_000
MOST_SUMMARY = 400
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
DAY_MARKS = ("day:mo", "day:tu", "day:we", "day:th", "day:fr", "day:sa", "day:su")
FREE, ONLINE, STEP_FREE = "free", "online", "step_free"
_FREE = re.compile(
    r"(?i)^(?:it is |this is )?free(?: of charge| to (?:attend|join|use)| for (?:all|everyone|everybody))?[.!]?$"
)
_STEP_FREE = re.compile(r"(?i)\b(?:step[- ]free|level access|wheelchair[- ](?:accessible|access))\b")
_NOT = re.compile(r"(?i)\b(?:no|not|without|isn't|limited|partial|partially)\b[^.;,]{0,30}$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a service is, as it is searched. Without a point, the middle of the district stands in for it."""

    latitude: float | None
    longitude: float | None
    sensitive: bool
    town: str
    district: str

    def values(self) -> dict[str, float | bool | str | None]:
        """Return its fields by name."""
        return {
            "latitude": self.latitude, "longitude": self.longitude, "sensitive": self.sensitive,
            "town": self.town, "district": self.district,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One service as it is kept: ``record`` is JSON in one fixed order, ``digest`` its SHA-256."""

    external_id: str
    name: str
    sort_key: str
    status: str
    listed: bool
    organisation: str
    summary: str
    kinds: tuple[str, ...]
    facets: tuple[str, ...]
    times_end_on: date | None
    record: str
    digest: str
    head: str
    body: str
    places: tuple[Place, ...]


def row_of(service: Service) -> Row:
    """Return what is kept of a service. The same service always gives the same row."""
    record = _ENCODER.encode(as_record(service))
    kinds = kinds_of(service)
    runs = service.organization.name if service.organization else ""
    return Row(
        external_id=service.id,
        name=service.name,
        sort_key=fold(service.name)[:300],
        status=service.status,
        listed=service.suggested,
        organisation=runs,
        summary=summary_of(service.description),
        kinds=tuple(kinds.values()),
        facets=(*(f"kind:{key}" for key in kinds), *_marks(service)),
        times_end_on=_end(service),
        record=record,
        digest=hashlib.sha256(record.encode()).hexdigest(),
        head=fold(" ".join((service.name, service.alternate_name, runs, *kinds.values()))),
        body=fold(_body(service))[:MOST_WORDS],
        places=tuple(place_of(one) for one in service.locations if one.kind != "virtual"),
    )


def kinds_of(service: Service) -> dict[str, str]:
    """Return the words of kinds, each once, by the form under which it is looked up."""
    found: dict[str, str] = {}
    for term in service.terms[:MOST_KINDS]:
        key = fold(term.name)[:300]
        if key:
            found.setdefault(key, term.name)
    return found


def summary_of(text: str) -> str:
    """Return the beginning of a description on one line, ending with a word."""
    line = " ".join(text[: MOST_SUMMARY * 2].split())
    if len(line) <= MOST_SUMMARY:
        return line
    return line[: MOST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"


def _body(service: Service) -> str:
    places = (
        part for one in service.locations for part in (one.name, *(address.city for address in one.addresses))
    )
    areas = (one.name for one in service.service_areas)
    return "\n".join((service.description, service.eligibility_description, *places, *areas))


def _marks(service: Service) -> list[str]:
    days = {day for one in schedules_of(service) if one.rule for day in weekdays(one.rule)}
    found = [DAY_MARKS[day] for day in sorted(days)]
    if is_free(service):
        found.append(FREE)
    if any(one.kind == "virtual" for one in service.locations):
        found.append(ONLINE)
    if is_step_free(service):
        found.append(STEP_FREE)
    return found


def is_free(service: Service) -> bool:
    """Whether a feed says that it costs nothing: every price is 0, or a text says "free" and nothing else."""
    prices = [one.amount for one in service.cost_options if one.amount is not None]
    if prices:
        return not any(prices)
    said = [service.fees_description, *(one.option for one in service.cost_options)]
    said += [one.amount_description for one in service.cost_options]
    given = [one.strip() for one in said if one.strip()]
    return bool(given) and all(_FREE.match(one) for one in given)


def is_step_free(service: Service) -> bool:
    """Whether a feed says so in these words, and takes it back in none: "no step-free access" does not count."""
    texts = [f"{one.description}. {one.details}" for one in service.accessibility]
    texts += [
        f"{one.description}. {one.details}" for place in service.locations for one in place.accessibility
    ]
    found = [(text, match.start()) for text in texts for match in _STEP_FREE.finditer(text)]
    return bool(found) and not any(_NOT.search(text[:at]) for text, at in found)


def _end(service: Service) -> date | None:
    """Return the last day of all its times, None when any of them goes on or none are known."""
    rules = [one.rule for one in schedules_of(service) if one.rule]
    ends = [rule.until or (rule.dtstart if rule.freq == "once" else None) for rule in rules]
    return max(one for one in ends if one) if ends and all(ends) else None


def place_of(one: Location) -> Place:
    """Return where a place is for searching: a sensitive one by town and district only."""
    address = one.addresses[0] if one.addresses else None
    town = (address.city or address.region) if address else ""
    district = (district_of(address.postal_code) or "") if address else ""
    return Place(one.latitude, one.longitude, one.sensitive, town[:300], district)
