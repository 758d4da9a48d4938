"""Questions about the machine: its disk, its clock, its last backup."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ownwords.engine import drills
from ownwords.engine.health import Finding, fault, well

LITTLE_SPACE = 200 * 2**20

SOME_SPACE = 2 * 2**30

OLD_BACKUP = timedelta(hours=36)
"""A nightly backup that is older than this was missed."""

BUILT = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock can rightly show an earlier time than this version was written at."""


def of_machine(data_dir: Path, *, production: bool) -> Iterator[Finding]:
    """Answer for the disk, the clock and the last backup. A missed backup is a fault in production."""
    yield _disk(data_dir)
    yield _clock(datetime.now(UTC))
    yield _backup(data_dir, production=production)


def _disk(folder: Path) -> Finding:
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    says = f"{free / 2**30:.1f} GB are free below {folder}."
    if free < LITTLE_SPACE:
        return fault("disk", says, "Free some space now: saving will soon fail.")
    if free < SOME_SPACE:
        return Finding("disk", "advice", says, "Make room soon.")
    return well("disk", says)


def _clock(now: datetime) -> Finding:
    if now < BUILT:
        return fault("clock", f"The clock shows {now:%d %B %Y}, which is in the past.", "Set the clock.")
    return well("clock", f"The clock shows {now:%d %B %Y, %H:%M} UTC.")


def _backup(data_dir: Path, *, production: bool) -> Finding:
    level = "fault" if production else "advice"
    facts = drills.last(data_dir, "backup")
    if facts is None:
        return Finding("backup", level, "There is no backup yet.", "Run: ownwords backup FILE, every night.")
    age = datetime.now(UTC) - datetime.fromisoformat(facts["when"])
    says = f"The last backup is {age.total_seconds() / 3600:.0f} hours old."
    if age > OLD_BACKUP:
        return Finding("backup", level, says, "Run: ownwords backup FILE, every night.")
    return well("backup", says)
