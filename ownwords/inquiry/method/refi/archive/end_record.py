"""The end of a ZIP, read before anything else: how long its list of files is (PKWARE APPNOTE 4.3.14-16)."""

from __future__ import annotations

import io
import struct
from typing import BinaryIO

from ownwords.inquiry.method.refi.refusal import Limits, Unreadable

_END, _LOCATOR, _BIG = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
_TAIL = 22 + 0xFFFF + 20 + 56
DAMAGED = "This file is damaged or was not sent whole: it begins like a ZIP, but its end is missing."


def check_directory(file: BinaryIO, limits: Limits) -> None:
    """Refuse a ZIP whose list of files is longer than `limits` allow, before anything reads that list."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise Unreadable(DAMAGED)
    entries, length = struct.unpack_from("<HI", tail, at + 10)
    big = tail.rfind(_BIG, 0, at)
    if big >= 0 and tail.rfind(_LOCATOR, 0, at) >= 0 and len(tail) >= big + 56:
        entries, length = struct.unpack_from("<QQ", tail, big + 32)
    if entries > limits.entries or length > limits.directory:
        raise Unreadable("This ZIP lists more files than a project can have.")
