"""One migrated data folder for all tests of the program: migrating takes the longest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ownwords.engine import temporary_data_folder
from tests.cli.helpers import ownwords


@pytest.fixture(scope="session")
def service() -> Iterator[Path]:
    """A data folder with a database that is up to date and holds nobody."""
    with temporary_data_folder() as folder:
        done = ownwords(folder, "migrate")
        assert done.returncode == 0, done.stderr
        yield folder
