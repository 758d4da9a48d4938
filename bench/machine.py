"""Processor time and memory of processes, read from /proc."""

from __future__ import annotations

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def children(pid: int) -> list[int]:
    """Return a process and everything below it."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (found := _stat(int(folder.name))):
            parents.setdefault(int(found[1]), []).append(int(folder.name))
    tree, waiting = [], [pid]
    while waiting:
        tree.append(waiting.pop())
        waiting += parents.get(tree[-1], [])
    return tree


def _stat(pid: int) -> list[str] | None:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def cpu_seconds(pid: int) -> float:
    """Return the processor seconds of a process and everything below it, children that have ended included."""
    total = 0
    for one in children(pid):
        if found := _stat(one):
            total += sum(int(value) for value in found[11:15])
    return total / TICK


def pss(pid: int) -> float:
    """Return the memory of a process and everything below it in MB, shared pages divided among their users."""
    total = 0
    for one in children(pid):
        try:
            text = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
    return total / 1024
