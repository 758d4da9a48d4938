"""The real program on a data folder of its own, and ways to hurt it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from ownwords.engine import attach_or_open
from ownwords.engine.cluster import running
from tests.faults.visitor import Unanswered, Visitor

ROOT = Path(__file__).resolve().parents[2]
START = 90.0
PERSON = "demo-person"
WORKER = "demo-worker"

#: Puts two made-up people with accounts into an empty database: the demonstration's one press lets them in.
FILL = """
from ownwords.cli.runtime import django_database
with django_database():
    from tests import factories as make
    from ownwords.people.models import Account
    team = make.team(name="Harbour team")
    person = make.person(team, "Sam")
    worker = make.staff(team, name="Amina Yusuf")
    for account, name in ((person.account, "demo-person"), (worker, "demo-worker")):
        Account.objects.filter(pk=account.pk).update(signin_name=name, made_up=True)
    for number in range(3):
        make.entry(person, f"Said before, {number}.", written_by=worker)
    print(person.id)
"""


def free_port() -> int:
    """Return a port nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run one command of the program to its end."""
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment(folder, **more),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment for the program on one data folder, without anything of this test run."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "OWNWORDS_DATABASE_FROM") if key in os.environ}
    ours = {"OWNWORDS_MODE": "demo", "OWNWORDS_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    return kept | ours | more


@dataclass
class Service:
    """`ownwords serve` on a data folder that is filled already."""

    folder: Path
    person_id: str
    port: int = field(default_factory=free_port)
    workers: int = 2
    process: subprocess.Popen[bytes] | None = None
    refused_starts: int = 0

    def start(self) -> None:
        """Start the program and wait until it answers, as the system's service manager would: again and again.

        A start is refused while what the last one started is still going away.
        """
        deadline = time.monotonic() + START
        self._launch()
        while not self.answers():
            assert time.monotonic() < deadline, self.log()
            if self.process is None or self.process.poll() is not None:
                self.refused_starts += 1
                self._launch()
            time.sleep(0.05)

    def _launch(self) -> None:
        """Start the program once; its messages go to a file beside the data."""
        with (self.folder / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ownwords", "serve", "--port", str(self.port)],
                env=environment(self.folder, OWNWORDS_WORKERS=str(self.workers)),
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )

    def answers(self) -> bool:
        """Say whether the first page of the demonstration is there."""
        try:
            return Visitor(self.port).get("/demonstration/").status == 200
        except Unanswered:
            return False

    def restart_if_ended(self) -> bool:
        """Start again when the program has ended by itself, as the system's service manager would."""
        if self.process is not None and self.process.poll() is None:
            return False
        self.start()
        return True

    def stop(self) -> None:
        """End the program as Ctrl-C does."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(60)

    def log(self) -> str:
        """Return the last of what the program said."""
        lines = (self.folder / "serve.log").read_text(errors="replace").splitlines()
        return "\n".join(line[:300] for line in lines[-60:])

    def visitor(self, who: str = PERSON) -> Visitor:
        """Return a browser that is signed in."""
        visitor = Visitor(self.port)
        visitor.sign_in(who)
        return visitor

    def path(self, rest: str) -> str:
        """Return the address of one of the person's pages."""
        return f"/people/{self.person_id}/{rest}"

    def postmaster(self) -> int:
        """Return the process of the database's server."""
        found = running((self.folder / "database").resolve())
        assert found is not None
        return found.pid

    def backends(self) -> list[int]:
        """Return the database's processes, its server first; none while it is being started again."""
        found = running((self.folder / "database").resolve())
        return [] if found is None else [found.pid, *children(found.pid)]

    def web(self) -> list[int]:
        """Return the web server's process and its workers, the server first."""
        assert self.process is not None
        return [
            pid
            for pid in family(self.process.pid)
            if b"granian" in cmdline(pid) and b"keeper" not in cmdline(pid)
        ]

    def workers_of_the_web(self) -> list[int]:
        """Return the processes that answer requests."""
        return [pid for main in self.web()[:1] for pid in family(main)[1:]]

    def sql(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Return the rows of a query, asked as the owner beside the running program."""
        environ = {"PATH": os.environ["PATH"]}
        with (
            attach_or_open(self.folder, allow_root=True, environ=environ) as server,
            psycopg.connect(server.url()) as link,
        ):
            return link.execute(query, values or None).fetchall()  # type: ignore[arg-type]


def cmdline(pid: int) -> bytes:
    """Return a process's command line, empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    found = []
    for task in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(task.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found.append(int(task.parent.name))
    return sorted(found)


def family(pid: int) -> list[int]:
    """Return a process and everything below it."""
    return [pid, *(below for child in children(pid) for below in family(child))]


def kill(pid: int, number: signal.Signals = signal.SIGKILL) -> None:
    """Send a signal; a process that has just gone is no fault."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
