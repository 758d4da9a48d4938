"""The directory, measured: taking in 100,000 services, and searching them, each beside a floor.

    python -m bench.connections_directory [--services 100000] [--searches 300] [--out FOLDER]

The feed is made up, with every fault that feeds were seen to have. Floors: COPY of the same records as raw JSON rows
for the import, and one plain full-text statement for the search. A database of its own is made and thrown away.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from statistics import quantiles
from typing import Any

from bench.machine import cpu_seconds

LEAST_A_SECOND = 2_000
MOST_MS = 50
KINDS = """Gardening|Cooking|Walking|Singing|Football|Chess|Knitting|Bicycle repair|Allotment|Men's shed|Coffee morning
|Library|Art|Pottery|Drama|Dance|Swimming|Yoga|Befriending|Advice|Food bank|Volunteering|Photography|Book club|Choir
|Woodwork|Language exchange|Computers|Birdwatching|Fishing""".replace("\n", "").split("|")
WORDS = """friendly people together every week tea biscuits hall church garden park river canal music hands learn share
stories quiet loud outdoor indoor beginners experienced tools kitchen table street neighbours newcomers volunteers
evening morning afternoon lunch walk dogs children families older younger women men everybody warm room stairs lift
bus stop station market square bridge mill school college library post office corner hill valley""".split()
TOWNS = (
    "Bradford",
    "Leeds",
    "Halifax",
    "Keighley",
    "Shipley",
    "Bingley",
    "Ilkley",
    "Otley",
    "Batley",
    "Dewsbury",
)
SEARCHES = (
    "gardening",
    "chess club",
    "walking group",
    "bicycle",
    "choir",
    "hands",
    "gardning",
    "photograhpy",
    "tea",
)


def record(number: int, chance: random.Random) -> dict[str, Any]:
    """Return one service of the feed, as Open Referral UK writes it."""
    kinds = chance.sample(KINDS, chance.randint(1, 2))
    town = chance.choice(TOWNS)
    return {
        "id": f"svc-{number}",
        "name": f"{town} {kinds[0]} {number}",
        "description": " ".join(chance.choices(WORDS, k=60)),
        "status": "active",
        "url": f"https://example.org/{number}",
        "email": f"hello{number}@example.org",
        "organization": {"id": f"org-{number % 5000}", "name": f"{town} Community {number % 5000}", "description": "x"},
        "schedules": [
            {"id": f"t{number}", "freq": "WEEKLY", "byday": chance.choice(("MO", "TU,TH", "WE", "SA")),
             "dtstart": "2025-01-06", "opens_at": "10:00", "closes_at": "12:30"}
        ],
        "service_at_locations": [
            {"id": f"at{number}", "location": {
                "id": f"loc{number}", "location_type": "physical", "latitude": 53.7 + chance.random() / 4,
                "longitude": -2.0 + chance.random() / 2,
                "addresses": [{"id": f"ad{number}", "address_1": f"{number % 200} High Street", "city": town,
                               "state_province": "", "postal_code": f"BD{number % 20 + 1} 1AA", "country": "GB",
                               "address_type": "physical"}],
                "accessibility": [{"id": f"ac{number}", "description": "Step-free access"}]}}
        ],
        "cost_options": [{"id": f"c{number}", "amount": chance.choice((0, 0, 2, 3.5))}],
        "attributes": [
            {"id": f"a{number}{k}", "taxonomy_term": {"id": kind, "term": kind}} for k, kind in enumerate(kinds)
        ],
    }  # fmt: skip


FAULTS: tuple[Callable[[dict[str, Any]], Any], ...] = (
    lambda one: one.pop("name"),
    lambda one: one.pop("organization"),
    lambda one: one.pop("schedules"),
    lambda one: one.update(
        description="<p>Come <b>along</b></p><script>alert(1)</script>" + one["description"]
    ),
    lambda one: one.update(email="nobody at example"),
    lambda one: one.update(url="javascript:alert(1)"),
    lambda one: one.update(status="open"),
    lambda one: one["service_at_locations"][0]["location"].update(latitude=100),
    lambda one: one["service_at_locations"][0]["location"].update(latitude="53.8"),
    lambda one: one["service_at_locations"][0]["location"].update(confidential=True),
    lambda one: one["schedules"][0].update(opens_at="3pm"),
    lambda one: one["schedules"][0].update(opens_at="10:00:00"),
    lambda one: one["schedules"][0].update(dtstart="0001-01-01"),
    lambda one: one.update(schedules={"not": "a list"}),
    lambda one: one.update(cost_options=[None, "free", {"amount": "3"}]),
    lambda one: one.update(id="svc-1"),
    lambda one: one.update(status="defunct"),
)


def feed(services: int, *, faults: bool = True) -> Iterator[dict[str, Any]]:
    """Yield a made-up feed, always the same; about one record in twenty has a fault, every fault in turn."""
    chance = random.Random(20_260_722)
    for number in range(services):
        one = record(number, chance)
        if faults and number % 20 == 19:
            FAULTS[number // 20 % len(FAULTS)](one)
        yield one


def main() -> None:
    """Measure and print; status 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=300)
    asked = parser.parse_args()
    from ownwords.engine import open_server, temporary_data_folder

    with temporary_data_folder() as folder, open_server(folder, allow_root=True) as server:
        os.environ["DATABASE_URL"] = server.url()
        os.environ["DJANGO_SETTINGS_MODULE"] = "ownwords.config.settings"
        os.environ.setdefault("OWNWORDS_MODE", "development")
        os.environ.setdefault("OWNWORDS_SECRET_KEY", "0123456789" * 6)
        os.environ.setdefault("OWNWORDS_DATA_DIR", str(folder))
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        text = "\n".join(json.dumps(one) for one in feed(asked.services))
        missed = importing(text, asked.services, server.pid) + searching(asked.searches)
    sys.exit(1 if missed else 0)


def importing(text: str, services: int, database_pid: int) -> int:
    """Take the feed in, then again; print both beside the floor, with what each process worked for it.

    Return how many limits were missed.
    """
    from ownwords.connections.actions.directory_import import import_directory
    from ownwords.connections.method.directory.document import items

    raw = floor_copy(text)
    print(f"{services:,} records, {len(text) / 1e6:.0f} MB")
    print(f"  floor: COPY of raw JSON rows      {services / raw:10,.0f} records/s")
    missed = 0
    for what in ("first import", "the same again"):
        begun, worked = time.perf_counter(), (time.process_time(), cpu_seconds(database_pid))
        done = import_directory(source="bench", items=items(text), profile="oruk-3")
        took = time.perf_counter() - begun
        rate = services / took
        missed += rate < LEAST_A_SECOND
        met = "met" if rate >= LEAST_A_SECOND else "MISSED"
        print(
            f"  {what:<33} {rate:10,.0f} records/s  {took / raw:6.1f} x floor  {met}"
            f"  (added {done.added:,}, changed {done.changed:,}, refused {done.refused:,})"
        )
        reading, keeping = time.process_time() - worked[0], cpu_seconds(database_pid) - worked[1]
        print(
            f"    processor: reading {reading:.1f} s, database {keeping:.1f} s; load {os.getloadavg()[0]:.1f}"
        )
    return missed


def floor_copy(text: str) -> float:
    """Return the seconds that PostgreSQL needs for the same records as one column of JSON."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_raw (record jsonb)")
        begun = time.perf_counter()
        with cursor.copy("COPY bench_raw FROM STDIN") as copy:
            for line in text.split("\n"):
                copy.write_row((line,))
        took = time.perf_counter() - begun
        cursor.execute("DROP TABLE bench_raw")
    return took


def searching(searches: int) -> int:
    """Ask for whole pages as somebody signed in; print p50 and p95 beside a plain statement. Return what missed."""
    client = signed_in()
    districts()
    plain, pages = [], []
    for number in range(searches):
        address = ADDRESSES[number % len(ADDRESSES)].format(
            SEARCHES[number // len(ADDRESSES) % len(SEARCHES)]
        )
        begun = time.perf_counter()
        answer = client.get(address, HTTP_HOST="127.0.0.1")
        pages.append((time.perf_counter() - begun) * 1000)
        assert answer.status_code == 200, answer.status_code
        plain.append(floor_search(SEARCHES[number % len(SEARCHES)]))
    low, high = quantiles(plain, n=20)[18], quantiles(pages, n=20)[18]
    met = "met" if high <= MOST_MS else "MISSED"
    print(
        f"  floor: one plain full-text statement  p50 {sorted(plain)[searches // 2]:6.1f} ms  p95 {low:6.1f} ms"
    )
    print(
        f"  search, the whole page                p50 {sorted(pages)[searches // 2]:6.1f} ms  p95 {high:6.1f} ms"
        f"  {high / low:5.1f} x floor  {met}"
    )
    slowest = sorted(zip(pages, range(searches), strict=True), reverse=True)[:3]
    for took, number in slowest:
        print(f"    slowest: {took:6.1f} ms  {ADDRESSES[number % len(ADDRESSES)]}")
    return high > MOST_MS


ADDRESSES = (
    "/directory/?q={}",
    "/directory/?q={}&day=tu",
    "/directory/?q={}&needs=free&needs=step_free",
    "/directory/?q={}&near=BD3&miles=3",
    "/directory/?q=&kind=Choir",
    "/directory/?q=&near=BD3&miles=5",
)


def floor_search(words: str) -> float:
    """Return the milliseconds of the least that a search can be: one statement, twenty names."""
    from django.db import connection

    with connection.cursor() as cursor:
        begun = time.perf_counter()
        cursor.execute(
            "SELECT name FROM connections_directoryservice WHERE words @@ plainto_tsquery('english', %s) LIMIT 20",
            [words],
        )
        cursor.fetchall()
        return (time.perf_counter() - begun) * 1000


def signed_in() -> Any:
    """Return a client of somebody who uses the service."""
    from datetime import date

    from django.test import Client

    from ownwords.people.models import Account, Organisation, Person, Placement, Team

    trust = Organisation.objects.create(name="Bench trust")
    team = Team.objects.create(organisation=trust, name="Bench team")
    account = Account.objects.create(name="Sam", signin_name="bench-sam", organisation=trust)
    person = Person.objects.create(organisation=trust, called="Sam", sort_key="sam", account=account)
    Placement.objects.create(person=person, team=team, starts_on=date(2024, 1, 1))
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def districts() -> None:
    """Put in a made-up table of twenty districts."""
    from ownwords.connections.actions.directory_places import keep_districts
    from ownwords.connections.method.places import Point
    from ownwords.connections.method.places_table import District

    rows = (District(f"BD{n}", Point(53.7 + n / 80, -2.0 + n / 40)) for n in range(1, 21))
    keep_districts(districts=tuple(rows))


if __name__ == "__main__":
    main()
