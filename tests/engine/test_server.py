"""A server on a data folder: what is made, who may reach it, who may start it twice."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ownwords.engine import (
    EngineFault,
    RunningServer,
    Way,
    attach_or_open,
    open_server,
    prepare_database,
    temporary_data_folder,
)
from ownwords.engine.server import server_options
from tests.engine.helpers import ENVIRON, socket_folder_of

pytestmark = pytest.mark.postgres15


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A data folder with a path longer than a socket's may be."""
    with temporary_data_folder() as base:
        yield base / ("a-long-name-" * 10) / "data"


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[RunningServer]:
    """A durable server of its own."""
    before = stat.S_IMODE(folder.parent.parent.stat().st_mode)
    with open_server(folder, allow_root=True, environ=ENVIRON) as running:
        assert stat.S_IMODE(folder.parent.parent.stat().st_mode) == before
        yield running


def ask(url: str, query: str, **options: str) -> tuple[object, ...]:
    """Return the first row of a query."""
    with psycopg.connect(url, **options) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row


def test_the_first_start_makes_a_database_with_an_owner_who_is_no_superuser(server: RunningServer) -> None:
    """From nothing to running: a superuser would pass by row-level security."""
    row = ask(
        server.url(),
        "SELECT current_user::text, current_database()::text, rolsuper, rolbypassrls, rolcreatedb,"
        " (SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = current_database())"
        " FROM pg_roles WHERE rolname = current_user",
    )
    assert row == ("ownwords_owner", "ownwords", False, False, True, "ownwords_owner")


def test_web_requests_can_step_down_to_a_role_that_owns_nothing(server: RunningServer) -> None:
    """Row-level security holds only for a role that neither owns the tables nor is a superuser."""
    assert ask(server.url(), "SELECT current_user::text", options="-c role=ownwords_web") == ("ownwords_web",)
    rights = "SELECT rolcanlogin, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'ownwords_web'"
    assert ask(server.url(), rights) == (False, False, False)


def test_the_owner_may_switch_on_what_search_needs(server: RunningServer) -> None:
    """Search folds accents and finds near words (pg_trgm, unaccent); btree_gist keeps spans apart."""
    with psycopg.connect(server.url()) as connection:
        for name in ("pg_trgm", "unaccent", "btree_gist"):
            connection.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
        assert connection.execute("SELECT similarity(unaccent('café'), 'cafe') = 1").fetchone() == (True,)


def test_text_is_unicode_and_ordered_alike_everywhere(server: RunningServer) -> None:
    """Traps of the platform: C.UTF-8-style ordering, no ICU."""
    with psycopg.connect(server.url()) as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        assert connection.execute("SELECT lower('ÉÅŴ')").fetchone() == ("éåŵ",)
        assert connection.execute("SELECT 'Z' < 'a', 'z' < 'é'").fetchone() == (True, True)


def test_nothing_listens_on_the_network_and_only_the_owner_enters_the_socket_folder(
    server: RunningServer,
) -> None:
    """There is no password, so the folder is the lock."""
    assert ask(server.url(), "SHOW listen_addresses") == ("",)
    place = socket_folder_of(server.url())
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert len(os.fsencode(place / ".s.PGSQL.5432")) <= 103


def test_what_is_committed_is_on_disk_unless_a_test_asks_otherwise(server: RunningServer) -> None:
    """DESIGN house rule 7: a crash loses nothing that was acknowledged."""
    names = "fsync", "synchronous_commit", "full_page_writes"
    assert [ask(server.url(), f"SHOW {name}")[0] for name in names] == ["on", "on", "on"]
    loose = server_options(Path("/tmp/x"), durable=False)
    assert [loose[name] for name in names] == ["off", "off", "off"]


def test_people_s_words_do_not_reach_the_server_s_log(server: RunningServer) -> None:
    """ASVS 16.2.5: a failing statement and its values stay out of the log."""
    make = "CREATE TABLE words (word text PRIMARY KEY); INSERT INTO words VALUES ('unheard'), ('unheard')"
    with psycopg.connect(server.url()) as connection, pytest.raises(psycopg.errors.UniqueViolation):
        connection.execute(make)
    assert server.log is not None
    assert "unheard" not in server.log.read_text()


def test_a_second_start_on_the_same_folder_is_refused_in_words(server: RunningServer, folder: Path) -> None:
    """From nothing to running: two starts on one data folder are refused in words."""
    with pytest.raises(EngineFault, match=r"already runs on the data folder .* \(process \d+\)"):
        open_server(folder, allow_root=True, environ=ENVIRON).__enter__()


def test_a_command_joins_the_running_server_and_leaves_it_running(
    server: RunningServer, folder: Path
) -> None:
    """`ownwords backup` works while the service runs."""
    with attach_or_open(folder, allow_root=True, environ=ENVIRON) as joined:
        assert not joined.started
        assert joined.pid == server.pid
        assert ask(joined.url(), "SELECT current_user::text") == ("ownwords_owner",)
    assert server.alive()


def test_an_address_in_the_environment_is_used_and_nothing_is_started(
    server: RunningServer, tmp_path: Path
) -> None:
    """From nothing to running: DATABASE_URL comes first."""
    environ = ENVIRON | {"DATABASE_URL": server.url()}
    with open_server(tmp_path / "unused", environ=environ) as named:
        assert (named.way, named.started) == (Way.ADDRESS, False)
        assert ask(named.url("postgres"), "SELECT current_database()::text") == ("postgres",)
    assert not (tmp_path / "unused").exists()


def test_preparing_a_database_twice_changes_nothing(server: RunningServer) -> None:
    """`migrate` prepares each time."""
    prepare_database(server.url())
    prepare_database(server.url())


def test_where_the_web_role_cannot_be_made_the_sql_for_it_is_given(server: RunningServer) -> None:
    """A service's own database role often may not make roles."""
    with psycopg.connect(server.url("postgres", superuser=True), autocommit=True) as connection:
        connection.execute("CREATE ROLE modest LOGIN")
        connection.execute("ALTER ROLE ownwords_web RENAME TO elsewhere")
    modest = server.url("postgres").replace("ownwords_owner", "modest", 1)
    try:
        with pytest.raises(
            EngineFault, match='CREATE ROLE ownwords_web NOLOGIN; GRANT ownwords_web TO "modest"'
        ):
            prepare_database(modest)
    finally:
        with psycopg.connect(server.url("postgres", superuser=True), autocommit=True) as connection:
            connection.execute("ALTER ROLE elsewhere RENAME TO ownwords_web")
    with pytest.raises(EngineFault, match="database administrator"):
        prepare_database(modest)


def test_a_role_that_may_make_roles_makes_the_web_role(server: RunningServer) -> None:
    """On a server of the service's own, `migrate` does it all."""
    with psycopg.connect(server.url("postgres", superuser=True), autocommit=True) as connection:
        connection.execute("CREATE ROLE maker LOGIN CREATEROLE")
        connection.execute("ALTER ROLE ownwords_web RENAME TO elsewhere2")
    maker = server.url("postgres").replace("ownwords_owner", "maker", 1)
    try:
        prepare_database(maker)
        assert ask(maker, "SELECT current_user::text", options="-c role=ownwords_web") == ("ownwords_web",)
    finally:
        with psycopg.connect(server.url("postgres", superuser=True), autocommit=True) as connection:
            connection.execute("DROP ROLE ownwords_web")
            connection.execute("ALTER ROLE elsewhere2 RENAME TO ownwords_web")
