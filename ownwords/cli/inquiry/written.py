"""A file that appears complete or not at all, however large, readable by its owner alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from ownwords.cli.inquiry.ratings_file import Unusable


@contextmanager
def written(file: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """Give a file to write into; it takes its name when the block has ended well, and is gone otherwise."""
    handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=".copy-")  # made with mode 0600
    scratch = Path(name)
    try:
        with os.fdopen(handle, "w+b") as sink:
            yield cast(BinaryIO, sink)
            sink.flush()
            os.fsync(sink.fileno())
        if replace:
            scratch.replace(file)
        else:
            file.hardlink_to(scratch)
    except FileExistsError as error:
        raise Unusable(f"{file} is there already. Give another name, or add --replace.") from error
    finally:
        scratch.unlink(missing_ok=True)
