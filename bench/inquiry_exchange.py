"""A study in and out: REFI-QDA both ways through the database, and every passage as a table through the web.

    python -m bench.inquiry_exchange [--codings 100000] [--port 8795]

The project is that of `bench.inquiry_refi`: 100 texts of 50,000 characters and 1,000 codes. Each job runs in a process
of its own; memory is the most that this process had. While the table is taken by one person, another opens the study's
page again and again: the longest of these is what somebody else waits. The floors: PostgreSQL copying the same
passages out with their words cut in SQL, and `xml.etree` going through the project's XML.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from bench.inquiry_refi import gone_through, make
from bench.machine import pss
from bench.run import SERVICE, environment, python, web
from ownwords.engine import WEB_ROLE, open_server

SECONDS, MEMORY, FIRST, OTHERS = 60, 1024, 1.0, 0.5
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def main() -> None:
    """Make a database, bring a project in, take it out in every way, and take the database away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--codings", type=int, default=100_000)
    parser.add_argument("--port", type=int, default=8795)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="ow-exchange-") as folder,
        open_server(Path(folder) / "data", allow_root=True) as server,
    ):
        environ = environment(Path(folder) / "data", server, asked.port)
        python(environ, "-m", "ownwords", "migrate")
        file = make(Path(folder) / "corpus.qdpx", asked.codings)
        print(f"{asked.codings:,} codings in 100 texts; load {os.getloadavg()[0]:.1f}")
        _, floor, _ = gone_through(file, None)
        print(f"  floor: xml.etree through the XML {floor:21.2f} s")
        jobs = (("import", "import, through the database"), ("again", "the same file again"),
                ("qdpx", "export to .qdpx"), ("csv", "every passage to .csv"), ("html", "every passage to .html"),
                ("xlsx", "every passage to .xlsx"), ("floor", "floor: COPY of the passages"))  # fmt: skip
        found = json.loads(python(environ, "-m", "bench.inquiry_exchange_inside", "make"))
        for job, words in jobs:
            told = json.loads(python(environ, "-m", "bench.inquiry_exchange_inside", job, str(file)))
            kept = told["wall"] <= SECONDS and told["memory"] <= MEMORY
            print(f"  {words:<32}{told['wall']:8.2f} s {told['memory']:6.0f} MiB {told['size']:>12,}"
                  f"  {'met' if kept else 'MISSED'}")  # fmt: skip
        with web(
            SERVICE, {**environ, "OWNWORDS_DB_ROLE": WEB_ROLE}, asked.port, workers=asked.workers
        ) as pid:
            through_the_web(found, asked.port, pid)


def through_the_web(found: dict[str, str], port: int, pid: int) -> None:
    """Take the table from the page while somebody else reads."""
    page = f"/studies/{found['study']}/"
    over, waits = threading.Event(), []
    for _ in range(4):  # every worker has loaded everything before it is measured
        opened(page, port, found["other"])
    reader = threading.Thread(target=lambda: reads(page, port, found["other"], over, waits))
    reader.start()
    before = pss(pid)
    first, whole, size = taken(f"{page}exchange/", port, found)
    more = pss(pid) - before
    over.set()
    reader.join()
    print(f"  table through the web: first byte {first:.3f} s {'met' if first <= FIRST else 'MISSED'}, all of it"
          f" {whole:.2f} s, {size:,} bytes, {more:.0f} MB more")  # fmt: skip
    longest = max(waits, default=0.0)
    print(f"  somebody else meanwhile: {len(waits)} pages, the longest {longest:.3f} s"
          f" {'met' if longest <= OTHERS else 'MISSED'}")  # fmt: skip


def taken(path: str, port: int, found: dict[str, str]) -> tuple[float, float, int]:
    """Ask for the table; return the seconds to its first byte and to its last, and its size."""
    began = time.perf_counter()
    visit = HTTPConnection("127.0.0.1", port, timeout=300)
    body = urlencode({"form": "csv", "csrfmiddlewaretoken": found["csrf"]})
    visit.request("POST", path, body, {**FORM, "Cookie": found["cookie"]})
    answer = visit.getresponse()
    size = len(answer.read(1))
    first = time.perf_counter() - began
    while piece := answer.read(2**18):
        size += len(piece)
    return first, time.perf_counter() - began, size


def opened(page: str, port: int, cookie: str) -> None:
    """Open a page."""
    visit = HTTPConnection("127.0.0.1", port, timeout=300)
    visit.request("GET", page, headers={"Cookie": cookie})
    answer = visit.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{page}: {answer.status}")


def reads(page: str, port: int, cookie: str, over: threading.Event, waits: list[float]) -> None:
    """Open the study's page ten times a second until it is over."""
    while not over.is_set():
        began = time.perf_counter()
        opened(page, port, cookie)
        waits.append(time.perf_counter() - began)
        time.sleep(0.1)


if __name__ == "__main__":
    main()
