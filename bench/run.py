"""`make bench`: builds services of several sizes, loads the real server, prints a table beside the floor.

    python -m bench.run [--sizes 1000,10000,100000] [--seconds 8] [--quick]

Databases are kept in bench/out and used again while the tables are the same.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from bench import machine, report
from bench.load import Load, Result, get, post
from ownwords.cli.serve import THREADS
from ownwords.engine import WEB_ROLE, RunningServer, open_server

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "bench" / "out"
SERVICE, FLOOR = "ownwords.config.wsgi:application", "bench.floor.wsgi:application"
CONNECTIONS, WORKERS = 8, 40


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--port", type=int, default=8791)
    parser.add_argument("--quick", action="store_true", help="1,000 people and 3 seconds each only")
    asked = parser.parse_args()
    sizes = [1000] if asked.quick else [int(size) for size in asked.sizes.split(",")]
    seconds = 3.0 if asked.quick else asked.seconds
    found = {size: measure(size, seconds, asked.port) for size in sizes}
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "latest.json").write_text(json.dumps(found, indent=1))
    print(report.table(found))
    team = ("--people", str(sizes[-1]), "--seconds", str(seconds))
    for arguments in (
        ("measures_chart",),
        ("measures_scoring",),
        ("measures_change",),
        ("peers_returns", "--runs", "10"),
        ("measures_team", *team),
        ("connections_directory", "--services", "10000", "--searches", "100"),
        ("peers_team",),
        ("connections_network",),
        ("inquiry_agreement",),
        ("inquiry_refi",),
        ("inquiry_exchange",),
        ("inquiry_analysis",),
        ("inquiry_beside",),
    ):
        print(python(dict(os.environ), "-m", f"bench.{arguments[0]}", *arguments[1:]))


def measure(people: int, seconds: float, port: int) -> dict[str, Any]:
    """Build (or find) a service of so many people and measure every page of it."""
    folder = OUT / f"people-{people}"
    with database(folder, people) as server:
        environ = environment(folder, server, port)
        inside = json.loads(python(environ, "-m", "bench.inside", str(WORKERS)))
        rows: dict[str, Any] = {}
        with web(SERVICE, {**environ, "OWNWORDS_DB_ROLE": WEB_ROLE}, port) as pid:
            for name in ("record", "caseload", "today", "visit"):
                rows[name] = load(name, inside, server.pid, pid, port, seconds)
                rows[name]["queries"] = inside["queries"][name]["queries"]
            memory = machine.pss(pid)
        with web(FLOOR, environ, port) as pid:
            for one in inside["targets"]:
                one["floor"] = [f"/floor/{person}/" for person in one["people"]]
            rows["floor"] = load("floor", inside, server.pid, pid, port, seconds)
    return {"rows": rows, "memory": memory, "load": os.getloadavg()[0], "seconds": seconds}


@contextmanager
def database(folder: Path, people: int) -> Iterator[RunningServer]:
    """Give the database of a service of this size, made when it is not there or its tables have changed."""
    marker = folder / "made"
    for again in (False, True):
        if not marker.exists():
            shutil.rmtree(folder, ignore_errors=True)
        with open_server(folder, allow_root=True) as server:
            environ = environment(folder, server, 8000)
            if not marker.exists():
                python(environ, "-m", "ownwords", "migrate")
                print(python(environ, "-m", "ownwords", "demo", "--people", str(people)).strip())
                marker.touch()
            if again or _fits(environ):
                yield server
                return
        marker.unlink()


def _fits(environ: dict[str, str]) -> bool:
    argv = [sys.executable, "-m", "ownwords", "migrate", "--check"]
    return subprocess.run(argv, env=environ, cwd=ROOT, capture_output=True, check=False).returncode == 0


def environment(folder: Path, server: RunningServer, port: int) -> dict[str, str]:
    """Return the environment of everything that runs on one database."""
    (folder / "static").mkdir(exist_ok=True)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("OWNWORDS_")}
    return {
        **kept, "DATABASE_URL": server.url(), "OWNWORDS_DATA_DIR": str(folder), "OWNWORDS_MODE": "development",
        "OWNWORDS_PORT": str(port), "DJANGO_SETTINGS_MODULE": "ownwords.config.settings", "PYTHONPATH": str(ROOT),
    }  # fmt: skip


def python(environ: dict[str, str], *arguments: str) -> str:
    """Run Python and return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments], env=environ, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{done.stdout}{' '.join(arguments)} ended with {done.returncode}")
    return done.stdout


@contextmanager
def web(application: str, environ: dict[str, str], port: int, workers: int = 2) -> Iterator[int]:
    """Run the web server as `ownwords serve` does, with two workers, and give its process."""
    options = f"--interface wsgi --host 127.0.0.1 --blocking-threads {THREADS} --no-ws --log-level warning"
    sizes = ["--workers", str(workers), "--port", str(port)]
    argv = [sys.executable, "-m", "granian", *options.split(), *sizes, application]
    process = subprocess.Popen(argv, env=environ, cwd=ROOT)
    try:
        _wait(process, port)
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(600):
        try:
            visit = HTTPConnection("127.0.0.1", port, timeout=10)
            visit.request("HEAD", "/favicon.ico")
            visit.getresponse().read()
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise SystemExit("the web server did not start")


def load(
    name: str, inside: dict[str, Any], database_pid: int, web_pid: int, port: int, seconds: float
) -> dict[str, Any]:
    """Send one kind of request for so many seconds; return speed, and what it cost."""
    make = _maker(name, inside)
    Load(port, CONNECTIONS, min(2.0, seconds / 2)).run(make)
    before = machine.cpu_seconds(web_pid), machine.cpu_seconds(database_pid), time.process_time()
    result = Load(port, CONNECTIONS, seconds).run(make)
    after = machine.cpu_seconds(web_pid), machine.cpu_seconds(database_pid), time.process_time()
    spent = [1000 * (b - a) / max(1, len(result.times)) for a, b in zip(before, after, strict=True)]
    return _row(result, spent)


def _row(result: Result, spent: list[float]) -> dict[str, Any]:
    return {
        "per_second": len(result.times) / result.seconds, "p50": result.percentile(0.5), "p95": result.percentile(0.95),
        "max": result.percentile(1.0), "web_ms": spent[0], "database_ms": spent[1], "client_ms": spent[2],
        "machine_ms": sum(spent), "statuses": {str(key): number for key, number in result.statuses.items()},
    }  # fmt: skip


def _maker(name: str, inside: dict[str, Any]) -> Callable[[Any], bytes]:
    targets, forms = inside["targets"], inside["forms"]

    def make(dice: Any) -> bytes:
        one = dice.choice(targets)
        path = dice.choice(one[name])
        return (
            post(one["cookie"], path, forms[name], inside["csrf"])
            if name in forms
            else get(one["cookie"], path)
        )

    return make


if __name__ == "__main__":
    main()
