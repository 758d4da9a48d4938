"""Folders of a server: where the database lies, and the short one its socket lies in."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ownwords.engine.account import ROOT_STORE, Account, first_closed_folder, open_folder
from ownwords.engine.faults import EngineFault

SOCKET_PREFIX = "ow-"
SOCKET_PATH_LIMIT = 107
"""Bytes a Unix socket's path may have on Linux; some systems allow 103, which our paths also keep."""

NEEDED_TO_CREATE = 80 * 1024 * 1024
"""Bytes that an empty database and its first log file need."""

NEEDED_TO_START = 8 * 1024 * 1024


def make_data_folder(data_dir: Path, account: Account) -> Path:
    """Make the data folder if it is missing and return its full path.

    Folders above it keep their permissions. A new folder run by root may be entered (not listed) by the
    server's account; otherwise it is for its owner alone. Raises EngineFault in words.
    """
    data_dir = data_dir.absolute()
    try:
        if not data_dir.exists():
            data_dir.mkdir(parents=True, mode=0o700)
            data_dir.chmod(0o711 if account.ids else 0o700)
    except OSError as error:
        raise EngineFault(
            f"The data folder {data_dir} cannot be made: {error.strerror}.",
            "Set OWNWORDS_DATA_DIR to a folder you may write to.",
        ) from error
    if not data_dir.is_dir():
        raise EngineFault(f"{data_dir} is not a folder.", "Set OWNWORDS_DATA_DIR to another path.")
    if not os.access(data_dir, os.W_OK | os.X_OK):
        raise EngineFault(
            f"You may not write to the data folder {data_dir}.",
            "Set OWNWORDS_DATA_DIR to another folder, or start Ownwords as its owner.",
        )
    return data_dir


def cluster_folder(data_dir: Path, account: Account) -> Path:
    """Return the folder of the database itself, which the server's account must be able to reach.

    Root's account cannot enter folders that are root's alone. Their permissions are never opened: the
    database then lies below /var/lib/ownwords and a link in the data folder points to it.
    """
    place = data_dir / "database"
    if place.is_symlink():
        return _linked(place)
    closed = first_closed_folder(account, data_dir) if account.ids else None
    if closed is None:
        return place
    if place.exists():
        raise EngineFault(
            f"The account {account.name}, which runs the database for root, may not enter {closed}.",
            f"Start Ownwords as the owner of {place}, or move the data folder.",
        )
    return relocate(data_dir)


def _linked(place: Path) -> Path:
    target = place.readlink()
    if not target.parent.exists():
        raise EngineFault(
            f"The database that {place} points to is gone ({target}).",
            "Put it back, or remove the link to begin with an empty database.",
        )
    return target


def relocate(data_dir: Path) -> Path:
    """Link ``database`` in the data folder to a new place below /var/lib/ownwords; return that place."""
    shelf = ROOT_STORE / "databases"
    open_folder(ROOT_STORE)
    open_folder(shelf)
    home = Path(tempfile.mkdtemp(dir=shelf, prefix=f"{data_dir.parent.name or 'root'}-"))
    home.chmod(0o711)
    place = data_dir / "database"
    place.symlink_to(home / "database")
    return home / "database"


def socket_folder(account: Account) -> Path:
    """Make a fresh folder with a short path for the socket, which nobody but the account may enter."""
    for base in (Path("/tmp"), Path(tempfile.gettempdir())):  # noqa: S108  (mkdtemp: fresh, 0700, short)
        if os.access(base, os.W_OK) and account.may("x", base):
            break
    folder = Path(tempfile.mkdtemp(prefix=SOCKET_PREFIX, dir=base))
    if len(os.fsencode(folder / ".s.PGSQL.5432")) > SOCKET_PATH_LIMIT:
        folder.rmdir()
        raise EngineFault(
            f"The folder {base} has too long a path for a socket.", "Set TMPDIR to a short one."
        )
    if account.ids:
        os.chown(folder, *account.ids)
    return folder


def remove_socket_folder(folder: Path | None) -> None:
    """Remove a folder made by ``socket_folder``; any other path is left alone."""
    if folder and folder.name.startswith(SOCKET_PREFIX) and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)


def check_space(folder: Path, needed: int) -> None:
    """Raise EngineFault in words when the disk below ``folder`` has fewer than ``needed`` bytes left."""
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise disk_full(folder, free, needed)


def disk_full(folder: Path, free: int, needed: int = NEEDED_TO_START) -> EngineFault:
    """Return the fault that says how full the disk is."""
    return EngineFault(
        f"The disk below {folder} is full: {free // 2**20} MB are free, {needed // 2**20} MB are needed.",
        "Free some space; nothing that was saved is lost.",
    )


@contextmanager
def temporary_data_folder() -> Iterator[Path]:
    """Give a data folder with a short path for tests and benchmarks; it is removed afterwards.

    Unlike a test's own folder, root's server account can enter it.
    """
    folder = Path(tempfile.mkdtemp(prefix="ownwords-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        place = folder / "database"
        if place.is_symlink():
            shutil.rmtree(place.readlink().parent, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
