"""The folder with a short path in which a server's socket lies."""

import os
import shutil
import tempfile
from pathlib import Path

from ownwords.engine.account import Account
from ownwords.engine.faults import EngineFault

SOCKET_PREFIX = "ow-"

SOCKET_PATH_LIMIT = 107
"""Bytes a Unix socket's path may have on Linux; some systems allow 103, which our paths also keep."""


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
