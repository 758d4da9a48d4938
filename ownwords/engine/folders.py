"""Folders of a server: where the database lies, and the short one its socket lies in."""

import os
import tempfile
from pathlib import Path

from ownwords.engine.account import ROOT_STORE, Account, first_closed_folder, open_folder
from ownwords.engine.faults import EngineFault


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
