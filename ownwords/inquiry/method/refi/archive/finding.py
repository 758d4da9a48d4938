"""Which file of the ZIP is the project."""

from __future__ import annotations

from collections.abc import Sequence

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.refusal import Unreadable
from ownwords.inquiry.method.refi.report import Repair


def project_file(names: Sequence[str], log: Log) -> str:
    """Return the name of the project file: ``project.qde`` in any case, else the only ``.qde``."""
    ends = [name for name in names if name.casefold().endswith((".qde", ".qdc"))]
    top = [name for name in ends if "/" not in name.replace("\\", "/")]
    named = [name for name in top if name.casefold() == "project.qde"]
    found = next((some for some in (named, top, ends) if len(some) == 1), None)
    if found is None:
        raise Unreadable(
            "There is no project in this ZIP: it holds no file that ends in .qde."
            if not ends
            else "There is more than one project in this ZIP, so nobody can tell which is meant."
        )
    if not named:
        log.repaired("project", Repair.OTHER_NAME, found[0])
    elif found[0] != "project.qde" or any(name.startswith("Sources/") for name in names):
        log.repaired("project", Repair.CAPITALS, found[0])
    return found[0]
