"""Codes that come in from another program: the tree, with the GUIDs that they keep for ever."""

from __future__ import annotations

from collections import Counter, defaultdict
from uuid import UUID

from ownwords.inquiry.actions.refi_state import Bringing
from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.names import kept, second_name
from ownwords.inquiry.method.brought.own import choice, own
from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.method.refi.model.codes import Code as RefiCode
from ownwords.inquiry.models import Code, CodeOrigin

MOST_NAME = 200


def bring_codes(doing: Bringing, used: set[str]) -> None:
    """Keep the codes that are not here yet, each below its parent.

    Args:
        used: GUIDs of codes that passages have in the file.
    """
    there = {one.guid: one for one in Code.objects.filter(study_id=doing.study.id)}
    beside: dict[UUID | None, set[str]] = defaultdict(set)
    last: Counter[UUID | None] = Counter()
    for one in there.values():
        if one.removed_at is None:
            beside[one.parent_id].add(one.folded)
        last[one.parent_id] = max(last[one.parent_id], one.position + 1)
    made = []
    for given in doing.project.codes:
        known = there.get(UUID(given.guid))
        if known is not None:
            doing.told.there["codes"] += 1
            if known.removed_at is None:
                doing.codes[given.guid] = known.id
            continue
        parent = doing.codes.get(given.parent)
        row = _row(doing, given, parent, beside[parent], last[parent])
        row.holds_codings = given.codable or given.guid in used
        if row.holds_codings and not given.codable:
            doing.told.repaired("codes", say.CODABLE, row.name)
        beside[parent].add(row.folded)
        last[parent] += 1
        doing.codes[given.guid] = row.id
        made.append(row)
    Code.objects.bulk_create(made, batch_size=2_000)
    doing.told.came["codes"] += len(made)


def _row(doing: Bringing, given: RefiCode, parent: UUID | None, taken: set[str], position: int) -> Code:
    name = doing.fits("codes", given.name, MOST_NAME)
    if not name:
        name = "Code"
        doing.told.repaired("codes", say.NO_NAME, given.guid)
    found = second_name(name, taken, folded, MOST_NAME)
    if found != name:
        doing.told.repaired("codes", say.SECOND_NAME, found)
    said = given.definition
    origin = choice(
        own(doing.project.extra, "codes", given.guid), "origin", tuple(CodeOrigin.values), "brought"
    )
    return Code(
        **doing.signed(), guid=UUID(given.guid), parent_id=parent, name=found, folded=folded(found)[:400],
        colour=given.colour.lower(), position=position, origin=origin, definition=kept(said.what),
        use_when=kept(said.use), not_when=kept(said.avoid), example=kept(said.example),
    )  # fmt: skip
