"""The files of a database: making them, the lock on them, and what a running server says about itself."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from ownwords.engine.account import Account
from ownwords.engine.binaries import Binaries
from ownwords.engine.faults import EngineFault
from ownwords.engine.space import NEEDED_TO_CREATE, check_space, disk_full

SUPERUSER = "ownwords_superuser"
"""Made by initdb, used for the first set-up only."""

PATIENCE_FOR_LEAVING = 20.0
"""Seconds to wait for the server of a process that is gone to put its files in order."""


@dataclass(frozen=True)
class Running:
    """What postmaster.pid says."""

    pid: int
    socket_dir: Path | None
    ready: bool


def major_of(cluster: Path) -> int | None:
    """Return the PostgreSQL version that made the files, None when there are none."""
    try:
        return int((cluster / "PG_VERSION").read_text().strip())
    except (FileNotFoundError, NotADirectoryError):
        return None


def running(cluster: Path) -> Running | None:
    """Read postmaster.pid; None when it is missing or half-written."""
    try:
        lines = [line.strip() for line in (cluster / "postmaster.pid").read_text().splitlines()]
        socket_dir = Path(lines[4]) if len(lines) > 4 and lines[4] else None
        return Running(int(lines[0]), socket_dir, len(lines) > 7 and lines[7] == "ready")
    except (FileNotFoundError, NotADirectoryError, ValueError, IndexError):
        return None


def create(cluster: Path, binaries: Binaries, account: Account, *, durable: bool) -> None:
    """Run initdb beside the final place and rename, so that half a database is never opened."""
    check_space(cluster.parent, NEEDED_TO_CREATE)
    scratch = cluster.with_name("database.new")
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(mode=0o700)
    if account.ids:
        os.chown(scratch, *account.ids)
    done = _initdb(scratch, binaries, account, durable=durable)
    if done.returncode != 0:
        shutil.rmtree(scratch, ignore_errors=True)
        if "No space left" in done.stderr:
            raise disk_full(cluster.parent, shutil.disk_usage(cluster.parent).free, NEEDED_TO_CREATE)
        raise EngineFault(
            f"The database could not be made: {last_line(done.stderr)}", "The data folder is unchanged."
        )
    scratch.rename(cluster)


def _initdb(
    folder: Path, binaries: Binaries, account: Account, *, durable: bool
) -> subprocess.CompletedProcess[str]:
    """Run initdb with order by code point and letters by Unicode, without ICU: the same everywhere."""
    provider = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if binaries.major >= 17 else []
    for locale in ("C.UTF-8", "C"):  # a few systems have no C.UTF-8
        done = account.run(
            binaries.program("initdb"),
            f"--pgdata={folder}",
            f"--username={SUPERUSER}",
            "--encoding=UTF8",
            f"--locale={locale}",
            *provider,
            "--auth=trust",  # over a socket in a folder that only the owner may enter
            "--no-instructions",
            *(["--data-checksums"] if durable else ["--no-sync"]),
        )
        if "invalid locale" not in done.stderr:
            break
    return done


def last_line(text: str) -> str:
    """Return the last line with something to say, without the program's name and time."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "error:" in line] or lines
    return telling[-1][-300:] if telling else "it gave no reason."


def lock(data_dir: Path) -> int | None:
    """Take the lock on a data folder; return its open file, or None when a server runs on it.

    The server's own processes inherit it, so it is held as long as any of them lives. When the process
    that started the server is gone but the server still puts its files in order, wait for that.
    """
    try:
        handle = os.open(data_dir / "database.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except PermissionError as error:
        raise EngineFault(
            f"The data folder {data_dir} belongs to another account.", "Start Ownwords as that account."
        ) from error
    deadline = time.monotonic() + PATIENCE_FOR_LEAVING
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not alive(holder(data_dir)) and time.monotonic() < deadline:
                time.sleep(0.05)
                continue
            os.close(handle)
            return None
        os.truncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        return handle


def holder(data_dir: Path) -> int:
    """Return the id of the process that took the lock last, 0 when unknown."""
    with contextlib.suppress(OSError, ValueError):
        return int((data_dir / "database.lock").read_text())
    return 0


def alive(pid: int) -> bool:
    """Say whether a process lives (one that ended but was not waited for does not)."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    with contextlib.suppress(OSError, IndexError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return True


def clear_stale_pid(cluster: Path) -> None:
    """Remove the postmaster.pid of a server that crashed. Call with the lock held.

    After a crash another program may have the same process id, and PostgreSQL would then refuse to
    start. A server that somebody started by hand on these files is left alone and named.
    """
    found = running(cluster)
    if found is None:
        return
    if alive(found.pid) and _works_in(found.pid, cluster):
        raise EngineFault(
            f"A PostgreSQL server (process {found.pid}) that Ownwords did not start runs on {cluster}.",
            "Stop it first.",
        )
    (cluster / "postmaster.pid").unlink(missing_ok=True)


def _works_in(pid: int, cluster: Path) -> bool:
    try:
        return Path(f"/proc/{pid}/cwd").resolve(strict=True) == cluster.resolve()
    except OSError:
        return False  # it is gone, or there is no /proc: trust the lock
