"""Putting a backup back: all of it, equal row for row, or nothing."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from ownwords.engine.backup_file import open_backup
from ownwords.engine.comparing import differences
from ownwords.engine.describing import describe, others_connected, tables_in
from ownwords.engine.faults import EngineFault
from ownwords.engine.load import load
from ownwords.engine.manifest import Manifest
from ownwords.engine.roles import prepare_database
from ownwords.engine.urls import with_database


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
        load(url, manifest, dump, environ, replace=replace)
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
