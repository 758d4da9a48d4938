"""How many of each kind are in a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.model.sources import Source
from ownwords.inquiry.method.refi.reading.there import with_parts


def counted(project: Project) -> Mapping[str, int]:
    """Return counts by kind; kinds of which there is nothing are left out."""
    found: Counter[str] = Counter(
        users=len(project.users),
        codes=len(project.codes),
        variables=len(project.variables),
        cases=len(project.cases),
        notes=len(project.notes),
        links=len(project.links),
        sets=len(project.sets),
        graphs=len(project.graphs),
        sources=len(project.sources),
        values=sum(len(one.values) for one in project.cases)
        + sum(len(one.values) for one in project.sources),
    )
    for top in (*project.sources, *project.notes):
        for one in with_parts(top):
            found.update(_inside(one))
    return {kind: number for kind, number in found.items() if number}


def _inside(source: Source) -> dict[str, int]:
    on_passages = sum(len(one.codings) for one in source.selections)
    return {
        "selections": len(source.selections),
        "codings": on_passages + len(source.codings),
        "codings of whole sources": len(source.codings),
        "texts": int(source.text is not None),
    }
