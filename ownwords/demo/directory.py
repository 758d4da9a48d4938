"""The local directory of the demonstration: two made-up lists, the districts around, and what people know on top.

The lists go through the same reading as a feed does, so words, kinds and marks are those that a feed would give.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from ownwords.connections import models
from ownwords.connections.method.directory.document import Item
from ownwords.connections.method.directory.gathering import Notes, gather
from ownwords.connections.method.directory.rows import Place, Row
from ownwords.demo import reading
from ownwords.demo.clock import made_id
from ownwords.demo.reading import Table, WrongData
from ownwords.demo.service import Service

PROFILE = "oruk-3"
ENGLISH = "english"


class Directory:
    """Puts everything of data/directory.toml into the book, and knows the services by their key."""

    def __init__(self, service: Service) -> None:
        self.service, self.book, self.clock = service, service.book, service.clock
        self.services: dict[str, models.DirectoryService] = {}
        self.points: dict[str, tuple[float, float]] = {}

    def add_all(self) -> None:
        """Write every table of the file. Raises WrongData for a record that a feed could not hold either."""
        file = reading.directory()
        long_ago = self.clock.morning(self.clock.day(700))
        for name, latitude, longitude in file["district"]:
            self.points[name] = (latitude, longitude)
            row = models.PostcodeDistrict(district=name, latitude=latitude, longitude=longitude)
            self.book.add(row, long_ago)
        for table in file["source"]:
            self._source(table)
        self._kinds()
        for table in file["known"]:
            self._known(table)

    def find(self, key: str) -> models.DirectoryService:
        """Return a service by its key. Raises WrongData."""
        try:
            return self.services[key]
        except KeyError:
            raise WrongData(f"data/directory.toml: no service is called {key}") from None

    def id_of(self, table: Table) -> UUID | None:
        """Return the id of the service that a table names under ``service``, None where it names none."""
        return self.find(table["service"]).id if "service" in table else None

    def _source(self, table: Table) -> None:
        first, last = (self.clock.morning(self.clock.day(table[name])) for name in ("first", "read"))
        source = models.DirectorySource(
            id=made_id(first, "source", table["name"]), name=table["name"], profile=PROFILE, created_at=first,
            read_at=last,
        )  # fmt: skip
        self.book.add(source, first)
        notes = Notes()
        told = {one["key"]: one for one in table["service"]}
        items = (Item(key, _record(one, table)) for key, one in told.items())
        for row in gather(items, PROFILE, notes):
            self._service(source, told[row.external_id], row, first)
        if notes.refused:
            raise WrongData(f"{table['name']}: {notes.remarks[0].path} {notes.remarks[0].reason}")
        gone = sum("gone" in one for one in told.values())
        counts = {"added": 0, "changed": 1, "unchanged": len(told) - gone - 1, "back": 0, "gone": gone}
        made = models.DirectoryImport(
            id=made_id(last, "import", source.id), source=source, started_at=last, finished_at=last, whole=True,
            counts={**counts, "records": len(told) - gone, "refused": 0, "kinds": {}},
        )  # fmt: skip
        self.book.add(made, last)

    def _service(self, source: models.DirectorySource, table: Table, row: Row, first: datetime) -> None:
        gone = self.clock.morning(self.clock.day(table["gone"])) if "gone" in table else None
        head, body = Value(row.head), Value(row.body)
        made = models.DirectoryService(
            id=made_id(first, "service", row.external_id), source=source, external_id=row.external_id, name=row.name,
            sort_key=row.sort_key, status=row.status, listed=row.listed and gone is None, organisation=row.organisation,
            summary=row.summary, kinds=list(row.kinds), facets=list(row.facets), times_end_on=row.times_end_on,
            details=reading.as_json(row.record), digest=row.digest, added_at=first,
            changed_at=self.clock.morning(self.clock.day(table.get("changed", 40))), gone_at=gone,
            head=SearchVector(head, config=ENGLISH),
            words=SearchVector(head, config=ENGLISH, weight="A") + SearchVector(body, config=ENGLISH),
        )  # fmt: skip
        self.services[row.external_id] = self.book.add(made, first)
        for number, place in enumerate(row.places):
            self._place(made, place, number, first)
        for word in row.head.split():
            if 3 < len(word) <= 60 and not word.isdigit():
                self._word(word, first)

    def _place(self, made: models.DirectoryService, place: Place, _number: int, first: datetime) -> None:
        exact = place.latitude is not None
        middle = self.points.get(place.district, (None, None))
        latitude, longitude = (place.latitude, place.longitude) if exact else middle
        row = models.DirectoryPlace(
            service=made, latitude=latitude, longitude=longitude, exact=exact, sensitive=place.sensitive,
            town=place.town, district=place.district,
        )  # fmt: skip
        self.book.add(row, first)

    def _word(self, word: str, first: datetime) -> None:
        known = {row.pk for _moment, row in self.book.rows[models.DirectoryWord]}
        if word not in known:
            self.book.add(models.DirectoryWord(word=word), first)

    def _kinds(self) -> None:
        names: dict[str, str] = {}
        counts: dict[str, int] = {}
        for row in self.services.values():
            for mark, name in zip(
                (one for one in row.facets if one.startswith("kind:")), row.kinds, strict=True
            ):
                names.setdefault(mark[5:], name)
                counts[mark[5:]] = counts.get(mark[5:], 0) + int(row.listed)
        moment = self.clock.morning(self.clock.day(700))
        for key, name in names.items():
            self.book.add(models.DirectoryKind(key=key, name=name, services=counts[key]), moment)

    def _known(self, table: Table) -> None:
        found = self.find(table["service"])
        by = self.service.account(table["by"])
        role = self.service.roles.get(table["by"], "person")
        moment = self.clock.moment(table["ago"], "known", found.id)
        plain = ("phone", "turn_up", "step_free", "quiet_time", "ask_for", "cost", "notes")
        fields: dict[str, Any] = {name: table[name] for name in plain if name in table}
        if "visited" in table:
            visited = {
                "visited_on": self.clock.day(table["visited"]),
                "visited_by_id": by.id,
                "visited_by_role": role,
            }
            fields |= visited
        row = models.LocalKnowledge(
            id=made_id(moment, "known", found.id), service=found, changed_at=moment, changed_by_id=by.id,
            changed_by_role=role, confirmed_on=self.clock.day(table["ago"]), confirmed_by_id=by.id,
            confirmed_by_role=role, **fields,
        )  # fmt: skip
        self.book.add(row, moment)


def _record(table: Table, source: Table) -> dict[str, Any]:
    """A service of the data file as a feed would write it."""
    key = table["key"]
    made: dict[str, Any] = {
        "id": key,
        "name": table["name"],
        "description": table["about"],
        "status": table.get("status", "active"),
        "organization": {
            "id": f"{key}-runs",
            "name": table.get("runs", source["name"]),
            "description": "Made up.",
        },
        "schedules": [dict(one) for one in _times(key, table)],
        "service_at_locations": [{"id": f"{key}-at", "location": _location(key, table)}],
        "attributes": [
            {"id": f"{key}-a{number}", "taxonomy_term": {"id": f"term-{term}", "term": term}}
            for number, term in enumerate(table["kinds"])
        ],
        "contacts": [{"id": f"{key}-c", "name": table["contact"]}] if "contact" in table else [],
    }
    if "cost" in table:
        option = {"id": f"{key}-cost", "option": table.get("cost_for", "Everybody"), "amount": table["cost"]}
        made["cost_options"] = [option]
    return made


def _times(key: str, table: Table) -> Iterator[dict[str, Any]]:
    for number, (days, opens, closes) in enumerate(table.get("times", [])):
        yield {
            "id": f"{key}-t{number}", "freq": "WEEKLY", "byday": days, "opens_at": opens, "closes_at": closes,
        }  # fmt: skip


def _location(key: str, table: Table) -> dict[str, Any]:
    if table.get("online"):
        return {"id": f"{key}-l", "location_type": "virtual", "name": "Online"}
    place = {
        "id": f"{key}-l",
        "location_type": "physical",
        "name": table.get("place", ""),
        "transportation": table.get("bus", ""),
        "addresses": [
            {
                "id": f"{key}-ad", "address_1": table.get("street", ""), "city": table["town"],
                "state_province": "", "postal_code": f"{table['district']} 1AA", "country": "GB",
                "address_type": "physical",
            }
        ],
    }  # fmt: skip
    if "at" in table:
        place["latitude"], place["longitude"] = table["at"]
    if "access" in table:
        place["accessibility"] = [{"id": f"{key}-ac", "description": table["access"]}]
    return place
