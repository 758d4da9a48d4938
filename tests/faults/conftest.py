"""Fault tests: the real program, hurt on purpose. A short form runs with all tests, a long one with `make faults`."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ownwords.engine import temporary_data_folder
from tests.faults.service import FILL, Service, program


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--long`: every fault test at full length."""
    parser.addoption("--long", action="store_true", help="fault tests at full length")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep fault tests on one process of a parallel run: two services at a time disturb each other's times."""
    for item in items:
        if "faults" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("faults"))


@pytest.fixture(scope="session")
def times(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """Choose how often a fault test does a thing: `times(short, long)`."""
    long = bool(request.config.getoption("--long", default=False))
    return lambda short, full: full if long else short


@pytest.fixture(scope="session")
def filled() -> Iterator[tuple[Path, str]]:
    """A stopped data folder with a migrated database and two made-up people; copied for each test."""
    with temporary_data_folder() as folder:
        done = program(folder, "-m", "ownwords", "migrate")
        assert done.returncode == 0, done.stderr
        done = program(folder, "-c", FILL)
        assert done.returncode == 0, done.stderr
        yield folder, done.stdout.strip()


@contextmanager
def running_copy(filled: tuple[Path, str]) -> Iterator[Service]:
    """Run the program on a copy of the filled data folder."""
    whole, person_id = filled
    with temporary_data_folder() as folder:
        subprocess.run(["cp", "-a", f"{whole}/.", str(folder)], check=True)
        found = Service(folder, person_id)
        try:
            found.start()
            yield found
        finally:
            found.stop()


@pytest.fixture
def service(filled: tuple[Path, str]) -> Iterator[Service]:
    """The program, running on a copy of its own: for tests that end it."""
    with running_copy(filled) as found:
        yield found


@pytest.fixture(scope="session")
def lasting(filled: tuple[Path, str]) -> Iterator[Service]:
    """The program, started once: for tests after which it runs as before."""
    with running_copy(filled) as found:
        yield found
