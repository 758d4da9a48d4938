"""Whoever is killed, no server is left behind and nothing that was committed is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ownwords.engine import open_server, temporary_data_folder
from ownwords.engine.cluster import alive
from tests.engine.helpers import ENVIRON, parent_of, socket_folder_of, start_elsewhere, within

pytestmark = pytest.mark.postgres15


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A data folder that these tests use one after the other: each also finds what the last one left."""
    with temporary_data_folder() as base:
        yield base


def rows_after_restart(folder: Path, query: str) -> list[tuple[object, ...]]:
    """Start again (waiting for the last server to leave) and return a query's rows."""
    with (
        open_server(folder, allow_root=True, environ=ENVIRON) as server,
        psycopg.connect(server.url()) as again,
    ):
        return again.execute(query).fetchall()


def test_killing_the_starter_ends_the_server_and_loses_nothing(folder: Path) -> None:
    """From nothing to running: a crash of Ownwords leaves no orphan."""
    process, pid, url = start_elsewhere(folder)
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('said')")
    process.kill()
    process.wait()
    assert within(15, lambda: not alive(pid))
    assert within(5, lambda: not socket_folder_of(url).exists())
    assert rows_after_restart(folder, "SELECT word FROM kept") == [("said",)]


def test_killing_the_keeper_ends_the_server_too(folder: Path) -> None:
    """The kernel ends the server when its keeper is gone."""
    process, pid, _ = start_elsewhere(folder)
    os.kill(parent_of(pid), signal.SIGKILL)
    assert within(15, lambda: not alive(pid))
    process.kill()
    process.wait()


def test_after_killing_the_server_itself_the_next_start_recovers(folder: Path) -> None:
    """F1/F2: kill -9 of the database; committed rows are there, others are not."""
    process, pid, url = start_elsewhere(folder)
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE numbered (n int)")
    open_transaction = psycopg.connect(url)
    for number in range(20):
        with psycopg.connect(url) as connection:
            connection.execute("INSERT INTO numbered VALUES (%s)", [number])
    open_transaction.execute("INSERT INTO numbered VALUES (-1)")
    os.kill(pid, signal.SIGKILL)
    process.kill()
    process.wait()
    open_transaction.close()
    rows = rows_after_restart(folder, "SELECT n FROM numbered ORDER BY n")
    assert rows == [(number,) for number in range(20)]


def test_a_left_over_pid_file_that_names_a_living_stranger_does_not_hinder(folder: Path) -> None:
    """After a crash another program may have the number; PostgreSQL alone would refuse to start."""
    place = folder / "database" / "postmaster.pid"
    place.write_text(f"{os.getppid()}\n{folder}/database\n1700000000\n5432\n/tmp/ow-gone\n\n1 2\nready \n")
    with open_server(folder, allow_root=True, environ=ENVIRON) as server:
        assert server.alive()
        assert server.pid != os.getppid()


def test_half_a_database_left_by_a_crash_during_the_first_start_is_made_anew() -> None:
    """initdb works beside the final place; only a whole database gets the name."""
    with temporary_data_folder() as fresh:
        (fresh / "database.new").mkdir()
        (fresh / "database.new" / "PG_VERSION").write_text("18\n")
        with open_server(fresh, durable=False, environ=ENVIRON) as server:
            assert server.alive()
        assert not (fresh / "database.new").exists()
