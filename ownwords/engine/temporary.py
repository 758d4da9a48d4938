"""A data folder for tests and benchmarks."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def temporary_data_folder() -> Iterator[Path]:
    """Give a data folder with a short path for tests and benchmarks; it is removed afterwards.

    Unlike a test's own folder, root's server account can enter it.
    """
    folder = Path(tempfile.mkdtemp(prefix="ownwords-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        place = folder / "database"
        if place.is_symlink():
            shutil.rmtree(place.readlink().parent, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
