"""Whether the disk has room for a database."""

import shutil
from pathlib import Path

from ownwords.engine.faults import EngineFault

NEEDED_TO_CREATE = 80 * 1024 * 1024
"""Bytes that an empty database and its first log file need."""

NEEDED_TO_START = 8 * 1024 * 1024


def check_space(folder: Path, needed: int) -> None:
    """Raise EngineFault in words when the disk below ``folder`` has fewer than ``needed`` bytes left."""
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise disk_full(folder, free, needed)


def disk_full(folder: Path, free: int, needed: int = NEEDED_TO_START) -> EngineFault:
    """Return the fault that says how full the disk is."""
    return EngineFault(
        f"The disk below {folder} is full: {free // 2**20} MB are free, {needed // 2**20} MB are needed.",
        "Free some space; nothing that was saved is lost.",
    )
