"""A checked package: the project file and the texts in it. Nothing outside the ZIP is ever opened."""

from __future__ import annotations

import zipfile
import zlib
from typing import IO, BinaryIO, Protocol
from urllib.parse import unquote

from ownwords.inquiry.method.refi.archive.checks import check_entries
from ownwords.inquiry.method.refi.archive.end_record import DAMAGED, check_directory
from ownwords.inquiry.method.refi.refusal import Limits, Unreadable

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class Package(Protocol):
    """Where a reader finds the files that a project points to."""

    def find(self, path: str) -> str | None:
        """Return the name inside the package of what a path of the project points to."""

    def content(self, name: str, most: int) -> bytes | None:
        """Return the bytes of a file inside; None where it is damaged or longer than `most`."""


class Stream(Protocol):
    """Bytes that are read from the beginning and closed."""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, none at the end."""

    def close(self) -> None:
        """Be done."""


class Whole:
    """A file from its beginning; whoever handed it in closes it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.seek(0)

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes."""
        return self._file.read(size)

    def close(self) -> None:
        """Leave the file open."""


class NoPackage:
    """A codebook or a bare project file has nothing beside it."""

    def find(self, path: str) -> str | None:
        """Return None."""
        return None

    def content(self, name: str, most: int) -> bytes | None:
        """Return None."""
        return None


class ZipPackage:
    """A ZIP that was looked at before it was opened."""

    def __init__(self, file: BinaryIO, limits: Limits) -> None:
        check_directory(file, limits)
        size = file.seek(0, 2)
        file.seek(0)
        try:
            self._zip = zipfile.ZipFile(file)
        except (*BROKEN, ValueError) as fault:
            raise Unreadable(DAMAGED) from fault
        entries = self._zip.infolist()
        check_entries(entries, size, limits)
        self._names = [one.filename for one in entries if not one.is_dir()]
        self._by_path = {name.replace("\\", "/").casefold(): name for name in self._names}
        self._by_end: dict[str, list[str]] = {}
        for path, name in self._by_path.items():
            self._by_end.setdefault(path.rsplit("/", 1)[-1], []).append(name)

    @property
    def names(self) -> list[str]:
        """Return the names of all files inside."""
        return self._names

    def find(self, path: str) -> str | None:
        """Return the name inside that a path means: under sources first, else the only file of that name."""
        inside = unquote(path.partition("://")[2] if "://" in path else path).replace("\\", "/").strip("/")
        name = inside.casefold()
        for place in (f"sources/{name}", name):
            if place in self._by_path:
                return self._by_path[place]
        same = self._by_end.get(name.rsplit("/", 1)[-1], [])
        return same[0] if len(same) == 1 and name else None

    def content(self, name: str, most: int) -> bytes | None:
        """Return the bytes of a file inside; None where it is damaged or longer than `most`."""
        try:
            with self._zip.open(name) as stream:
                data = stream.read(most + 1)
        except BROKEN:
            return None
        return data if len(data) <= most else None

    def open(self, name: str) -> IO[bytes]:
        """Return a stream of a file inside, for instance a recording to be copied."""
        try:
            return self._zip.open(name)
        except BROKEN as fault:
            raise Unreadable(DAMAGED) from fault
