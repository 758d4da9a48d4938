"""Putting a backup back: all of it, equal row for row, or nothing."""

import os
import secrets
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from ownwords.engine.backup import open_backup
from ownwords.engine.binaries import Binaries, client_tools
from ownwords.engine.cluster import last_line
from ownwords.engine.faults import EngineFault
from ownwords.engine.manifest import TABLES, Manifest, describe, differences
from ownwords.engine.roles import prepare_database
from ownwords.engine.urls import as_environment, with_database


def tables_in(url: str) -> int:
    """Return how many tables the database has."""
    with psycopg.connect(url) as connection:
        return len(connection.execute(TABLES, ["r"]).fetchall())


def others_connected(url: str) -> int:
    """Return how many other sessions use the database."""
    query = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend'"
    )
    with psycopg.connect(url) as connection:
        row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0


def restore_backup(
    url: str, source: Path, *, replace: bool = False, environ: Mapping[str, str] | None = None
) -> Manifest:
    """Put a backup into the database at ``url``, compare every table, and return the manifest.

    The database must be empty unless ``replace``, which removes what is there in the same transaction; before that,
    the backup is restored into a database of its own and compared row for row, so that nothing is given up for a
    backup that is not whole. When anything fails, everything is as it was before. Raises EngineFault.
    """
    environ = os.environ if environ is None else environ
    if not replace and tables_in(url):
        raise EngineFault("The database is not empty.", "Restore into an empty one, or replace this one.")
    if replace and (others := others_connected(url)):
        raise EngineFault(f"{others} other sessions use the database.", "Stop Ownwords first.")
    if replace and tables_in(url):
        with scratch_database(url) as trial:
            restore_backup(trial, source, environ=environ)
    prepare_database(url)
    with open_backup(source) as (manifest, dump):
        _load(url, manifest, dump, environ, replace=replace)
        if faults := compare(url, manifest):
            raise EngineFault("The restored database differs: " + " ".join(faults[:5]), "Do not use it.")
    return manifest


def compare(url: str, manifest: Manifest) -> list[str]:
    """Return a sentence for each difference between the database and a manifest."""
    with psycopg.connect(url) as connection:
        return differences(manifest, *describe(connection))


@contextmanager
def scratch_database(url: str) -> Iterator[str]:
    """Give the address of a new empty database on the same server; it is dropped afterwards."""
    name = f"ownwords_drill_{secrets.token_hex(4)}"
    with psycopg.connect(url, autocommit=True) as connection:
        try:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege as error:
            fix = f'A database administrator runs once: ALTER ROLE "{connection.info.user}" CREATEDB;'
            raise EngineFault("The database role may not make a database for the drill.", fix) from error
        try:
            yield with_database(url, name)
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _load(url: str, manifest: Manifest, dump: Path, environ: Mapping[str, str], *, replace: bool) -> None:
    """Feed the dump through psql in one transaction, which a failed comparison of counts undoes."""
    with psycopg.connect(url) as connection:
        server = connection.info.server_version // 10000
    tools = client_tools(max(server, manifest.server), environ)
    before, after = dump.with_name("before.sql"), dump.with_name("after.sql")
    before.write_text("DROP OWNED BY CURRENT_USER CASCADE;\n" if replace else "")
    after.write_text(_verification(manifest))
    script = dump.with_name("script.sql")
    _write_script(tools, dump, script, server)
    argv: list[str | Path] = [
        tools.program("psql"),
        "--no-psqlrc",
        "--quiet",
        "--single-transaction",
        "-v",
        "ON_ERROR_STOP=1",
    ]
    argv += ["-f", before, "-f", script, "-f", after]
    done = subprocess.run(
        argv,
        env={**environ, **as_environment(url)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise EngineFault(f"Nothing was restored: {last_line(done.stderr)}", "The database is as it was.")


def _write_script(tools: Binaries, dump: Path, script: Path, server: int) -> None:
    argv: list[str | Path] = [tools.program("pg_restore"), "--no-owner", f"--file={script}", dump]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise EngineFault(f"The backup cannot be read: {last_line(done.stderr)}", "Use another one.")
    if server < 17:  # an older server does not know the newer tools' timeout
        _leave_out(script, "SET transaction_timeout = 0;")


def _leave_out(script: Path, line: str) -> None:
    """Comment out one line in the first lines of a script, in place and keeping its length."""
    with script.open("r+b") as file:
        head = file.read(4096)
        at = head.find(line.encode())
        if at >= 0:
            file.seek(at)
            file.write(b"--" + line.encode()[2:])


def _verification(manifest: Manifest) -> str:
    """Return SQL that fails, and so undoes the restore, when a table has another number of rows."""
    lines = ["DO $check$ DECLARE found bigint; BEGIN"]
    for table in manifest.tables:
        schema, _, name = table.name.partition(".")
        quoted = f"{_quoted(schema)}.{_quoted(name)}"
        lines.append(  # names come from the database's own catalogue and are quoted
            f"SELECT count(*) INTO found FROM {quoted}; IF found <> {table.rows} THEN "
            f"RAISE EXCEPTION 'a table has % rows, not {table.rows}', found; END IF;"
        )
    return "\n".join([*lines, "END $check$;"])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
