"""The XML of a whole project."""

from __future__ import annotations

from collections.abc import Callable

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.writing.attributes import stamp
from ownwords.inquiry.method.refi.writing.cases import cases, variables
from ownwords.inquiry.method.refi.writing.codes import codes, sets, users
from ownwords.inquiry.method.refi.writing.graphs import graphs, links
from ownwords.inquiry.method.refi.writing.markup import Markup
from ownwords.inquiry.method.refi.writing.sources import SourceWriter
from ownwords.inquiry.method.refi.writing.texts import Files

NAMESPACE = "urn:QDA-XML:project:1.0"
MEMBERS = dict.fromkeys(("MemberCode", "MemberSource", "MemberNote"), "targetGUID")


def write_xml(project: Project, write: Callable[[bytes], object], log: Log) -> Files:
    """Write the XML, children in the order of the schema, and return what goes beside it."""
    out = Markup(write, log)
    files = Files(log)
    kinds = {one.guid: one.kind for one in project.variables}
    writer = SourceWriter(out, files, frozenset(one.guid for one in project.codes), kinds)
    out.begin(
        "Project",
        [
            ("xmlns", NAMESPACE),
            ("name", project.name),
            ("origin", project.origin or None),
            ("basePath", project.base_path or None),
            *stamp(project.stamp, "GUID"),
        ],
    )
    users(out, project.users)
    if project.codes:
        out.begin("CodeBook")
        codes(out, project.codes, notes=True)
        out.end("CodeBook")
    variables(out, project.variables)
    cases(out, project.cases, kinds)
    writer.all("Sources", project.sources)
    writer.all("Notes", project.notes)
    links(out, project.links)
    sets(out, project.sets, MEMBERS)
    graphs(out, project.graphs)
    out.described(project.description)
    out.refs("NoteRef", project.note_refs)
    out.end("Project")
    out.finish()
    return files
