"""What the program stands on is pinned, so that a build today and one next year are the same."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import django
import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_it_runs_on_the_python_and_django_that_it_promises() -> None:
    """platform 1: Python 3.11 and Django 5.2; a warning is an error."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["requires-python"] == ">=3.11"
    assert sys.version_info >= (3, 11)
    assert django.VERSION[:2] == (5, 2)
    assert project["tool"]["pytest"]["ini_options"]["filterwarnings"] == ["error"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_package_has_one_version_and_its_digests(lock: Path) -> None:
    """platform 2: what is installed is what was tested, wherever it comes from."""
    packages = re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8"), flags=re.IGNORECASE)
    named = [one for one in packages if not one.startswith(("#", "--"))]
    assert len(named) > 0
    without = [one.split()[0] for one in named if "==" not in one.split()[0] or "--hash=sha256:" not in one]
    assert without == []


def test_every_package_that_is_asked_for_has_its_reason() -> None:
    """DESIGN 5: each dependency with its reason, one line each."""
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    lines = [
        line.split("#")[0].strip()
        for path in sorted((ROOT / "requirements").glob("*.in"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    names = [re.split(r"[\[<>=~! ;]", line)[0] for line in lines if line and not line.startswith("-")]
    assert len(names) > 20
    assert [name for name in names if name not in reasons] == []
