"""A team's figures of peer support, measured: one team of 10,000 people with 200,000 contacts, through Django itself.

    python -m bench.peers_team [--people 10000] [--each 20] [--times 15] [--page FOLDER]

Makes a database of its own, fills one team, opens both pages as a worker and prints what they cost: wall and statements
for a page, the statement and the reckoning apart, and what loading NumPy costs the first page in time and memory.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

LIMIT_MS = 1000
# Triggers that keep versions take many times as long as the rows, and have nothing to do with what is measured here.
# Four runs of contact each, some hundred days apart; some appointments, own approaches, introductions, first meetings.
FILL = """
ALTER TABLE peers_attempt DISABLE TRIGGER USER;
ALTER TABLE peers_approach DISABLE TRIGGER USER;
CREATE TEMP TABLE them AS SELECT person_id, DATE '2023-01-01' + (random() * 300)::int AS since, random() AS chance
  FROM people_placement WHERE team_id = %(team)s;
INSERT INTO peers_attempt (id, person_id, version, created_at, changed_at, visibility, removed_reason, with_account_id,
    "on", started_by, means, outcome, booked, kind, setting, present, door_status, rule_id, note, by_peer)
  SELECT gen_random_uuid(), person_id, 1, now(), now(), 'team', '', %(worker)s, day, 'peer', 'in_person', outcome,
    CASE WHEN random() < 0.5 THEN '' WHEN outcome = 'met' THEN '5' WHEN outcome = 'no_answer' THEN '3' ELSE '' END,
    '', '', '', 'open', %(rule)s, '', false
  FROM (SELECT person_id,
    since + (n * 4 / %(each)s) * (100 + (chance * 100)::int) + (n * 20 / %(each)s) %% 5 * 14 AS day,
    (ARRAY['met', 'met', 'met', 'spoke', 'no_answer'])[1 + floor(random() * 5)::int] AS outcome
    FROM them, generate_series(0, %(each)s - 1) n) made;
INSERT INTO peers_approach (id, person_id, version, created_at, changed_at, visibility, removed_reason, made_on, route,
    words, reach_by, referral_needed)
  SELECT gen_random_uuid(), person_id, 1, now(), now(), 'team', '', "on" - 3,
    (ARRAY['walked_in', 'called_peer', 'crisis'])[1 + floor(random() * 3)::int], '', '', random() < 0.1
  FROM peers_attempt WHERE random() < 0.1;
INSERT INTO peers_introduction (id, person_id, version, created_at, changed_at, visibility, removed_reason, "on",
    from_words, to_words, asked_by, how, taken_up, rating_words)
  SELECT gen_random_uuid(), person_id, 1, now(), now(), 'team', '', DATE '2025-03-01', 'one', 'another', '',
    (ARRAY['in_person', 'phone', 'letter'])[1 + floor(random() * 3)::int],
    (ARRAY['yes', 'no', 'later', 'unknown'])[1 + floor(random() * 4)::int], '' FROM them;
INSERT INTO peers_firstface (person_id, id, account_id, met_on, words, version, changed_at, answer, answered_at)
  SELECT person_id, gen_random_uuid(), %(worker)s, DATE '2025-02-01', '', 1, now(), (random() * 10)::int, now()
  FROM them WHERE random() < 0.5;
DROP TABLE them;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE peers_attempt ENABLE TRIGGER USER;
ALTER TABLE peers_approach ENABLE TRIGGER USER
"""


def main() -> None:
    """Make a database, run the measurement inside Django, and take the database away."""
    from ownwords.engine import open_server

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--page", type=Path, default=None)
    parser.add_argument("--inside", action="store_true")
    asked = parser.parse_args()
    if asked.inside:
        inside(asked)
        return
    with (
        tempfile.TemporaryDirectory(prefix="ow-peers-") as folder,
        open_server(Path(folder), allow_root=True) as server,
    ):
        environ = {
            **os.environ, "DATABASE_URL": server.url(), "OWNWORDS_DATA_DIR": folder, "OWNWORDS_MODE": "development",
            "DJANGO_SETTINGS_MODULE": "ownwords.config.settings",
        }  # fmt: skip
        subprocess.run(
            [sys.executable, "-m", "ownwords", "migrate"], env=environ, check=True, stdout=subprocess.DEVNULL
        )
        subprocess.run(
            [sys.executable, "-m", "bench.peers_team", "--inside", *sys.argv[1:]], env=environ, check=True
        )


def inside(asked: argparse.Namespace) -> None:
    """Fill the team, open its pages, and print what they cost."""
    import django

    django.setup()
    team, worker = made(asked.people, asked.each)
    client = signed_in(worker)
    addresses = {
        "returns": f"/team/{team.id}/peer-support/returns/?period=2025-h2",
        "meetings": f"/team/{team.id}/peer-support/meetings/?period=2025-h1",
    }
    print(f"{asked.people:,} people, {asked.people * asked.each:,} contacts; limit {LIMIT_MS} ms for a page")
    for name, address in addresses.items():
        client.get("/team/peer-support/")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        first, body = clocked(lambda address=address: client.get(address))  # type: ignore[misc]
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        assert body.status_code == 200, body.status_code
        times = [clocked(lambda address=address: client.get(address))[0] for _ in range(asked.times)]  # type: ignore[misc]
        middle = statistics.median(times)
        verdict = "met" if middle <= LIMIT_MS else "MISSED"
        print(
            f"  {name:<9} p50 {middle:6.0f} ms  worst {max(times):6.0f} ms  first {first:6.0f} ms, {grown:.0f} MB more"
            f"  {len(body.content):,} bytes  {verdict}"
        )
        if asked.page:
            (asked.page / f"{name}.html").write_bytes(body.content)
    apart(team, worker, asked.times)


def apart(team: Any, worker: Any, times: int) -> None:
    """Print what the statements and the reckoning cost without the page around them."""
    from ownwords.peers.method.periods import half
    from ownwords.peers.queries import figures
    from ownwords.people.viewer import seen_by

    with seen_by(worker.id, "worker"):
        for name, work in (("returns", figures.returns_of), ("meetings", figures.meetings_of)):
            each = [clocked(lambda work=work: work(team, half(2025, 1)))[0] for _ in range(times)]  # type: ignore[misc]
            print(f"  {name:<9} statement and reckoning alone, p50 {statistics.median(each):6.0f} ms")
    print(f"  polars loaded: {'polars' in sys.modules}")


def clocked(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the wall time in milliseconds, and what came of it."""
    began = time.perf_counter()
    found = work()
    return 1000 * (time.perf_counter() - began), found


def signed_in(worker: Any) -> Any:
    """Return a client in which the worker is signed in, with a second factor."""
    from django.conf import settings
    from django.test import Client

    from bench.inside import session_of

    client = Client(headers={"host": "127.0.0.1"})
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(worker)
    return client


def made(people: int, each: int) -> tuple[Any, Any]:
    """Make a team of so many people with contacts, appointments, introductions and first meetings, 2023 to 2025."""
    from django.db import connection, transaction

    from ownwords.peers.models import RecordingRule
    from ownwords.people.models import Account, Membership, Organisation, Person, Placement, Team

    at = Organisation.objects.create(name="Measured")
    team = Team.objects.create(organisation=at, name="Measured", phone="01632 960 001")
    worker = Account.objects.create(
        name="Measured", signin_name="measured", organisation=at, is_active=True, made_up=True, password="!"
    )
    Membership.objects.create(account=worker, team=team, role="worker", starts_on="2019-01-01")
    rule = RecordingRule.objects.create(organisation=at, rule="no_notes", set_by=worker)
    names = [Person(organisation=at, called=f"Made up {n}", sort_key=f"made up {n}") for n in range(people)]
    Person.objects.bulk_create(names)
    Placement.objects.bulk_create([Placement(person=one, team=team, starts_on="2019-01-01") for one in names])
    values: dict[str, Any] = {"team": team.id, "each": each, "worker": worker.id, "rule": rule.id}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.25)")
        for statement in FILL.strip().split(";\n"):
            cursor.execute(statement, values)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE people_placement")
        cursor.execute("VACUUM ANALYZE peers_attempt")
    return team, worker


if __name__ == "__main__":
    main()
