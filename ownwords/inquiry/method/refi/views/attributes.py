"""Attributes of cases, wherever a program put them: on a case, on a source, or in the name of a set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ownwords.inquiry.method.refi.model.cases import VariableKind
from ownwords.inquiry.method.refi.model.codes import Set
from ownwords.inquiry.method.refi.model.project import Project

_NAMED = re.compile(r"\s*([^:]{1,80}?)\s*:\s+(\S.*?)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One value of one attribute of a case or of a source (`of`, its GUID)."""

    on_case: bool
    of: str
    name: str
    value: str
    kind: VariableKind = VariableKind.TEXT


def attributes(project: Project) -> Iterator[Attribute]:
    """Yield attributes of cases (Quirkos, NVivo), of sources (MAXQDA), of sources by sets ``age: 25`` (ATLAS.ti 8).

    A value that is not given is left out. Where one source has an attribute twice, the first is the variable's.
    """
    named = {one.guid: one for one in project.variables}
    told: set[tuple[str, str]] = set()
    for on_case, things in ((True, project.cases), (False, project.sources)):
        for thing in things:
            for one in thing.values:
                variable = named.get(one.variable)
                if variable is None or one.value is None or one.value == "":
                    continue
                told.add((thing.guid, variable.name.casefold()))
                yield Attribute(on_case, thing.guid, variable.name, one.value, variable.kind)
    for group in project.sets:
        split = split_name(group)
        for source in group.sources if split else ():
            if split and (source, split[0].casefold()) not in told:
                yield Attribute(on_case=False, of=source, name=split[0], value=split[1])


def split_name(group: Set) -> tuple[str, str] | None:
    """Return (attribute, value) of a set of sources that is called ``age: 25``; None for any other set."""
    found = _NAMED.fullmatch(group.name)
    if found is None or not group.sources or group.codes or group.notes:
        return None
    return found[1], found[2]
