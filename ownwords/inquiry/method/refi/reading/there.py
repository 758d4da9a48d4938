"""What is in the project, by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.sources import Source
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.report import Loss


@dataclass(frozen=True, slots=True)
class There:
    """GUIDs of everything by kind, and the names of sources."""

    log: Log
    own: bool
    guids: Mapping[str, frozenset[str]]
    names: Mapping[str, str]

    @classmethod
    def of(cls, draft: Draft) -> There:
        """Return what a draft holds."""
        everything = [part for one in (*draft.sources, *draft.notes) for part in with_parts(one)]
        guids = {
            "code": frozenset(one.guid for one in draft.codes),
            "variable": frozenset(one.guid for one in draft.variables),
            "source": frozenset(one.guid for one in draft.sources),
            "note": frozenset(one.guid for one in draft.notes),
            "selection": frozenset(place.guid for one in everything for place in one.selections),
        }
        return cls(draft.log, draft.own, guids, {one.guid: one.name for one in draft.sources})

    def kept(self, of: str, kind: str, guids: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `guids` that are things of this kind; the others are told as references of `of`."""
        known = self.guids[kind]
        if all(one in known for one in guids):
            return guids
        kept = tuple(one for one in guids if one in known)
        for gone in guids:
            if gone not in known:
                self.log.lost(f"{kind} of a {of}", Loss.NO_TARGET, gone)
        return kept


def with_parts(source: Source) -> Iterator[Source]:
    """Yield a source and the sources inside it, also those inside its selections."""
    yield source
    for part in source.parts:
        yield from with_parts(part)
    for one in source.selections:
        if one.represented is not None:
            yield from with_parts(one.represented)
