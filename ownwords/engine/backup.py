"""Writing everything to one file while the service runs, and opening such a file.

A backup is a ZIP file with ``manifest.json`` and ``database.dump`` (PostgreSQL's custom format). Dump,
counts and digests see the same moment: they share one exported snapshot.
"""

import contextlib
import hashlib
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from ownwords.engine.binaries import client_tools
from ownwords.engine.cluster import last_line
from ownwords.engine.faults import EngineFault
from ownwords.engine.manifest import Manifest, describe, read_manifest
from ownwords.engine.urls import as_environment

CHUNK = 1 << 20


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
            _pack(manifest, Path(scratch) / "database.dump", whole)
            whole.replace(target)
    except PermissionError as error:
        raise EngineFault(f"You may not write to {target.parent}.", "Give another place.") from error
    except OSError as error:
        raise EngineFault(
            f"{target} could not be written: {error.strerror}.", "Nothing was changed."
        ) from error
    _settle(target.parent)
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
    return Manifest(made, version, server, _sha256(target), tables, sequences)


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


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _pack(manifest: Manifest, dump: Path, target: Path) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as whole:
            whole.writestr("manifest.json", manifest.as_json())
            whole.write(dump, "database.dump")
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


@contextmanager
def open_backup(source: Path) -> Iterator[tuple[Manifest, Path]]:
    """Give a backup's manifest and its dump as a file, after checking that both are whole.

    Raises EngineFault when the file is missing, is no backup, or was damaged.
    """
    if not source.is_file():
        raise EngineFault(f"There is no file {source}.")
    with tempfile.TemporaryDirectory(prefix="ownwords-restore-") as scratch:
        try:
            with zipfile.ZipFile(source) as whole:
                manifest = read_manifest(whole.read("manifest.json").decode())
                dump = Path(whole.extract("database.dump", scratch))
        except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, EOFError) as error:
            raise EngineFault(f"{source} is no backup, or it is damaged.", "Use another one.") from error
        if _sha256(dump) != manifest.dump_sha256:
            raise EngineFault(f"{source} is damaged: its contents changed since.", "Use another one.")
        yield manifest, dump
