"""The study's codebook: made, added to in the words of somebody, brought together, through the room's own actions."""

from __future__ import annotations

from functools import partial

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.code_merging import merge_codes
from ownwords.inquiry.actions.codes import Said, change_code, make_code, move_code
from ownwords.inquiry.models import Code, CodeOrigin
from ownwords.people.roles import RoleName
from ownwords.people.viewer import seen_by

PLANNED, FOUND = 143, 109


def codebook(making: Making) -> None:
    """Put the codebook into the diary: what was known before, then what was found; in-vivo codes come with coding."""
    for branch in making.material.branches:
        making.diary.on(PLANNED, partial(_code, making, branch, None))
    for branch, code in making.material.codes():
        origin = code.get("origin", CodeOrigin.FOUND)
        if origin != CodeOrigin.IN_VIVO:
            ago = PLANNED if origin == CodeOrigin.KNOWN else FOUND
            making.diary.on(ago, partial(_code, making, code, branch))
    for merge in making.material.merges:
        making.diary.on(merge["ago"], partial(_merge, making, merge))


def said(table: Table, branch: Table | None) -> Said:
    """Return what a code of the data file says of itself; its colour is that of its branch."""
    return Said(
        table["name"], definition=table["definition"], use_when=table.get("use_when", ""),
        not_when=table.get("not_when", ""), example=table.get("example", ""),
        colour=(branch or table).get("colour", ""), origin=table.get("origin", CodeOrigin.FOUND),
        holds_codings=branch is not None,
    )  # fmt: skip


def _code(making: Making, table: Table, branch: Table | None) -> None:
    parent = making.ids[f"branch {branch['key']}"] if branch else None
    made = make_code(opened=making.lead, said=said(table, branch), parent_id=parent)
    making.ids[_key(table, branch)] = made.id


def _key(table: Table, branch: Table | None) -> str:
    return f"code {table['key']}" if branch else f"branch {table['key']}"


def put_in_its_place(making: Making, code: Code, key: str) -> None:
    """Hang a code that was made in vivo below its branch, and say what it is."""
    branch, table = next(pair for pair in making.material.codes() if pair[1]["key"] == key)
    parent = making.ids[f"branch {branch['key']}"]
    moved = move_code(opened=making.lead, code_id=code.id, version=code.version, parent_id=parent)
    change_code(opened=making.lead, code_id=code.id, version=moved.version, said=said(table, branch))
    making.ids[f"code {key}"] = code.id


def _merge(making: Making, table: Table) -> None:
    code_id, into_id = (making.ids[f"code {table[end]}"] for end in ("code", "into"))
    code = Code.objects.get(pk=code_id)
    # What is hidden from the lead by blind coding is counted in the database, which has to know who asks.
    with seen_by(making.lead.me, RoleName.RESEARCHER):
        merge_codes(opened=making.lead, code_id=code_id, version=code.version, into_id=into_id)
