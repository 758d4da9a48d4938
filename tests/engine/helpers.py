"""What the tests of the engine share."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ownwords.engine import connection_parameters

ENVIRON = {
    key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "OWNWORDS_DATABASE_FROM")
}
"""An environment without DATABASE_URL, so that the engine starts a server of its own."""

STARTER = """
import sys, time
from pathlib import Path
from ownwords.engine import open_server
with open_server(Path(sys.argv[1]), durable=True, allow_root=True) as server:
    print(server.pid, server.url(), flush=True)
    time.sleep(600)
"""


def start_elsewhere(folder: Path) -> tuple[subprocess.Popen[str], int, str]:
    """Start a server from another process; return that process, the server's id and its address."""
    process = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRON | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    with process.stdout:
        pid, url = process.stdout.readline().split()
    return process, int(pid), url


def within(seconds: float, happens: Callable[[], bool]) -> bool:
    """Say whether something happens within some seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if happens():
            return True
        time.sleep(0.02)
    return False


def socket_folder_of(url: str) -> Path:
    """Return the folder of the socket that an address names."""
    return Path(connection_parameters(url)["host"])


def parent_of(pid: int) -> int:
    """Return the process that started another one."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
