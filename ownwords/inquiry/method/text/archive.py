"""A ZIP file from outside, opened so that it can cost no more than its limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from ownwords.inquiry.method.text.limits import MEGABYTE, Limits
from ownwords.inquiry.method.text.refused import CannotRead

CHUNK = 64 * 1024
ENTRY = b"PK\x01\x02"
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    RuntimeError,
    KeyError,
)


class Archive:
    """The parts of a .docx or .odt by name. Sizes are checked as declared, and again while unpacking."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        if data.count(ENTRY) > limits.entries:
            raise CannotRead("bomb")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except FAULTS as fault:
            raise CannotRead("broken", kind="ZIP") from fault
        entries = self._zip.infolist()
        if sum(one.file_size for one in entries) > limits.unpacked or any(map(self._swollen, entries)):
            raise CannotRead("bomb")
        if any(one.flag_bits & 1 for one in entries):
            raise CannotRead("password")
        self.names = frozenset(one.filename for one in entries)

    def _swollen(self, entry: zipfile.ZipInfo) -> bool:
        return entry.file_size > MEGABYTE and entry.file_size > self._limits.ratio * max(
            entry.compress_size, 1
        )

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part in pieces of at most 64 KiB; raises `CannotRead` where it is damaged or too large."""
        taken = 0
        try:
            with self._zip.open(name) as part:
                while piece := part.read(CHUNK):
                    taken += len(piece)
                    if taken > self._limits.part:
                        raise CannotRead("bomb")
                    yield piece
        except CannotRead:
            raise
        except FAULTS as fault:
            raise CannotRead("broken", kind=name) from fault

    def whole(self, name: str, most: int = MEGABYTE) -> bytes:
        """Return a small part whole; raises `CannotRead` where it has more than `most` bytes."""
        found = bytearray()
        for piece in self.chunks(name):
            found += piece
            if len(found) > most:
                raise CannotRead("bomb")
        return bytes(found)
