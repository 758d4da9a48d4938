"""The table that `make bench` prints: beside the floor of the same run, and beside the targets."""

from __future__ import annotations

from typing import Any

#: Targets on two quiet cores, from the measurements of the floor and of comparable systems: machine CPU in ms,
#: requests a second, p95 in ms, queries.
TARGETS: dict[str, tuple[float, float, float, int] | None] = {
    "record": (8, 220, 50, 12),
    "caseload": (8, 220, 50, 8),
    "today": None,
    "visit": (6, 300, 40, 14),
    "floor": None,
}
NAMES = {
    "record": "open a record", "caseload": "caseload of 50", "today": "Today", "visit": "save a visit",
    "floor": "floor",
}  # fmt: skip
GROWTH, MEMORY = 1.3, 250


def table(found: dict[int, Any]) -> str:
    """Return everything that was found as text."""
    columns = (
        f"{'req/s':>7} {'p50':>6} {'p95':>6} {'max':>6} {'CPU ms':>7} {'web':>6} {'db':>6} {'client':>6}"
    )
    lines = [f"{'people':>8} {'page':<15} {columns} {'x floor':>7} {'queries':>7}  against the targets"]
    for size, one in found.items():
        floor = one["rows"]["floor"]["machine_ms"]
        lines += [_line(size, name, row, floor) for name, row in one["rows"].items()]
        lines.append(
            f"{size:>8} two workers: {one['memory']:.0f} MB (target {MEMORY}); load of the machine {one['load']:.1f}"
        )
    lines += _growth(found)
    return "\n".join(lines)


def _line(size: int, name: str, row: dict[str, Any], floor: float) -> str:
    return (
        f"{size:>8} {NAMES[name]:<15} {row['per_second']:7.0f} {row['p50']:6.1f} {row['p95']:6.1f} {row['max']:6.0f}"
        f" {row['machine_ms']:7.2f} {row['web_ms']:6.2f} {row['database_ms']:6.2f} {row['client_ms']:6.2f}"
        f" {row['machine_ms'] / floor:7.2f} {row.get('queries', ''):>7}  {_against(name, row)}"
    )


def _against(name: str, row: dict[str, Any]) -> str:
    strange = {key: number for key, number in row["statuses"].items() if key not in ("200", "302", "303")}
    words = [f"ANSWERS {strange}"] if strange else []
    target = TARGETS[name]
    if target:
        cpu, speed, p95, queries = target
        checks = (
            ("CPU", row["machine_ms"] <= cpu, f"{row['machine_ms'] / cpu:.2f}x"),
            ("req/s", row["per_second"] >= speed, f"{row['per_second'] / speed:.2f}x"),
            ("p95", row["p95"] <= p95, f"{row['p95'] / p95:.2f}x"),
            ("queries", row["queries"] <= queries, f"{row['queries']}/{queries}"),
        )
        words += [f"{what} {'met' if met else 'MISSED'} {ratio}" for what, met, ratio in checks]
    return ", ".join(words)


def _growth(found: dict[int, Any]) -> list[str]:
    """Return how much more each page costs in the largest service than in the smallest."""
    if len(found) < 2:
        return []
    small, large = min(found), max(found)
    lines = [f"growth of CPU from {small} to {large} people (target {GROWTH}x):"]
    for name in found[small]["rows"]:
        grown = found[large]["rows"][name]["machine_ms"] / found[small]["rows"][name]["machine_ms"]
        lines.append(f"  {NAMES[name]:<15} {grown:.2f}x {'met' if grown <= GROWTH else 'MISSED'}")
    return lines
