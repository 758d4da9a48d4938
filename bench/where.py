"""Where the time of one page goes: its statements with the database's own plan times, and the Python profile.

    python -m bench.where people-1000 record|caseload|today

Run after bench.run, which makes the database.
"""

from __future__ import annotations

import cProfile
import pstats
import subprocess
import sys
from typing import Any

from bench.run import OUT, ROOT, environment
from ownwords.engine import WEB_ROLE, open_server

SLOW_MS = 2.0


def inside(name: str) -> None:
    """Open a page often and print what it costs. Runs with DATABASE_URL set."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench import inside as django_side

    one = django_side.target(django_side.workers(1)[0])
    client = Client(headers={"host": "127.0.0.1", "cookie": one["cookie"]})
    for part in one["cookie"].split("; "):
        key, value = part.split("=", 1)
        client.cookies[key] = value
    for address in one[name][:3]:
        client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(one[name][0])
    _statements(captured.captured_queries)
    profile = cProfile.Profile()
    profile.enable()
    for address in (one[name] * 20)[:20]:
        client.get(address)
    profile.disable()
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def _statements(queries: list[dict[str, Any]]) -> None:
    for query in queries:
        print(f"{1000 * float(query['time']):8.1f} ms  {' '.join(query['sql'].split())[:150]}")
    for query in queries:
        if 1000 * float(query["time"]) > SLOW_MS:
            print("\n", query["sql"][:6000])


def main(folder: str, name: str) -> None:
    """Start the database and run `inside` on it."""
    with open_server(OUT / folder, allow_root=True) as server:
        environ = {**environment(OUT / folder, server, 8791), "OWNWORDS_DB_ROLE": WEB_ROLE}
        subprocess.run(
            [sys.executable, "-m", "bench.where", "--inside", name], env=environ, cwd=ROOT, check=True
        )


if __name__ == "__main__":
    inside(sys.argv[2]) if sys.argv[1] == "--inside" else main(sys.argv[1], sys.argv[2])
