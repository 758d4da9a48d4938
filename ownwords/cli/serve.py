"""``ownwords serve``: settings, database, migrations, then the web server; Ctrl-C ends all of it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

import click

from ownwords.cli.runtime import refuse_superuser, settings
from ownwords.cli.words import Refusal, note, say
from ownwords.config.environment import Settings
from ownwords.engine import WEB_ROLE, Kept, RunningServer, keep, open_server

PATIENCE = 60.0
"""Seconds to wait until the web server answers."""
THREADS = 2
"""Requests that one worker answers at once: while one streams a long file, the others do not wait (decision 0021)."""
FIRST_ROUND, NEXT_ROUND = 60.0, 300.0
"""Seconds until reminders are first sent after a start, and from one round to the next."""


@click.command()
@click.option("--demo", is_flag=True, help="Load the made-up service into an empty database first.")
@click.option("--port", type=click.IntRange(1, 65535), help="Instead of OWNWORDS_PORT.")
def command(demo: bool, port: int | None) -> None:
    """Start the service and its database. Ctrl-C stops both.

    The database lies in OWNWORDS_DATA_DIR unless DATABASE_URL names a server.
    """
    if port:
        os.environ["OWNWORDS_PORT"] = str(port)
    found = settings()
    if demo and not found.is_demo:
        raise Refusal(f"OWNWORDS_MODE is {found.mode}: the made-up service is for the demo mode only.")
    refuse_taken_port(found.bind, found.port)
    with _ending_on_signals(), open_server(found.data_dir, allow_root=not found.is_production) as server:
        if server.notice:
            note(server.notice)
        _serve(found, server, demo=demo)


def _serve(found: Settings, server: RunningServer, *, demo: bool) -> None:
    environ = {**os.environ, "DATABASE_URL": server.url()}
    environ.pop("OWNWORDS_DB_ROLE", None)
    refuse_superuser(server.url())
    signins = _prepare(environ, demo=demo)
    web = _start_web(found, environ)
    rounds = Rounds(environ)
    try:
        _wait_for_answer(found, web)
        _greet(found, signins)
        _watch(web, server, rounds)
    finally:
        rounds.stop()
        web.stop()


@contextmanager
def _ending_on_signals() -> Iterator[None]:
    """Treat a request to end (SIGTERM, a closed terminal) like Ctrl-C, so that everything is put away."""

    def leave(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    numbers = (signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(number, leave) for number in numbers]
    try:
        yield
    except KeyboardInterrupt:
        note("\nStopped.")
        raise click.exceptions.Exit(0) from None
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def refuse_taken_port(bind: str, port: int) -> None:
    """Raise Refusal when another program listens on the port or it may not be used."""
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((bind, port))
        except PermissionError as error:
            raise Refusal(f"Port {port} is for root only. Set OWNWORDS_PORT to 1024 or more.") from error
        except OSError as error:
            raise Refusal(
                f"Another program uses {bind}:{port}. Stop it, or set OWNWORDS_PORT to another number."
            ) from error


def _prepare(environ: dict[str, str], *, demo: bool) -> list[list[str]]:
    """Migrate and load in another process; return the demonstration's sign-ins."""
    argv = [sys.executable, "-m", "ownwords.cli.prepare", *(["--demo"] if demo else [])]
    done = subprocess.run(argv, env=environ, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise Refusal("Ownwords did not start.")
    rows: list[list[str]] = json.loads(done.stdout)
    return rows


def web_command(found: Settings) -> list[str]:
    """Return how the web server is started."""
    options = {
        "interface": "wsgi",
        "host": found.bind,
        "port": found.port,
        "workers": found.workers,
        "blocking-threads": THREADS,
        "workers-kill-timeout": 10,
        "log-level": "warning",
    }
    argv = [sys.executable, "-m", "granian", "--no-ws", "--respawn-failed-workers"]
    argv += [part for name, value in options.items() for part in (f"--{name}", str(value))]
    return [*argv, "ownwords.config.wsgi:application"]


def _start_web(found: Settings, environ: dict[str, str]) -> Kept:
    """Start the web server. Its database sessions step down to the web role as they begin."""
    return keep(
        web_command(found),
        environ={**environ, "OWNWORDS_DB_ROLE": WEB_ROLE},
        stop=signal.SIGTERM,
        patience=15.0,
    )


def _wait_for_answer(found: Settings, web: Kept) -> None:
    """Wait until a page is answered: the socket alone opens before the workers are there."""
    deadline = time.monotonic() + PATIENCE
    while web.ended() is None and time.monotonic() < deadline:
        try:
            visit = HTTPConnection(_reachable(found.bind), found.port, timeout=10.0)
            visit.request("HEAD", "/")
            if visit.getresponse().status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise Refusal("The first page failed; what is known about it stands above.")
            return
        except (OSError, HTTPException):
            time.sleep(0.03)
    raise Refusal("The web server did not start; its messages stand above.")


def _reachable(bind: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(bind, bind)  # noqa: S104  (compared, not bound)


def _greet(found: Settings, signins: list[list[str]]) -> None:
    say(f"Ownwords is at {found.origin}")
    if signins:
        say("Everybody in it is made up. Sign in there as:")
    widths = [max(map(len, column)) for column in zip(*signins, strict=True)]
    for row in signins:
        say("  " + "  ".join(part.ljust(width) for part, width in zip(row, widths, strict=True)).rstrip())
    say("Ctrl-C stops it.")


class Rounds:
    """Sends reminders every few minutes, each round in a process of its own: a fault in one ends nothing else."""

    def __init__(self, environ: dict[str, str]) -> None:
        self.environ = environ
        self.process: subprocess.Popen[bytes] | None = None
        self.due = time.monotonic() + FIRST_ROUND

    def tick(self) -> None:
        """Start a round when one is due and none is running."""
        if time.monotonic() < self.due or (self.process is not None and self.process.poll() is None):
            return
        argv = [sys.executable, "-m", "ownwords", "reminders", "send", "--once"]
        # In a group of its own, so that Ctrl-C in the terminal is heard here alone, and `stop` ends it in order.
        self.process = subprocess.Popen(
            argv, env=self.environ, stdout=subprocess.DEVNULL, start_new_session=True
        )
        self.due = time.monotonic() + NEXT_ROUND

    def stop(self) -> None:
        """End a round that is running; what it had in hand is sent by the next one."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)


def _watch(web: Kept, server: RunningServer, rounds: Rounds) -> None:
    """Wait until a signal comes; raise when the web server or the database ends by itself."""
    while True:
        time.sleep(0.5)
        rounds.tick()
        if web.ended() is not None:
            raise Refusal("The web server ended by itself. Start Ownwords again; nothing saved is lost.")
        if not server.alive():
            raise Refusal("The database ended by itself. Start Ownwords again; nothing saved is lost.")
