"""Figures of a team, measured: one team with everybody in it and one with fifty, through the real server.

    python -m bench.measures_team [--people 100000] [--seconds 8] [--out FOLDER]

The two teams are made for the measurement and taken away after it. Also run by `bench.run` for each size.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

LIMIT_MS = 300
FEW = 50
NAMES = ("figures_all", "figures_count", "lines_all", "not_asked_all", "figures_fifty", "floor")

MAKE = """
ALTER TABLE people_placement DISABLE TRIGGER USER;
DELETE FROM measures_counted WHERE team_id = ANY(%(teams)s);
DELETE FROM people_placement WHERE team_id = ANY(%(teams)s);
INSERT INTO people_placement (id, person_id, team_id, starts_on, ended_by, stays_open)
  SELECT gen_random_uuid(), id, %(all)s, current_date - 600, '', '' FROM people_person;
INSERT INTO people_placement (id, person_id, team_id, starts_on, ended_by, stays_open)
  SELECT gen_random_uuid(), id, %(few)s, current_date - 600, '', '' FROM people_person ORDER BY id LIMIT %(fifty)s;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE people_placement ENABLE TRIGGER USER;
"""
CLEAR = """
ALTER TABLE people_placement DISABLE TRIGGER USER;
DELETE FROM measures_counted WHERE team_id = ANY(%(teams)s);
DELETE FROM people_placement WHERE team_id = ANY(%(teams)s);
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE people_placement ENABLE TRIGGER USER;
"""


def main() -> None:
    """Measure a service of one size and print what each page costs beside the floor and the limit."""
    from bench import run

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--port", type=int, default=8792)
    parser.add_argument("--out", type=Path, default=run.OUT)
    asked = parser.parse_args()
    folder = asked.out / f"people-{asked.people}"
    folder.mkdir(parents=True, exist_ok=True)
    with run.database(folder, asked.people) as server:
        environ = run.environment(folder, server, asked.port)
        print(table(measure(environ, server.pid, asked.port, asked.seconds)))


def measure(environ: dict[str, str], database_pid: int, port: int, seconds: float) -> dict[str, Any]:
    """Make the two teams, measure their pages one request after the other, take the teams away again."""
    from bench import run
    from ownwords.engine import WEB_ROLE

    inside = json.loads(run.python(environ, "-m", "bench.measures_team", "--inside", "make"))
    rows: dict[str, Any] = {}
    connections, run.CONNECTIONS = run.CONNECTIONS, 1
    try:
        with run.web(run.SERVICE, {**environ, "OWNWORDS_DB_ROLE": WEB_ROLE}, port) as pid:
            for name in ("figures_all", "lines_all", "not_asked_all", "figures_fifty"):
                rows[name] = run.load(name, inside, database_pid, pid, port, seconds)
        with run.web(run.FLOOR, environ, port) as pid:
            rows["floor"] = run.load("floor", inside, database_pid, pid, port, min(seconds, 3.0))
        return {
            "rows": rows,
            **json.loads(run.python(environ, "-m", "bench.measures_team", "--inside", "count")),
        }
    finally:
        run.CONNECTIONS = connections
        run.python(environ, "-m", "bench.measures_team", "--inside", "clear")


def table(found: dict[str, Any]) -> str:
    """Return what was found as text: one request at a time, so p50 is what somebody waits for."""
    rows = found["rows"]
    floor = rows["floor"]["machine_ms"]
    lines = [
        f"{found['people']:,} people, {found['answers']:,} answers; one request at a time; limit {LIMIT_MS} ms"
    ]
    for name, row in rows.items():
        lines.append(
            f"  {name:<15} p50 {row['p50']:6.1f} ms  p95 {row['p95']:6.1f} ms  CPU {row['machine_ms']:6.1f} ms (web"
            f" {row['web_ms']:.1f}, db {row['database_ms']:.1f})  {row['machine_ms'] / floor:6.2f} x floor"
            f"  {_verdict(row['p50'])} {row['statuses']}"
        )
    for name, times in found["counts"].items():
        middle = sorted(times)[len(times) // 2]
        lines.append(
            f"  {name:<15} {middle:6.1f} ms in the database, each of {len(times)}  {_verdict(middle)}"
        )
    lines.append(f"  statements a page: {found['queries']}")
    return "\n".join(lines)


def _verdict(milliseconds: float) -> str:
    return "met" if milliseconds <= LIMIT_MS else "MISSED"


# ---- inside Django -------------------------------------------------------------------------------


def inside(what: str) -> None:
    """Make, count or clear the teams. Runs with DATABASE_URL set and prints JSON."""
    import django

    django.setup()
    {"make": _make, "count": _count, "clear": _clear}[what]()


def _teams() -> tuple[Any, Any, Any]:
    """Return the team of everybody, that of fifty, and somebody who works in both; made when not there."""
    from ownwords.people.models import Account, Membership, Organisation, Team

    at = Organisation.objects.order_by("name")[0]
    made = {"organisation": at, "name": "Measured", "is_active": True, "made_up": True, "password": "!"}
    who, _new = Account.objects.get_or_create(signin_name="measured", defaults=made)
    teams = [
        Team.objects.get_or_create(organisation=at, name=f"Measured {name}")[0] for name in ("all", "few")
    ]
    for team in teams:
        Membership.objects.get_or_create(
            account=who, team=team, role="worker", defaults={"starts_on": "2024-01-01"}
        )
    return (*teams, who)


def _run(script: str) -> None:
    from django.db import connection, transaction

    everybody, few, _who = _teams()
    values = {"all": everybody.id, "few": few.id, "fifty": FEW, "teams": [everybody.id, few.id]}
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in script.strip().split(";\n"):
            cursor.execute(statement, values)


def _make() -> None:
    from django.conf import settings
    from django.db import connection
    from django.urls import reverse

    from bench.inside import CSRF, session_of
    from ownwords.people.models import Person

    _run(MAKE)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE people_placement")
        cursor.execute("VACUUM ANALYZE measures_course")
    everybody, few, who = _teams()
    cookie = f"{settings.SESSION_COOKIE_NAME}={session_of(who)}; {settings.CSRF_COOKIE_NAME}={CSRF}"
    one = {
        "cookie": cookie, "figures_all": [reverse("measure_figures", args=[everybody.id, "phq-9"])],
        "figures_fifty": [reverse("measure_figures", args=[few.id, "phq-9"])],
        "lines_all": [reverse("line_figures", args=[everybody.id])],
        "not_asked_all": [reverse("not_yet_asked", args=[everybody.id, "phq-9"])],
        "floor": [f"/floor/{person}/" for person in Person.objects.values_list("pk", flat=True)[:20]],
    }  # fmt: skip
    print(json.dumps({"targets": [one], "forms": {}, "csrf": CSRF}))


def _count() -> None:
    """Time the counts themselves, as on the first look of a month, and how many statements a page sends."""
    import time

    from bench.inside import queries
    from ownwords.measures.method.catalogue import instrument
    from ownwords.measures.method.stretches import counted_by
    from ownwords.measures.models import Answer, Counted
    from ownwords.measures.queries import figures
    from ownwords.people.models import Person
    from ownwords.people.viewer import seen_by

    everybody, _few, who = _teams()
    by = counted_by(instrument("phq-9"))
    times: dict[str, list[float]] = {"completeness": [], "results anew": []}
    for _ in range(9):
        Counted.objects.filter(team=everybody).delete()
        with seen_by(who.id, "worker"):
            for name, work in (
                ("completeness", lambda: figures.completeness(everybody, "phq-9", "now")),
                ("results anew", lambda: figures.results(everybody, "phq-9", "now", by)),
            ):
                began = time.perf_counter()
                assert work()
                times[name].append(1000 * (time.perf_counter() - began))
    print(json.dumps({
        "counts": times, "people": Person.objects.count(), "answers": Answer.objects.count(),
        "queries": _statements(who, everybody, queries),
    }))  # fmt: skip


def _statements(who: Any, team: Any, count: Any) -> int:
    from django.conf import settings
    from django.urls import reverse

    from bench.inside import CSRF, session_of

    cookie = f"{settings.SESSION_COOKIE_NAME}={session_of(who)}; {settings.CSRF_COOKIE_NAME}={CSRF}"
    return int(
        count({"cookie": cookie, "page": [reverse("measure_figures", args=[team.id, "phq-9"])]}, "page")[
            "queries"
        ]
    )


def _clear() -> None:
    _run(CLEAR)


if __name__ == "__main__":
    inside(sys.argv[2]) if sys.argv[1:2] == ["--inside"] else main()
