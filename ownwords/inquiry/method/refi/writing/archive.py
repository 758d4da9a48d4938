"""A project as `.qdpx`: the XML, the texts, other files, and our own file of what the standard has no place for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.project import Extra, Project
from ownwords.inquiry.method.refi.reading.counting import counted
from ownwords.inquiry.method.refi.reading.extra import FORMAT, NAME, VERSION
from ownwords.inquiry.method.refi.report import Loss, Report
from ownwords.inquiry.method.refi.writing.project import write_xml
from ownwords.inquiry.method.refi.writing.texts import Files, text_bytes

Opener = Callable[[str], IO[bytes] | None]
BLOCK = 2**20


def write_project(project: Project, out: BinaryIO, *, when: datetime, opened: Opener | None = None) -> Report:
    """Write a project into a binary file, which need not be seekable, and report what could not be written.

    `when` dates the files in the ZIP. `opened` gives a stream for the name of a recording, picture, PDF or formatted
    text that the project points to as ``internal://name``, or None where there is none.
    """
    log = Log()
    stamp = when.timetuple()[:6] if when.year >= 1980 else (1980, 1, 1, 0, 0, 0)
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as archive:

        def entry(name: str) -> IO[bytes]:
            info = ZipInfo(name, stamp)
            info.compress_type = ZIP_DEFLATED
            return archive.open(info, "w", force_zip64=True)

        with entry("project.qde") as stream:
            files = write_xml(project, stream.write, log)
        for name, source in files.texts.items():
            with entry(f"sources/{name}") as stream:
                stream.write(text_bytes(source, log))
        _media(files, entry, opened, log)
        if any(project.extra.values()):
            with entry(NAME) as stream:
                stream.write(extra_bytes(project.extra))
    return log.report(counted(project))


def extra_bytes(extra: Extra) -> bytes:
    """Return our own file, always the same for the same content."""
    kinds = {kind: things for kind, things in extra.items() if things}
    return json.dumps({"format": FORMAT, "version": VERSION, **kinds}, sort_keys=True, indent=0).encode()


def _media(files: Files, entry: Callable[[str], IO[bytes]], opened: Opener | None, log: Log) -> None:
    for name in files.media:
        free = name not in files.texts and "/" not in name and "\\" not in name
        stream = opened(name) if opened and free else None
        if stream is None:
            log.lost("file of a source", Loss.NO_MEDIA, name)
            continue
        with stream, entry(f"sources/{name}") as out:
            shutil.copyfileobj(stream, out, BLOCK)
