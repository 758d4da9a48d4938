"""A codebook: codes and the sets of them."""

from __future__ import annotations

from typing import BinaryIO

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.report import Loss, Report
from ownwords.inquiry.method.refi.writing.codes import codes, sets
from ownwords.inquiry.method.refi.writing.markup import Markup

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def write_codebook(project: Project, out: BinaryIO) -> Report:
    """Write codes and sets of a project as `.qdc`.

    Raises ValueError for a project without codes: the schema asks for at least one.
    """
    if not project.codes:
        raise ValueError("a codebook holds at least one code")
    log = Log()
    markup = Markup(out.write, log)
    markup.begin("CodeBook", [("xmlns", NAMESPACE), ("origin", project.origin or None)])
    codes(markup, project.codes, notes=False)
    kept = [one for one in project.sets if one.codes or not (one.sources or one.notes)]
    if len(kept) < len(project.sets):
        log.lost("set", Loss.WRONG_KIND, "", len(project.sets) - len(kept))
    sets(markup, kept, {"MemberCode": "guid"})
    markup.end("CodeBook")
    markup.finish()
    return log.report({"codes": len(project.codes), **({"sets": len(kept)} if kept else {})})
