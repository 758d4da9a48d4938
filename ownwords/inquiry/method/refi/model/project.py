"""The whole of a project; a codebook is one that holds codes and sets alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ownwords.inquiry.method.refi.model.cases import Case, Variable
from ownwords.inquiry.method.refi.model.codes import Code, Set
from ownwords.inquiry.method.refi.model.graphs import Graph, Link
from ownwords.inquiry.method.refi.model.sources import Source
from ownwords.inquiry.method.refi.model.stamp import UNSIGNED, Stamp

Extra: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""What the standard has no place for: kind -> GUID -> JSON values by name. The kinds are EXTRA_KINDS.

codings: strength, origin...; notes: kind...; codes: properties, history...; sources: speakers, turns... The names
inside are chosen by whoever writes them; here they only travel.
"""

ORIGIN = "Ownwords"
"""How `origin` begins in a file that we wrote; the version may follow."""

MADE_KINDS = (
    *(
        "themes",
        "theme_codes",
        "extracts",
        "findings",
        "finding_themes",
        "charts",
        "chart_columns",
        "chart_cells",
    ),
    *("stages", "categories", "properties", "incidents", "relations", "report_items"),
)
"""What is made of codes, each after what it points at."""
EXTRA_KINDS = (
    *MADE_KINDS,
    *("project", "users", "codes", "variables", "cases", "sources", "selections"),
    *("codings", "notes", "links", "sets", "graphs"),
)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who coded; `short` is the id or initials that the file calls `id`."""

    guid: str
    name: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project; `notes` are all notes, `note_refs` the GUIDs of those about the project as a whole."""

    name: str = ""
    origin: str = ""
    stamp: Stamp = UNSIGNED
    base_path: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[Source, ...] = ()
    links: tuple[Link, ...] = ()
    sets: tuple[Set, ...] = ()
    graphs: tuple[Graph, ...] = ()
    description: str = ""
    note_refs: tuple[str, ...] = ()
    extra: Extra = field(default_factory=dict)
