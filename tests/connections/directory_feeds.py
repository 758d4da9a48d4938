"""What the tests of the directory share: records as feeds write them, feeds taken in, and a table of places made up."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from ownwords.connections.actions.directory_import import Outcome, import_directory
from ownwords.connections.actions.directory_places import keep_districts
from ownwords.connections.method.directory.document import items
from ownwords.connections.method.places import Point
from ownwords.connections.method.places_table import District
from ownwords.connections.models import DirectoryService

WHOLE: dict[str, Any] = {
    "id": "svc-1",
    "name": "Shed on the Hill",
    "description": "Woodwork and tea, for anybody who likes to make things.",
    "status": "active",
    "url": "https://example.org/shed",
    "email": "shed@example.org",
    "organization": {"id": "org-1", "name": "Hillside Trust", "description": "A made-up trust."},
    "schedules": [
        {"id": "t1", "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "10:00", "closes_at": "12:30"}
    ],
    "service_at_locations": [
        {
            "id": "at-1",
            "location": {
                "id": "loc-1",
                "location_type": "physical",
                "name": "The old school",
                "transportation": "Bus 7 stops outside.",
                "latitude": 53.79,
                "longitude": -1.75,
                "addresses": [
                    {
                        "id": "ad-1",
                        "address_1": "1 Hill Road",
                        "city": "Bradford",
                        "state_province": "West Yorkshire",
                        "postal_code": "BD1 1AA",
                        "country": "GB",
                        "address_type": "physical",
                    }
                ],
                "accessibility": [{"id": "ac-1", "description": "Step-free from the car park"}],
            },
        }
    ],
    "cost_options": [{"id": "c-1", "option": "Everybody", "amount": 0}],
    "contacts": [{"id": "k-1", "name": "Ade Bell", "title": "Coordinator"}],
    "attributes": [{"id": "a-1", "taxonomy_term": {"id": "x-1", "term": "Woodwork"}}],
}


def record(**changes: Any) -> dict[str, Any]:
    """Return a sound record with some fields changed; None takes a field out."""
    made = deepcopy(WHOLE) | changes
    return {key: value for key, value in made.items() if value is not None}


def place(made: dict[str, Any]) -> dict[str, Any]:
    """Return the location of a record, to be changed."""
    return made["service_at_locations"][0]["location"]


def taken(*records: Any, source: str = "list", profile: str = "oruk-3", **options: Any) -> Outcome:
    """Take a list of records in."""
    return import_directory(source=source, items=items(json.dumps(list(records))), profile=profile, **options)


def service(external_id: str = "svc-1") -> DirectoryService:
    """Return a service that was taken in."""
    return DirectoryService.objects.get(external_id=external_id)


def districts() -> None:
    """Put in a small made-up table of places."""
    table = {"BD1": (53.795, -1.752), "BD2": (53.82, -1.73), "LS1": (53.797, -1.548), "BT1": (54.6, -5.93)}
    keep_districts(districts=tuple(District(key, Point(*point)) for key, point in table.items()))
