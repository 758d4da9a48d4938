"""Writing everything to one file while the service runs.

A backup is a ZIP file with ``manifest.json`` and ``database.dump`` (PostgreSQL's custom format). Dump,
counts and digests see the same moment: they share one exported snapshot.
"""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from ownwords.engine.backup_file import pack, settle, sha256_of
from ownwords.engine.cluster import last_line
from ownwords.engine.describing import describe
from ownwords.engine.faults import EngineFault
from ownwords.engine.manifest import Manifest
from ownwords.engine.programs import client_tools
from ownwords.engine.urls import as_environment


def write_backup(
    url: str, target: Path, *, version: str, environ: Mapping[str, str] | None = None
) -> Manifest:
    """Write a backup of the database at ``url`` and return what it holds.

    The file appears complete or not at all, is for its owner alone (0600), and replaces an older one of
    the same name only when it is complete. Raises EngineFault in words.
    """
    environ = os.environ if environ is None else environ
    target = target.absolute()
    if not target.parent.is_dir():
        raise EngineFault(f"The folder {target.parent} does not exist.", "Make it first.")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as scratch:
            manifest = _dump(url, Path(scratch) / "database.dump", version, environ)
            whole = Path(scratch) / "whole"
            pack(manifest, Path(scratch) / "database.dump", whole)
            whole.replace(target)
    except PermissionError as error:
        raise EngineFault(f"You may not write to {target.parent}.", "Give another place.") from error
    except OSError as error:
        raise EngineFault(
            f"{target} could not be written: {error.strerror}.", "Nothing was changed."
        ) from error
    settle(target.parent)
    return manifest


def _dump(url: str, target: Path, version: str, environ: Mapping[str, str]) -> Manifest:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None  # noqa: S101  (a function always gives a row)
        server = connection.info.server_version // 10000
        # Counters know no snapshot: read before the dump, they never stand further on than the dump's own.
        tables, sequences = describe(connection)
        _pg_dump(url, target, row[0], server, environ)
    return Manifest(made, version, server, sha256_of(target), tables, sequences)


def _pg_dump(url: str, target: Path, snapshot: str, server: int, environ: Mapping[str, str]) -> None:
    program = client_tools(server, environ).program("pg_dump")
    argv: list[str | Path] = [
        program,
        "--format=custom",
        "--compress=6",
        f"--snapshot={snapshot}",
        f"--file={target}",
    ]
    done = subprocess.run(
        argv, env={**environ, **as_environment(url)}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise EngineFault(f"The backup failed: {last_line(done.stderr)}", "No file was written.")
