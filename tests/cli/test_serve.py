"""`serve`: one command starts everything, one signal ends everything."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from ownwords.engine.cluster import alive, running
from tests.cli.helpers import ROOT, environment, ownwords
from tests.engine.helpers import within

pytestmark = pytest.mark.xdist_group("service")


def free_port() -> int:
    """Return a port nobody uses just now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@contextmanager
def serving(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Start the service and wait until it says where it is."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ownwords", "serve", "--port", str(port)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(folder, OWNWORDS_WORKERS="1"),
        cwd=ROOT,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == f"Ownwords is at http://127.0.0.1:{port}\n"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def status(port: int) -> int:
    """Return the status of the first page."""
    visit = HTTPConnection("127.0.0.1", port, timeout=20)
    visit.request("GET", "/")
    code = visit.getresponse().status
    visit.close()
    return code


def database_pid(folder: Path) -> int:
    """Return the process id of the database's server."""
    found = running(folder / "database")
    assert found is not None
    return found.pid


def port_is_free(port: int) -> bool:
    """Say whether nobody listens on a port."""
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) != 0


def all_gone(port: int, database: int) -> bool:
    """Say whether neither the web server nor the database is there."""
    return port_is_free(port) and not alive(database)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_ends_the_web_server_and_the_database(service: Path, number: signal.Signals) -> None:
    """From nothing to running: Ctrl-C stops everything it started."""
    port = free_port()
    with serving(service, port) as process:
        assert status(port) < 500
        database = database_pid(service)
        assert alive(database)
        process.send_signal(number)
        assert process.wait(30) == 0
        assert all_gone(port, database)


def test_killing_it_leaves_nothing_behind_and_the_next_start_works(service: Path) -> None:
    """From nothing to running: a crash of Ownwords leaves no orphan."""
    port = free_port()
    with serving(service, port) as process:
        database = database_pid(service)
        process.kill()
        assert within(20, lambda: all_gone(port, database))
    with serving(service, port):
        assert status(port) < 500


def test_a_database_that_dies_ends_the_service_in_words(service: Path) -> None:
    """Nobody goes on typing into a service that cannot save."""
    port = free_port()
    with serving(service, port) as process:
        os.kill(database_pid(service), signal.SIGKILL)
        assert process.wait(30) == 1
        assert within(10, lambda: port_is_free(port))


def test_commands_work_beside_it_and_a_second_start_is_refused(service: Path, tmp_path: Path) -> None:
    """Nothing lost: backup is consistent while the server runs."""
    port = free_port()
    with serving(service, port):
        assert ownwords(service, "backup", str(tmp_path / "b.zip")).returncode == 0
        assert ownwords(service, "check").returncode == 0
        again = ownwords(service, "serve", "--port", str(free_port()))
        assert (again.returncode, "already runs on the data folder" in again.stderr) == (1, True)
        taken = ownwords(tmp_path / "other", "serve", "--port", str(port))
        assert (taken.returncode, "Another program uses" in taken.stderr) == (1, True)
        assert not (tmp_path / "other" / "database").exists()
        assert status(port) < 500


def test_the_made_up_service_is_refused_outside_the_demo_mode(tmp_path: Path) -> None:
    """Made-up people never meet real ones."""
    done = ownwords(tmp_path, "serve", "--demo", OWNWORDS_MODE="development")
    assert done.returncode == 1
    assert "demo mode only" in done.stderr
