"""F3: the disk is full. The program says so, keeps nothing by halves, and goes on once there is room."""

from __future__ import annotations

import os
import random
import shutil
import string
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ownwords.engine import temporary_data_folder
from tests.faults.service import Service
from tests.faults.visitor import Answer, Unanswered, fresh_key

ROOM = 40
"""Megabytes that the small disk has beyond the filled data folder: enough to start."""
LEFT = 600_000
"""Bytes that are left when the disk counts as full."""


@pytest.fixture
def small_disk(filled: tuple[Path, str]) -> Iterator[Service]:
    """The program on a disk of its own that is easily filled."""
    whole, person_id = filled
    size = int(
        subprocess.run(["du", "-sm", whole], capture_output=True, text=True, check=True).stdout.split()[0]
    )
    with temporary_data_folder() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size + ROOM}m,mode=711", "tmpfs", str(folder)]
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.fail(
                f"This test needs a small disk and may not mount one ({done.stderr.strip()}): run it as root."
            )
        service = Service(folder, person_id)
        try:
            subprocess.run(["cp", "-a", f"{whole}/.", str(folder)], check=True)
            service.start()
            yield service
        finally:
            service.stop()
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill_up(folder: Path) -> Path:
    """Fill the disk but for a little; return the file that takes the room."""
    ballast = folder / "ballast"
    free = shutil.disk_usage(folder).free - LEFT
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(free, 1))
    return ballast


def noise(dice: random.Random) -> str:
    """Return words that no compression makes small."""
    return "".join(dice.choices(string.ascii_letters + string.digits, k=19_000))


def test_a_full_disk_is_said_and_nothing_saved_is_lost(small_disk: Service) -> None:
    """platform F3: clear message, nothing half-written, service returns without repair."""
    service, dice = small_disk, random.Random(3)
    visitor, path = service.visitor(), service.path("add/note/")
    form = visitor.open_form(path)
    ballast = fill_up(service.folder)
    acknowledged: list[str] = []
    refused: Answer | None = None
    unsure = ""
    for _ in range(400):
        words = noise(dice)
        try:
            answer = visitor.post(path, {**form, "submission": fresh_key(), "words": [words]})
        except Unanswered:
            unsure = words
            break
        if not answer.saved:
            refused, unsure = answer, words
            break
        acknowledged.append(words)
    assert refused or unsure, "the disk never filled up"
    print(
        f"\n{len(acknowledged)} entries fitted; then "
        + (f"status {refused.status}" if refused else "no answer")
    )
    if refused:
        assert refused.status in (503, 507)
        assert unsure in refused.text, "the typed words did not come back"
    time.sleep(2)
    ballast.unlink()
    service.restart_if_ended()
    again = service.visitor()
    deadline = time.monotonic() + 60
    while not again.post(path, {**again.open_form(path), "words": ["There is room again."]}).saved:
        assert time.monotonic() < deadline, service.log()
        time.sleep(0.5)
    kept = {str(row[0]) for row in service.sql("SELECT words FROM record_entry WHERE kind = 'note'")}
    assert set(acknowledged) <= kept, "lost"
    assert kept - set(acknowledged) <= {unsure, "There is room again."}, "half-written"
