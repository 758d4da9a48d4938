"""Analysis of a study through the web with one worker: codes that meet, matrix, agreement, new codes; the floor beside.

    python -m bench.inquiry_analysis [--codings 100000] [--times 3] [--port 8793]

A made-up study: 100 interviews of 50,000 characters in turns of 700, 1,000 codes in three levels after Zipf, three
coders, of whom the others code a third of the first one's passages again; 100 people with an attribute of five values.
Each page is opened once before it is measured. The floor is what PostgreSQL itself takes: counting the codings by code
and text, and for codes that meet its own join over the ten most used codes alone.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path

from bench.machine import pss
from bench.run import SERVICE, environment, python, web
from ownwords.engine import WEB_ROLE, open_server

LIMITS = {10_000: (3, 3, 5), 100_000: (3, 3, 5), 1_000_000: (15, 15, 30)}


def main() -> None:
    """Make a database, fill it, open the pages, and take the database away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--codings", type=int, default=100_000, choices=sorted(LIMITS))
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--port", type=int, default=8793)
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="ow-analysis-") as folder,
        open_server(Path(folder), allow_root=True) as server,
    ):
        environ = environment(Path(folder), server, asked.port)
        python(environ, "-m", "ownwords", "migrate")
        began = time.perf_counter()
        made = json.loads(python(environ, "-m", "bench.inquiry_analysis_study", str(asked.codings)))
        print(
            f"{asked.codings:,} codings, made in {time.perf_counter() - began:.0f} s; load {os.getloadavg()[0]:.1f}"
        )
        with web(SERVICE, {**environ, "OWNWORDS_DB_ROLE": WEB_ROLE}, asked.port, workers=1) as pid:
            before = pss(pid)
            for name, path in made["pages"].items():
                measured(name, path, made["cookie"], asked)
            print(f"  the web server took {pss(pid) - before:.0f} MB more")
        for name, seconds in made["floor"].items():
            print(f"  floor: {name:<44} {seconds:7.3f} s")
    print(
        f"  this program: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB at most in a process"
    )


def measured(name: str, path: str, cookie: str, asked: argparse.Namespace) -> None:
    """Open a page some times and print the best and the worst."""
    times, size = [], 0
    for _ in range(asked.times + 1):
        began = time.perf_counter()
        visit = HTTPConnection("127.0.0.1", asked.port, timeout=120)
        visit.request("GET", path, headers={"Cookie": cookie})
        answer = visit.getresponse()
        size = len(answer.read())
        times.append(time.perf_counter() - began)
        if answer.status != 200:
            sys.exit(f"{name}: {answer.status}")
    codes_meet, matrix, agreement = LIMITS[asked.codings]
    limit = {"meet": codes_meet, "matrix": matrix, "agreement": agreement}.get(
        name.split(maxsplit=1)[0], codes_meet
    )
    verdict = "met" if max(times[1:]) <= limit else "MISSED"
    print(
        f"  {name:<34} best {min(times[1:]):6.2f} s  worst {max(times[1:]):6.2f} s  first {times[0]:6.2f} s"
        f"  {size:>9,} bytes  limit {limit} s {verdict}"
    )


if __name__ == "__main__":
    main()
