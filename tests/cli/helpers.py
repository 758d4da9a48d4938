"""Running the program as a person does: in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.engine.helpers import ENVIRON

ROOT = Path(__file__).parents[2]


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment with a data folder and without DATABASE_URL."""
    return ENVIRON | {"OWNWORDS_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)} | more


def ownwords(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end and return what it said."""
    return subprocess.run(
        [sys.executable, "-m", "ownwords", *arguments],
        capture_output=True,
        text=True,
        env=environment(folder, **more),
        cwd=ROOT,
        timeout=120,
    )
