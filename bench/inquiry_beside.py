"""One study in three programs in one run, through the web with one worker each: ours, Taguette 1.5.2, and the floor.

    python -m bench.inquiry_beside [--codings 10000,100000] [--times 3] [--corpus FOLDER] [--patience 400]

The study is that of `bench.beside.corpus`, or one in the same three files in FOLDER. Taguette runs from its own package
in an environment of its own, made once in bench/out/taguette from requirements/taguette.txt. The floor is SQLite with
two indexes and numpy, without a web. Each page is opened once before it is measured; the best of the times counts.
While one person takes every passage as CSV, another opens a page ten times a second: the longest is what they wait.
A page of Taguette that takes longer than the patience is given up and printed so.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from bench.beside import corpus, plain
from bench.run import OUT, ROOT, SERVICE, environment, python, web
from ownwords.engine import WEB_ROLE, open_server

WORDS = {
    "codes": "the codebook with its counts",
    "open": "open a text with its passages",
    "first": "first 50 passages of the code with most",
    "last": "last 50 passages of it",
    "meet": "which codes meet, all codes",
    "matrix": "all codes by attribute",
    "agreement": "agreement of two coders, all codes",
    "csv first": "every passage as CSV, first byte",
    "csv": "every passage as CSV, all of it",
    "waits": "the longest that another person waits meanwhile",
}
#: Seconds that are wanted, up to 100,000 passages and at a million.
LIMITS = {
    "open": (0.3, 1.0), "first": (0.2, 0.2), "last": (0.2, 0.2), "meet": (3, 15), "matrix": (3, 15),
    "agreement": (5, 30), "csv first": (1, 1), "waits": (0.5, 0.5),
}  # fmt: skip
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def main() -> None:
    """Measure every size and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--codings", default="10000,100000")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--patience", type=float, default=400)
    parser.add_argument("--port", type=int, default=8797)
    asked = parser.parse_args()
    taguette = taguette_python()
    for codings in (int(one) for one in asked.codings.split(",")):
        with tempfile.TemporaryDirectory(prefix="ow-beside-") as place:
            folder = asked.corpus or Path(place) / "corpus"
            if not asked.corpus:
                corpus.write(folder, codings)
            plain.load(folder, Path(place) / "plain.sqlite3")
            floor = plain.floors(Path(place) / "plain.sqlite3")
            ours = measured_ours(folder, Path(place), asked)
            theirs = measured_taguette(folder, Path(place), taguette, asked)
        print(
            table(
                sum(1 for _ in corpus.rows(folder / "codings.jsonl")) if asked.corpus else codings,
                ours,
                theirs,
                floor,
            )
        )


def taguette_python() -> str:
    """Return the Python of Taguette's own environment, made when it is not there."""
    home = OUT / "taguette"
    if not (home / "made").exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run(
            [*pip, "--require-hashes", "-r", ROOT / "requirements" / "taguette.txt"],
            stderr=subprocess.DEVNULL,
            check=True,
        )
        (home / "made").touch()
    return str(home / "bin" / "python")


def measured_ours(folder: Path, place: Path, asked: argparse.Namespace) -> dict[str, float]:
    """Make our study and open its pages."""
    with open_server(place / "data", allow_root=True) as server:
        environ = environment(place / "data", server, asked.port)
        python(environ, "-m", "ownwords", "migrate")
        made = json.loads(python(environ, "-m", "bench.beside.ours", str(folder)))
        with web(SERVICE, {**environ, "OWNWORDS_DB_ROLE": WEB_ROLE}, asked.port, workers=1):
            found = {
                name: best(lambda path=path: visit(asked, path, made["cookie"]), asked.times)
                for name, path in made["pages"].items()
            }
            body = urlencode({"form": "csv", "csrfmiddlewaretoken": made["csrf"]})
            taken = lambda: csv(asked, made["csv"], made["cookie"], body)  # noqa: E731
            return found | beside_another(taken, lambda: visit(asked, made["study"], made["other"]))


def measured_taguette(
    folder: Path, place: Path, interpreter: str, asked: argparse.Namespace
) -> dict[str, float]:
    """Make Taguette's study and open its pages."""
    base = place / "taguette.sqlite3"
    load = [interpreter, ROOT / "bench" / "beside" / "taguette_load.py", folder, base]
    paths = json.loads(subprocess.run(load, check=True, capture_output=True, text=True).stdout)
    most = plain.biggest(plain.sqlite3.connect(place / "plain.sqlite3"))
    count = (
        plain.sqlite3.connect(place / "plain.sqlite3")
        .execute("SELECT count(*) FROM coding WHERE code = ?", (most,))
        .fetchone()[0]
    )
    tag = f"/api/project/1/highlights/{quote(paths[str(most)])}?page="
    pages = {
        "codes": "/project/1", "first": f"{tag}1", "last": f"{tag}{-(-count // 50)}",
        "open": "/api/project/1/document/1 /api/project/1/document/1/contents",
    }  # fmt: skip
    with taguette_runs(interpreter, base, place, asked.port + 1) as cookie:
        there = argparse.Namespace(**{**vars(asked), "port": asked.port + 1})
        found = {
            name: best(lambda path=path: visit(there, path, cookie), asked.times)
            for name, path in pages.items()
        }
        taken = lambda: csv(there, "/project/1/export/highlights/.csv", cookie, None)  # noqa: E731
        return found | beside_another(
            taken, lambda: visit(there, "/api/project/1/document/2/contents", cookie)
        )


@contextmanager
def taguette_runs(interpreter: str, base: Path, place: Path, port: int) -> Iterator[str]:
    """Start Taguette for one user and give the cookie that its first page sets."""
    argv = [interpreter, "-m", "taguette.main", "--no-browser", "--port", str(port), "--database", str(base)]
    log = (place / "taguette.log").open("w+")
    process = subprocess.Popen(
        argv, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "HOME": str(place)}
    )
    try:
        for _ in range(600):
            found = re.search(r"\?token=\S+", (place / "taguette.log").read_text())
            if found:
                break
            time.sleep(0.1)
        else:
            raise SystemExit(f"Taguette did not start: {(place / 'taguette.log').read_text()}")
        asking = HTTPConnection("127.0.0.1", port, timeout=60)
        asking.request("GET", f"/{found[0]}", headers={"Host": f"localhost:{port}"})
        answer = asking.getresponse()
        answer.read()
        cookies = [
            value.partition(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"
        ]
        yield "; ".join(cookies)
    finally:
        process.terminate()
        process.wait(20)


def visit(asked: argparse.Namespace, paths: str, cookie: str) -> None:
    """Open a page, all of it; Taguette's page of a text asks for two things one after the other."""
    for path in paths.split():
        opened(asked, path, cookie)


def opened(asked: argparse.Namespace, path: str, cookie: str) -> None:
    """Ask for one thing and read it whole."""
    asking = HTTPConnection("127.0.0.1", asked.port, timeout=asked.patience)
    asking.request("GET", path, headers={"Cookie": cookie, "Accept": "*/*"})
    answer = asking.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")


def csv(asked: argparse.Namespace, path: str, cookie: str, body: str | None) -> tuple[float, float]:
    """Take every passage; return the seconds to the first byte and to the last."""
    began = time.perf_counter()
    asking = HTTPConnection("127.0.0.1", asked.port, timeout=asked.patience * 3)
    asking.request("POST" if body else "GET", path, body, {"Cookie": cookie, **(FORM if body else {})})
    answer = asking.getresponse()
    answer.read(1)
    first = time.perf_counter() - began
    while answer.read(2**18):
        pass
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return first, time.perf_counter() - began


def best(job: Callable[[], None], times: int) -> float:
    """Return the least seconds of some runs after a first one; infinity where patience ends."""
    least = float("inf")
    for number in range(times + 1):
        began = time.perf_counter()
        try:
            job()
        except TimeoutError:
            return float("inf")
        took = time.perf_counter() - began
        if took > 30:  # a second try would tell nothing new
            return min(least, took)
        least = min(least, took) if number else least
    return least


def beside_another(taken: Callable[[], tuple[float, float]], reads: Callable[[], None]) -> dict[str, float]:
    """Take the table while another person reads; return its seconds and the longest that they waited."""
    over, waits = threading.Event(), [0.0]

    def reader() -> None:
        while not over.is_set():
            began = time.perf_counter()
            reads()
            waits.append(time.perf_counter() - began)
            time.sleep(0.1)

    thread = threading.Thread(target=reader)
    thread.start()
    try:
        first, whole = taken()
    finally:
        over.set()
        thread.join()
    return {"csv first": first, "csv": whole, "waits": max(waits)}


def table(codings: int, ours: dict[str, float], theirs: dict[str, float], floor: dict[str, float]) -> str:
    """Return the table of one size: seconds, what was wanted, and ratios."""
    lines = [f"{codings:,} passages; load {os.getloadavg()[0]:.1f}",
             f"  {'':<48}{'ours':>9}{'Taguette':>10}{'floor':>9}  Taguette/ours  ours/floor"]  # fmt: skip
    for name, words in WORDS.items():
        mine, other, least = ours[name], theirs.get(name), floor.get(name)
        limit: Any = LIMITS.get(name)
        limit = limit and limit[codings > 100_000]
        verdict = "" if limit is None else f"  wanted {limit} s: {'met' if mine <= limit else 'MISSED'}"
        lines.append(
            f"  {words:<48}{mine:8.3f}s{_seconds(other):>10}{_seconds(least):>9}"
            f"{f'{other / mine:13.1f}x' if other else '':>15}{f'{mine / least:10.1f}x' if least else '':>12}{verdict}"
        )
    return "\n".join(lines)


def _seconds(value: float | None) -> str:
    if value is None:
        return "-"
    return "given up" if value == float("inf") else f"{value:.3f}s"


if __name__ == "__main__":
    main()
