"""The file of a backup: packed, made sure of on the disk, opened and checked."""

import contextlib
import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ownwords.engine.faults import EngineFault
from ownwords.engine.manifest import Manifest, read_manifest

CHUNK = 1 << 20


def sha256_of(path: Path) -> str:
    """Return the digest of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def pack(manifest: Manifest, dump: Path, target: Path) -> None:
    """Write manifest and dump into one new file, for its owner alone, and wait until the disk has it."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as whole:
            whole.writestr("manifest.json", manifest.as_json())
            whole.write(dump, "database.dump")
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
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
        if sha256_of(dump) != manifest.dump_sha256:
            raise EngineFault(f"{source} is damaged: its contents changed since.", "Use another one.")
        yield manifest, dump
