"""Users and codes."""

from __future__ import annotations

from ownwords.inquiry.method.refi.model.codes import Code, Set
from ownwords.inquiry.method.refi.model.definition import read_definition
from ownwords.inquiry.method.refi.model.project import User
from ownwords.inquiry.method.refi.reading.attributes import coloured
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.inside import inside, targets, words
from ownwords.inquiry.method.refi.reading.pull import Element
from ownwords.inquiry.method.refi.refusal import Unreadable
from ownwords.inquiry.method.refi.report import Repair


def end_user(draft: Draft, element: Element) -> None:
    """Take a user."""
    name = element.get("name") or ""
    guid = draft.ids.new("user", element.get("guid"), name)
    draft.users.append(User(guid, name, element.get("id") or ""))


def start_code(draft: Draft, element: Element) -> None:
    """Keep the place of a code in the tree; what is inside it comes later."""
    if len(draft.open_codes) >= draft.limits.depth:
        raise Unreadable("The codes in this file are nested deeper than anybody could use.")
    if len(draft.codes) >= draft.limits.codes:
        raise Unreadable("There are more codes in this file than a project can have.")
    name = element.get("name") or ""
    parent = draft.codes[draft.open_codes[-1]].guid if draft.open_codes else ""
    guid = draft.ids.new("code", element.get("guid"), name)
    draft.open_codes.append(len(draft.codes))
    draft.codes.append(Code(guid, name, parent))


def end_code(draft: Draft, element: Element) -> None:
    """Take a code with what was inside it."""
    at = draft.open_codes.pop()
    begun = draft.codes[at]
    description, notes = "", []
    for name, child in inside(draft, element, "code", ("Description", "NoteRef")):
        if name == "Description":
            description = words(child)
        else:
            notes.append(child)
    draft.codes[at] = Code(
        guid=begun.guid,
        name=begun.name,
        parent=begun.parent,
        codable=_codable(draft, element),
        colour=coloured(draft, element, "code"),
        definition=read_definition(description),
        notes=targets(draft, notes),
    )


def end_set(draft: Draft, element: Element) -> None:
    """Take a set of a project or of a codebook."""
    name = element.get("name") or ""
    found: dict[str, list[Element]] = {"MemberCode": [], "MemberSource": [], "MemberNote": []}
    description = ""
    for tag, child in inside(draft, element, "set", ("Description", *found)):
        if tag == "Description":
            description = words(child)
        else:
            found[tag].append(child)
    guid = draft.ids.new("set", element.get("guid"), name)
    members = (targets(draft, children) for children in found.values())
    draft.sets.append(Set(guid, name, description, *members))


def _codable(draft: Draft, element: Element) -> bool:
    said = (element.get("isCodable") or "").strip().lower()
    if said not in ("true", "false", "1", "0"):
        draft.log.repaired("code", Repair.CODABLE, element.get("name") or "")
    return said not in ("false", "0")
