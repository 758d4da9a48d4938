"""A file to a project: `.qdpx`, `.qdc` or a bare `.qde`, by what is in it and never by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO

from ownwords.inquiry.method.refi.archive.finding import project_file
from ownwords.inquiry.method.refi.archive.package import BROKEN, NoPackage, Package, Stream, Whole, ZipPackage
from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.project import Extra, Project
from ownwords.inquiry.method.refi.reading.counting import counted
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.events import read_events
from ownwords.inquiry.method.refi.reading.extra import NAME, read_extra
from ownwords.inquiry.method.refi.reading.prolog import check_prolog
from ownwords.inquiry.method.refi.reading.pull import Malformed
from ownwords.inquiry.method.refi.reading.resolve import resolve
from ownwords.inquiry.method.refi.refusal import Limits, Unreadable
from ownwords.inquiry.method.refi.report import Repair, Report

DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held, and what is to be said about it."""

    project: Project
    report: Report


def read(file: BinaryIO, limits: Limits = DEFAULT) -> Reading:
    """Return the project or codebook in a seekable file, and the report.

    Raises Unreadable, with a sentence for whoever brought the file, where nothing of it can be taken or where it asks
    for more memory, time or trust than a project may.
    """
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    if not start:
        raise Unreadable("This file is empty.")
    log = Log()
    if not start.startswith(b"PK"):
        return _reading(lambda: Whole(file), NoPackage(), limits, log)
    package = ZipPackage(file, limits)
    inside = project_file(package.names, log)
    return _reading(lambda: package.open(inside), package, limits, log)


def _reading(opened: Callable[[], Stream], package: Package, limits: Limits, log: Log) -> Reading:
    try:
        with closing(opened()) as stream:
            check_prolog(stream)
        draft = _parsed(opened, Draft(log, package, limits))
    except BROKEN as fault:
        raise Unreadable("This file is damaged: what is packed in it cannot be unpacked.") from fault
    draft.extra = _extra(package, draft)
    resolve(draft)
    project = _project(draft)
    return Reading(project, draft.log.report(counted(project)))


def _parsed(opened: Callable[[], Stream], draft: Draft) -> Draft:
    """Read strictly; where the XML is not well formed, once more with stray bytes put right."""
    log = draft.log.copy()
    try:
        with closing(opened()) as stream:
            read_events(draft, stream, None)
        return draft
    except Malformed as first:
        again = Draft(log, draft.package, draft.limits)
        mended = Counter[Repair]()
        try:
            with closing(opened()) as stream:
                read_events(again, stream, lambda: mended.update((Repair.STRAY,)))
        except Malformed as fault:
            raise Unreadable(str(first)) from fault
        again.log.repaired("project", Repair.STRAY, "", mended[Repair.STRAY])
        return again


def _extra(package: Package, draft: Draft) -> Extra:
    inside = package.find(NAME)
    data = package.content(inside, draft.limits.extra) if inside == NAME else None
    return read_extra(data, draft.log) if data is not None else {}


def _project(draft: Draft) -> Project:
    names = (
        "users",
        "codes",
        "variables",
        "cases",
        "sources",
        "notes",
        "links",
        "sets",
        "graphs",
        "note_refs",
    )
    lists = {name: tuple(getattr(draft, name)) for name in names}
    return Project(
        name=draft.name,
        origin=draft.origin,
        stamp=draft.stamp,
        base_path=draft.base_path,
        description=draft.description,
        extra=draft.extra,
        **lists,
    )
