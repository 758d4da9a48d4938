"""Every room has the same plan: actions write, queries read, views are thin, methods are pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "ownwords"
ROOMS = ("people", "record", "measures", "connections", "peers", "inquiry", "site", "exchange")
WRITES = {"save", "create", "bulk_create", "bulk_update", "delete", "get_or_create", "update_or_create"}
READS = {
    "filter",
    "exclude",
    "values_list",
    "annotate",
    "aggregate",
    "select_related",
    "prefetch_related",
    "raw",
    "cursor",
}

#: What lies under the rooms' own plan, each with its reason. Nothing else may touch a manager.
BELOW = {
    "people/access.py": "decides who reaches whom, for every query above it",
    "inquiry/access.py": "decides who reaches which study, for every query of its room",
    "people/viewer.py": "says who is asking, in one statement a request",
    "people/rowlevel.py": "tells the database who is asking, so that its own policies hold",
    "people/sessions.py": "keeps and ends sessions, which the sign-in library owns",
    "people/second_factor.py": "asks the sign-in library for its factors",
}


def plain_files() -> Iterator[tuple[str, ast.Module]]:
    """Return (name, tree) of every file of a room that is neither models nor migrations, actions nor queries."""
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            name = str(path.relative_to(PACKAGE))
            parts = {part.removesuffix(".py") for part in path.relative_to(PACKAGE / room).parts}
            # A method knows no Django (lint-imports), so its ``filter`` is that of a frame.
            if not parts & {"models", "migrations", "actions", "queries", "method"} and name not in BELOW:
                yield name, ast.parse(path.read_text(encoding="utf-8"))


def called(tree: ast.AST) -> set[str]:
    """Return the names of all methods that are called."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {func.attr for func in calls if isinstance(func, ast.Attribute)}


def touched(tree: ast.AST) -> set[str]:
    """Return the names of all attributes that are looked up."""
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def test_only_actions_write() -> None:
    """platform 10, 13: a view, form or presenter keeps nothing itself; every change is an action."""
    found = {name: called(tree) & WRITES for name, tree in plain_files()}
    assert len(found) > 60
    assert {name: names for name, names in found.items() if names} == {}


def test_only_queries_read() -> None:
    """platform 10: no view touches a manager, so that who may see what cannot be forgotten."""
    found = {
        name: called(tree) & READS | touched(tree) & {"objects", "_default_manager"}
        for name, tree in plain_files()
    }
    assert {name: names for name, names in found.items() if names} == {}


def test_what_lies_under_the_plan_is_still_there() -> None:
    """An exception that nobody needs any more goes."""
    for name in BELOW:
        assert touched(ast.parse((PACKAGE / name).read_text(encoding="utf-8"))) & {"objects", "cursor"}


#: Packages that know the time, chance or the outside.
OUTSIDE = {
    "time",
    "random",
    "secrets",
    "os",
    "pathlib",
    "socket",
    "subprocess",
    "urllib",
    "logging",
    "django",
}


def imports(tree: ast.AST) -> set[str]:
    """Return the top packages that a file imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


def methods() -> list[Path]:
    """Return every file of a room's method."""
    return [path for path in sorted(PACKAGE.glob("*/method/*.py")) if path.name != "__init__.py"]


@pytest.mark.parametrize("path", methods(), ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_a_method_knows_neither_time_nor_chance_nor_the_outside(path: Path) -> None:
    """DESIGN 3: pure functions and frozen dataclasses; definitions come from the package's own data."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert imports(tree) & OUTSIDE == set()
    assert called(tree) & {"now", "today", "utcnow", "localdate"} == set()


@pytest.mark.parametrize("path", methods(), ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_dataclasses_of_a_method_are_frozen(path: Path) -> None:
    """DESIGN 3: nothing that was computed changes afterwards. A private one may be built up piece by piece."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    marks = [ast.unparse(mark) for node in public for mark in node.decorator_list]
    assert [mark for mark in marks if mark.startswith("dataclass") and "frozen=True" not in mark] == []


def actions() -> list[Path]:
    """Return every file of actions."""
    return sorted([*PACKAGE.glob("*/actions/*.py"), *PACKAGE.glob("*/actions.py")])


@pytest.mark.parametrize("path", actions(), ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_what_somebody_does_is_asked_for_by_name(path: Path) -> None:
    """platform 13: an action that is one transaction takes its arguments by keyword only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    by_place = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and any("atomic" in ast.unparse(mark) for mark in node.decorator_list)
        and node.args.args
    ]
    assert by_place == []


def test_every_room_is_explained_and_the_readme_leads_to_every_page() -> None:
    """DESIGN 3: whoever knows one room knows all; nothing is written that nobody finds."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = sorted(path.name for path in (ROOT / "docs").glob("*.md"))
    assert [name for name in pages if f"docs/{name}" not in readme] == []


def test_decisions_are_numbered_one_after_the_other() -> None:
    """A number that is given twice names nothing."""
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(name.split("-")[0]) for name in names] == list(range(1, len(names) + 1))
