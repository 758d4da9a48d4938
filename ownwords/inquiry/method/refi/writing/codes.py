"""Users, the tree of codes, and sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ownwords.inquiry.method.refi.model.codes import Code, Set
from ownwords.inquiry.method.refi.model.project import User
from ownwords.inquiry.method.refi.writing.attributes import coloured
from ownwords.inquiry.method.refi.writing.markup import Markup, checked


def users(out: Markup, given: Sequence[User]) -> None:
    """Write the people who coded."""
    if not given:
        return
    out.begin("Users")
    for one in given:
        said = [("guid", checked(one.guid)), ("name", one.name or None), ("id", one.short or None)]
        out.empty("User", said)
    out.end("Users")


def codes(out: Markup, given: Sequence[Code], *, notes: bool) -> None:
    """Write the tree of codes, with `notes` in a project and without them in a codebook."""
    known = {one.guid for one in given}
    below: dict[str, list[Code]] = {}
    for one in given:
        below.setdefault(one.parent if one.parent in known else "", []).append(one)
    out.begin("Codes")
    waiting: list[Code | None] = list(reversed(below.get("", [])))
    while waiting:
        code = waiting.pop()
        if code is None:
            out.end("Code")
            continue
        _begin(out, code, notes=notes)
        waiting.append(None)
        waiting.extend(reversed(below.get(code.guid, [])))
    out.end("Codes")


def _begin(out: Markup, one: Code, *, notes: bool) -> None:
    out.begin(
        "Code",
        [
            ("guid", checked(one.guid)),
            ("name", one.name),
            ("isCodable", "true" if one.codable else "false"),
            coloured(one.colour),
        ],
    )
    out.described(one.definition.text())
    if notes:
        out.refs("NoteRef", one.notes)


def sets(out: Markup, given: Sequence[Set], members: Mapping[str, str]) -> None:
    """Write sets; `members` is what the attribute of each kind of member is called, and which kinds there are."""
    if not given:
        return
    out.begin("Sets")
    for one in given:
        out.begin("Set", [("guid", checked(one.guid)), ("name", one.name)])
        out.described(one.description)
        held = {"MemberCode": one.codes, "MemberSource": one.sources, "MemberNote": one.notes}
        for name, attribute in members.items():
            out.refs(name, held[name], attribute)
        out.end("Set")
    out.end("Sets")
