"""References by the kind of thing they mean; what points nowhere is left out and told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ownwords.inquiry.method.refi.model.cases import Case, Value
from ownwords.inquiry.method.refi.model.codes import Code, Set
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.resolve_sources import resolve_source
from ownwords.inquiry.method.refi.reading.there import There
from ownwords.inquiry.method.refi.report import Loss, Repair


def resolve(draft: Draft) -> None:
    """Leave out what points to something that is not there, in everything that points."""
    there = There.of(draft)
    draft.codes = [_code(there, one) for one in draft.codes]
    draft.sources = [resolve_source(there, one) for one in draft.sources]
    draft.notes = [resolve_source(there, one) for one in draft.notes]
    draft.cases = [_case(there, one) for one in draft.cases]
    draft.sets = [_set(there, one) for one in draft.sets]
    draft.links = [replace(one, notes=there.kept("link", "note", one.notes)) for one in draft.links]
    draft.note_refs = list(there.kept("project", "note", tuple(draft.note_refs)))
    _users(draft)
    _names(draft)


def _code(there: There, one: Code) -> Code:
    return replace(one, notes=there.kept("code", "note", one.notes)) if one.notes else one


def _case(there: There, one: Case) -> Case:
    name = one.name
    if not there.own and not name.strip() and len(one.sources) == 1 and one.sources[0] in there.names:
        name = there.names[one.sources[0]]
        there.log.repaired("case", Repair.NAMELESS_CASE, name)
    return replace(
        one,
        name=name,
        codes=there.kept("case", "code", one.codes),
        values=_values(there, "case", one.values),
        sources=there.kept("case", "source", one.sources),
        selections=there.kept("case", "selection", one.selections),
    )


def _values(there: There, kind: str, given: tuple[Value, ...]) -> tuple[Value, ...]:
    kept = tuple(one for one in given if one.variable in there.guids["variable"])
    if len(kept) < len(given):
        there.log.lost(f"value of a {kind}", Loss.NO_TARGET, "", len(given) - len(kept))
    return kept


def _set(there: There, one: Set) -> Set:
    return replace(
        one,
        codes=there.kept("set", "code", one.codes),
        sources=there.kept("set", "source", one.sources),
        notes=there.kept("set", "note", one.notes),
    )


def _users(draft: Draft) -> None:
    known = {one.guid for one in draft.users}
    named = {guid for stamp in draft.stamps.values() for guid in (stamp.made_by, stamp.changed_by) if guid}
    for guid in sorted(named - known):
        draft.log.lost("person", Loss.NO_USER, guid)


def _names(draft: Draft) -> None:
    beside = Counter((one.parent, one.name.casefold()) for one in draft.codes)
    for (_, name), count in beside.items():
        if count > 1:
            draft.log.repaired("code", Repair.SAME_NAME, name, count - 1)
