"""Which test holds which numbered requirement: read from the docstrings of the tests, written to docs/requirements.md.

python tools/requirements.py            writes docs/requirements.md
python tools/requirements.py --check    status 1 when it is not current or something is missing
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "tools" / "requirements.toml"
PAGE = ROOT / "docs" / "requirements.md"
TESTS = ROOT / "tests"
SHOWN = 3

LETTERED = re.compile(r"\b(?:RS-\d\d|PS-\d\d|R\d{1,2}|F\d{1,2})\b")
"""A number that says by its letters which list it belongs to."""
COUNTED = re.compile(
    r"\b([Pp]latform|[Mm]easures|[Ii]nquiry)(?: requirements?)?\s+((?:F?\d+(?:\.\d+)*(?:\s*,\s*|\s*-\s*|\s+and\s+)?)+)"
)
"""'platform 9-11, F8': bare numbers belong to the list named before; one with a dot ('platform 5.4') is a chapter."""
SPAN = re.compile(r"(?<![\d.F])(\d+)(?:\s*-\s*(\d+))?(?![\d.]*\.\d)(?!\d)")
CONNECTING = re.compile(r"\b[Cc]onnecting\s+((?:R\d{1,2}(?:\s*,\s*|\s*-\s*|\s+and\s+|\s+to\s+)?)+)")
"""'connecting R5-R7, R9': another list than that of the bare R numbers."""
R_SPAN = re.compile(r"R(\d+)(?:\s*(?:-|to)\s*R(\d+))?")
CHECKS = re.compile(r"\bASVS\s+((?:\d+\.\d+\.\d+(?:\s*,\s*|\s+and\s+|\s+to\s+)?)+)")
"""'ASVS 3.3.1 to 3.3.4, 3.4.1': chapter, section and number of a security check."""
CHECK = re.compile(r"(\d+\.\d+)\.(\d+)(?:\s+to\s+\1\.(\d+))?")


@dataclass(frozen=True)
class Requirement:
    """One requirement: its number as a docstring names it, what it asks, and why no test names it, if none does.

    ``lacking`` says what of it is not built yet, where tests hold the rest.
    """

    number: str
    asks: str
    without: str = ""
    lacking: str = ""


def requirements() -> list[tuple[str, list[Requirement]]]:
    """Return (title of a list, its requirements) in the order of the file."""
    lists = tomllib.loads(LIST.read_text(encoding="utf-8"))["list"]
    return [(one["title"], [Requirement(**row) for row in one["requirement"]]) for one in lists]


def numbers_in(docstring: str) -> set[str]:
    """Return the requirements that a docstring names: "R4", "RS-03", "PS-01", "F8", "platform 9", "ASVS 8.2.2"."""
    said = " ".join(docstring.split())
    found = set(LETTERED.findall(CONNECTING.sub("", said)))
    for match in CONNECTING.finditer(said):
        for first, last in R_SPAN.findall(match[1]):
            found |= {f"connecting R{n}" for n in range(int(first), int(last or first) + 1)}
    for match in COUNTED.finditer(said):
        for first, last in SPAN.findall(match[2]):
            found |= {f"{match[1].lower()} {n}" for n in range(int(first), int(last or first) + 1)}
    for match in CHECKS.finditer(said):
        for chapter, first, last in CHECK.findall(match[1]):
            found |= {f"ASVS {chapter}.{n}" for n in range(int(first), int(last or first) + 1)}
    return found


def named_tests(path: Path) -> list[tuple[str, str]]:
    """Return (name, docstring) of every test of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (node.name, ast.get_docstring(node) or "")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    ]


def by_number() -> dict[str, list[str]]:
    """Return the tests of each requirement, as path::name."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for name, docstring in named_tests(path):
            for number in numbers_in(docstring):
                found[number].append(f"{path.relative_to(ROOT)}::{name}")
    return found


def missing() -> list[str]:
    """Return the requirements with neither a test nor a written reason, and those with both."""
    tests = by_number()
    every = [one for _title, rows in requirements() for one in rows]
    return [one.number for one in every if bool(tests.get(one.number)) == bool(one.without)]


def page() -> str:
    """Return docs/requirements.md."""
    tests = by_number()
    lines = [
        "# Requirements and the tests that hold them",
        "",
        "Made by `python tools/requirements.py` from the docstrings of the tests; a test fails when it is not current,",
        "or when a requirement has neither a test nor a reason. A docstring names a requirement by its number",
        "(`refocus R4`, `platform 12`, `F8`). At most three tests of each stand here.",
    ]
    for title, rows in requirements():
        lines += ["", f"## {title}", "", "| number | asks | held by |", "| --- | --- | --- |"]
        lines += [
            f"| {one.number} | {one.asks} | {_held_by(one, tests.get(one.number, []))} |" for one in rows
        ]
    return "\n".join(lines) + "\n"


def _held_by(one: Requirement, tests: list[str]) -> str:
    if not tests:
        return f"no test: {one.without}"
    named = [f"`{name.removeprefix('tests/')}`" for name in tests[:SHOWN]]
    return "<br>".join([*named, f"not yet: {one.lacking}"] if one.lacking else named)


def main(arguments: list[str]) -> int:
    """Write or check the page; return 1 when something is missing."""
    lacking = missing()
    if "--check" not in arguments:
        PAGE.write_text(page(), encoding="utf-8")
    elif PAGE.read_text(encoding="utf-8") != page():
        lacking.append("docs/requirements.md is not current")
    print("\n".join(lacking) or "Every requirement has a test or a reason.")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
