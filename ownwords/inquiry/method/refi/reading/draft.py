"""The project while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ownwords.inquiry.method.refi.archive.package import Package
from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.cases import Case, Variable
from ownwords.inquiry.method.refi.model.codes import Code, Set
from ownwords.inquiry.method.refi.model.graphs import Graph, Link
from ownwords.inquiry.method.refi.model.project import ORIGIN, Extra, User
from ownwords.inquiry.method.refi.model.selections import Selection
from ownwords.inquiry.method.refi.model.sources import Source
from ownwords.inquiry.method.refi.model.stamp import UNSIGNED, Stamp
from ownwords.inquiry.method.refi.reading.ids import Ids
from ownwords.inquiry.method.refi.refusal import Limits


@dataclass(slots=True)
class Frame:
    """A source, or a selection that holds one, which has begun and not ended: what was read inside it so far."""

    selections: list[Selection] = field(default_factory=list)
    parts: list[Source] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """Everything read so far."""

    log: Log
    package: Package
    limits: Limits
    ids: Ids = field(init=False)
    name: str = ""
    origin: str = ""
    base_path: str = ""
    stamp: Stamp = UNSIGNED
    description: str = ""
    users: list[User] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    open_codes: list[int] = field(default_factory=list)
    variables: list[Variable] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    notes: list[Source] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sets: list[Set] = field(default_factory=list)
    graphs: list[Graph] = field(default_factory=list)
    note_refs: list[str] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    extra: Extra = field(default_factory=dict)
    stamps: dict[tuple[str, str, str, str], Stamp] = field(default_factory=dict)
    as_written: dict[tuple[str | None, ...], Stamp] = field(default_factory=dict)
    moments: dict[str, str] = field(default_factory=dict)
    lists: list[int] = field(default_factory=list)
    elements: int = 0
    things: int = 0
    text_bytes: int = 0

    @property
    def own(self) -> bool:
        """Say whether Ownwords wrote the file, so that nothing about it is guessed."""
        return self.origin.startswith(ORIGIN)

    def __post_init__(self) -> None:
        self.ids = Ids(self.log)
