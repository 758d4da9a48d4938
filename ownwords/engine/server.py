"""Opening a server on a data folder, or attaching to the one that already runs on it."""

import os
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from ownwords.engine import cluster as files
from ownwords.engine.account import Account, reachable_binaries, server_account
from ownwords.engine.binaries import Binaries, Way
from ownwords.engine.faults import EngineFault
from ownwords.engine.folders import cluster_folder, make_data_folder
from ownwords.engine.keeper import Kept, keep
from ownwords.engine.programs import find_binaries
from ownwords.engine.roles import DATABASE, OWNER_ROLE, create_roles_and_database
from ownwords.engine.sockets import remove_socket_folder, socket_folder
from ownwords.engine.space import NEEDED_TO_START, check_space, disk_full
from ownwords.engine.urls import build_url, with_database

PATIENCE_FOR_START = 60.0
"""Seconds to wait for a server; recovery after a crash takes some."""


@dataclass(frozen=True)
class RunningServer:
    """A server that answers. ``way`` says how it was found, ``started`` whether this call started it."""

    way: Way
    base_url: str
    started: bool = False
    notice: str = ""
    """A sentence for the operator, for example that the data lies in another folder. May be empty."""
    pid: int = 0
    """Process id of the server itself; 0 when only an address is known."""
    cluster: Path | None = None
    log: Path | None = None

    def url(self, database: str = DATABASE, *, superuser: bool = False) -> str:
        """Return the address of a database, signing in as the owner role.

        ``superuser`` is for set-up and for tests, and only for a server of our own.
        """
        if self.way is Way.ADDRESS:
            if superuser:
                raise EngineFault("The superuser of a server that DATABASE_URL names is not known.")
            return self.base_url if database == DATABASE else with_database(self.base_url, database)
        url = with_database(self.base_url, database)
        return url.replace(OWNER_ROLE, files.SUPERUSER, 1) if superuser else url

    def alive(self) -> bool:
        """Say whether the server's process lives; True for a server on another machine."""
        return self.pid == 0 or files.alive(self.pid)


@contextmanager
def open_server(
    data_dir: Path,
    *,
    durable: bool = True,
    allow_root: bool | None = None,
    environ: Mapping[str, str] | None = None,
    way: Way | None = None,
) -> Iterator[RunningServer]:
    """Give a running server and end it on leaving, however the block or this process ends.

    In order: the server that ``DATABASE_URL`` names (nothing is started), the wheel's, an installed one;
    ``way`` or ``OWNWORDS_DATABASE_FROM`` forces one. ``durable=False`` is for tests: a power cut may lose
    everything. ``allow_root`` lets root start it, under another account; by default for tests only.

    Raises EngineFault in words: no PostgreSQL, root, a folder out of reach, a full disk, or another
    Ownwords on the same folder.
    """
    environ = os.environ if environ is None else environ
    if (address := environ.get("DATABASE_URL", "").strip()) and way is None:
        yield RunningServer(Way.ADDRESS, address)
        return
    account = server_account(allow_root=not durable if allow_root is None else allow_root)
    data_dir = make_data_folder(data_dir, account)
    lock = files.lock(data_dir)
    if lock is None:
        raise EngineFault(
            f"Ownwords already runs on the data folder {data_dir} (process {files.holder(data_dir)}).",
            "Stop it first, or set OWNWORDS_DATA_DIR to another folder.",
        )
    try:
        start = _Start(data_dir, durable, lock, environ, way)
        with start.running(account) as server:
            yield server
    finally:
        os.close(lock)


@contextmanager
def attach_or_open(
    data_dir: Path,
    *,
    durable: bool = True,
    allow_root: bool | None = None,
    environ: Mapping[str, str] | None = None,
) -> Iterator[RunningServer]:
    """Give the server that runs on the data folder; when none does, open one for this block.

    A server that was found running is left running. Arguments and errors as for ``open_server``.
    """
    environ = os.environ if environ is None else environ
    if not environ.get("DATABASE_URL", "").strip() and _is_locked(data_dir):
        yield _attach(data_dir)
        return
    with open_server(data_dir, durable=durable, allow_root=allow_root, environ=environ) as server:
        yield server


def _is_locked(data_dir: Path) -> bool:
    """Say whether a server runs on the folder (a folder that does not exist yet has none)."""
    if not (data_dir / "database.lock").exists():
        return False
    holder = files.holder(data_dir)
    lock = files.lock(data_dir)
    if lock is None:
        return True
    os.pwrite(lock, f"{holder}\n".encode(), 0)
    os.close(lock)
    return False


def _attach(data_dir: Path) -> RunningServer:
    place = (data_dir / "database").resolve()
    deadline = time.monotonic() + PATIENCE_FOR_START
    while time.monotonic() < deadline:
        found = files.running(place)
        if found and found.ready and found.socket_dir:
            url = _owner_url(found.socket_dir)
            if _has_owner(url):
                return RunningServer(Way.ADDRESS, url, pid=found.pid, cluster=place)
        time.sleep(0.05)
    raise EngineFault(
        f"Ownwords runs on {data_dir} (process {files.holder(data_dir)}), but its database does not answer.",
        f"Look into {data_dir / 'database.log'}.",
    )


def _has_owner(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def _owner_url(socket_dir: Path) -> str:
    return build_url({"user": OWNER_ROLE, "dbname": DATABASE, "host": str(socket_dir)})


@dataclass(frozen=True)
class _Start:
    """One start of a server of our own on a locked data folder."""

    data_dir: Path
    durable: bool
    lock: int
    environ: Mapping[str, str]
    way: Way | None

    @contextmanager
    def running(self, account: Account) -> Iterator[RunningServer]:
        place = cluster_folder(self.data_dir, account)
        binaries = find_binaries(self.environ, way=self.way, major=files.major_of(place))
        binaries = reachable_binaries(binaries, account)
        if not place.exists():
            files.create(place, binaries, account, durable=self.durable)
        check_space(place, NEEDED_TO_START)
        left_over = files.running(place)
        files.clear_stale_pid(place)
        remove_socket_folder(left_over.socket_dir if left_over else None)
        sockets = socket_folder(account)
        kept = self._launch(place, binaries, account, sockets)
        try:
            pid = self._wait(kept, place, sockets)
            server = RunningServer(
                binaries.way,
                _owner_url(sockets),
                started=True,
                notice=self._notice(place, account),
                pid=pid,
                cluster=place,
                log=self._log,
            )
            create_roles_and_database(server.url("postgres", superuser=True))
            yield server
        finally:
            kept.stop()
            remove_socket_folder(sockets)

    @property
    def _log(self) -> Path:
        return self.data_dir / "database.log"

    def _notice(self, place: Path, account: Account) -> str:
        if place.parent == self.data_dir:
            return ""
        return (
            f"The database lies in {place}, because the account {account.name} may not enter {self.data_dir}."
        )

    def _launch(self, place: Path, binaries: Binaries, account: Account, sockets: Path) -> Kept:
        """Start postgres under a keeper. Its messages go to database.log, begun anew at each start."""
        log = os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        options = server_options(sockets, durable=self.durable)
        try:
            return keep(
                [
                    binaries.program("postgres"),
                    "-D",
                    place,
                    *(part for name, value in options.items() for part in ("-c", f"{name}={value}")),
                ],
                environ=clean_environment(self.environ),
                output=log,
                stop=signal.SIGINT,  # "fast": ends sessions, writes everything, leaves
                force=signal.SIGQUIT,  # "immediate": the log replays at the next start
                group=False,
                account=account.ids,
                inherit=(self.lock,),
                remove=sockets,
                folder=Path("/"),
            )
        finally:
            os.close(log)

    def _wait(self, kept: Kept, place: Path, sockets: Path) -> int:
        """Wait until the server answers and return its process id; raise its reason when it ends instead."""
        deadline = time.monotonic() + PATIENCE_FOR_START
        while kept.ended() is None and time.monotonic() < deadline:
            found = files.running(place)
            if found and found.ready and found.socket_dir == sockets:
                return found.pid
            time.sleep(0.01)
        said = self._log.read_text(errors="replace")
        if "No space left" in said:
            raise disk_full(place, shutil.disk_usage(place).free)
        raise EngineFault(
            f"The database did not start: {files.last_line(said)}", f"Its messages are in {self._log}."
        )


def server_options(sockets: Path, *, durable: bool) -> dict[str, str]:
    """Return the server's settings: a socket and no network, small memory, safe unless not ``durable``."""
    safe = "on" if durable else "off"
    return {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "max_connections": "60",
        "max_locks_per_transaction": "256",  # a backup is restored in one transaction, over every table and index
        "shared_buffers": "128MB",
        "random_page_cost": "1.1",
        "jit": "off",  # compiling costs more than our short queries
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_line_prefix": "%m ",
        "log_statement": "none",  # statements hold people's words
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",  # nor their values, which DETAIL lines repeat
        "huge_pages": "off",
        "fsync": safe,
        "synchronous_commit": safe,
        "full_page_writes": safe,
    }


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the few variables a server needs, and nothing secret."""
    kept = {key: environ[key] for key in ("PATH", "TMPDIR") if key in environ}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}
