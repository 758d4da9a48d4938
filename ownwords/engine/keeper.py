"""A keeper: runs one program and ends it when the process that asked for it is gone, however it went.

Run as a file with the standard library only, so that it starts in some 20 ms::

    python -I -S keeper.py '{"argv": [...], "stop": 2, ...}'  <pipe

The keeper's standard input is a pipe whose other end only the asking process holds. When that process
ends, even by kill -9, the pipe closes and the keeper ends the program. On Linux the kernel also ends
the program when the keeper itself is killed.
"""

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
LOOK_AGAIN = 0.5
"""Seconds between looks at the parent, for the case that a forked copy still holds the pipe."""


@dataclass
class Kept:
    """A program under a keeper. Closing ``life`` asks the keeper to end it."""

    process: subprocess.Popen[bytes]
    life: int

    def ended(self) -> int | None:
        """Return the program's exit status when it has ended, None while it runs."""
        return self.process.poll()

    def stop(self, patience: float = 60.0) -> None:
        """End the program and wait for it; after ``patience`` seconds, by force."""
        if self.life >= 0:
            os.close(self.life)
            self.life = -1
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def keep(
    argv: Sequence[str | Path],
    *,
    environ: Mapping[str, str],
    output: int | None = None,
    stop: int = signal.SIGTERM,
    force: int = signal.SIGKILL,
    patience: float = 30.0,
    group: bool = True,
    account: tuple[int, int] | None = None,
    inherit: Sequence[int] = (),
    remove: Path | None = None,
    folder: Path | None = None,
) -> Kept:
    """Start a program under a keeper of its own and return at once.

    ``stop`` asks the program to end, ``force`` follows after ``patience`` seconds; with ``group`` both go
    to its whole process group. ``account`` is the (user id, group id) to run as, ``inherit`` are open
    files to pass on (a lock), ``remove`` is a folder to remove afterwards, ``output`` an open file.
    """
    order = {
        "argv": [str(part) for part in argv],
        "stop": int(stop),
        "force": int(force),
        "patience": patience,
        "group": group,
        "account": account,
        "inherit": list(inherit),
        "remove": str(remove) if remove else None,
        "folder": str(folder) if folder else None,
        "parent": os.getpid(),
    }
    reading, writing = os.pipe()
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", __file__, json.dumps(order)],
            stdin=reading,
            stdout=output,
            stderr=output,
            env=dict(environ),
            pass_fds=list(inherit),
            start_new_session=True,
        )
    except BaseException:
        os.close(writing)
        raise
    finally:
        os.close(reading)
    return Kept(process, writing)


def _die_with_parent(number: int) -> Callable[[], None] | None:
    """Ask the kernel to end the program when its keeper ends (Linux; elsewhere the pipe alone serves)."""
    if sys.platform != "linux":
        return None
    import ctypes  # costs some ms, and only a keeper needs it

    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)


def _start(order: dict[str, Any]) -> subprocess.Popen[bytes]:
    who: dict[str, Any] = {}
    if order["account"]:
        who = {"user": order["account"][0], "group": order["account"][1], "extra_groups": []}
    return subprocess.Popen(
        order["argv"],
        stdin=subprocess.DEVNULL,
        pass_fds=order["inherit"],
        cwd=order["folder"],
        start_new_session=True,
        preexec_fn=_die_with_parent(order["stop"]),  # noqa: PLW1509  (a keeper has one thread)
        **who,
    )


def _send(order: dict[str, Any], pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        (os.killpg if order["group"] else os.kill)(pid, number)


def _watch(order: dict[str, Any], child: subprocess.Popen[bytes]) -> None:
    """Return when the program ended by itself or when nobody needs it any more."""
    while child.poll() is None:
        ready, _, _ = select.select([0], [], [], LOOK_AGAIN)
        if (ready and not os.read(0, 1)) or os.getppid() != order["parent"]:
            return


def _end(order: dict[str, Any], child: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + order["patience"]
    if child.poll() is None:
        _send(order, child.pid, order["stop"])
    while child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    if order["group"] or child.poll() is None:
        _send(order, child.pid, order["force"])  # whatever is left of the group
    child.wait()


def main(order: dict[str, Any]) -> int:
    """Run the program until it ends or its asker is gone; return its exit status."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: None)  # only the pipe ends a keeper; SIG_IGN would be inherited
    child = _start(order)
    _watch(order, child)
    _end(order, child)
    if order["remove"]:
        shutil.rmtree(order["remove"], ignore_errors=True)
    return child.returncode if child.returncode >= 0 else 128 - child.returncode


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
