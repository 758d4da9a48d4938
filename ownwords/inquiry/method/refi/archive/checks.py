"""What the list of files in a ZIP may say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from ownwords.inquiry.method.refi.refusal import MIB, Limits, Unreadable

_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED = 0x1 | 0x40


def check_entries(entries: Sequence[ZipInfo], size: int, limits: Limits) -> None:
    """Refuse a list that leads out of the ZIP, says a name twice, is locked, or unpacks to far more than it is.

    `size` is the length of the whole file: packed sizes that add up to more share their bytes.
    """
    if len(entries) > limits.entries:
        raise Unreadable("This ZIP lists more files than a project can have.")
    seen: set[str] = set()
    for one in entries:
        _check_name(one.orig_filename)
        _check_entry(one, limits)
        name = one.filename.replace("\\", "/").casefold()
        if name in seen:
            raise Unreadable("This ZIP holds two files of the same name, so nobody can tell which is meant.")
        seen.add(name)
    if sum(one.file_size for one in entries) > limits.unpacked:
        raise Unreadable("This ZIP would unpack to more than a project can hold.")
    if sum(one.compress_size for one in entries) > size:
        raise Unreadable("The files in this ZIP overlap. It was not made by a program for research.")


def _check_name(name: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or _DRIVE.match(name) or "\x00" in name:
        raise Unreadable("This ZIP holds a file name that leads out of the ZIP. It is not opened.")


def _check_entry(one: ZipInfo, limits: Limits) -> None:
    if one.flag_bits & _ENCRYPTED:
        raise Unreadable("This ZIP is locked with a password. Save it without one and try again.")
    if one.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Unreadable("This ZIP is packed in a way that the format does not use.")
    if one.file_size > MIB and one.file_size > limits.ratio * max(1, one.compress_size):
        raise Unreadable("A file in this ZIP would unpack to hundreds of times its size. It is not opened.")
