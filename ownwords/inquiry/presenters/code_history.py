"""The history of a code and of the codebook, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.inquiry.method.codebook_changes import Change, Changed, parts_changed
from ownwords.inquiry.models import CodeOrigin
from ownwords.inquiry.queries.code_history import Version, entry_of

PARTS = {
    "definition": gettext_lazy("What it is"),
    "use_when": gettext_lazy("Use it when"),
    "not_when": gettext_lazy("Not when"),
    "example": gettext_lazy("Example"),
}
KINDS = {
    Change.NEW: gettext_lazy("New since then"),
    Change.RENAMED: gettext_lazy("Called something else now"),
    Change.REDEFINED: gettext_lazy("Says something else now"),
    Change.MOVED: gettext_lazy("Hangs elsewhere now"),
    Change.MERGED: gettext_lazy("Brought into another code"),
    Change.GONE: gettext_lazy("Out of view now"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a version says differently: what, from, to; `text` alone where there is no from and to."""

    text: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One version in words."""

    when: datetime
    who: str
    differences: tuple[Difference, ...]


def told(versions: Iterable[Version], names: Mapping[UUID, str]) -> list[Told]:
    """Return the versions in words. One that differs only in its place among others says so."""
    return [Told(one.now.pgh_created_at, one.who, tuple(_differences(one, names))) for one in versions]


def _differences(one: Version, names: Mapping[UUID, str]) -> Iterator[Difference]:
    if one.before is None:
        yield Difference(_("made this code, “%(name)s”") % {"name": one.now.name})
        return
    found = [*_of_the_tree(one.now, one.before, names), *_of_words(one.now, one.before)]
    yield from found or [Difference(_("moved it among the codes beside it"))]


def _of_the_tree(now: Any, before: Any, names: Mapping[UUID, str]) -> Iterator[Difference]:
    if now.removed_at and not before.removed_at:
        if now.merged_into_id:
            yield Difference(_("brought it into “%(code)s”") % {"code": names.get(now.merged_into_id, "")})
        else:
            yield Difference(_("took it out of view"))
    if before.removed_at and not now.removed_at:
        yield Difference(_("put it back"))
    if now.merged_into_id and now.merged_into_id != before.merged_into_id and not now.removed_at:
        yield Difference(_("brought it into “%(code)s”") % {"code": names.get(now.merged_into_id, "")})
    if now.parent_id != before.parent_id:
        yield Difference(_("moved it"), place(before.parent_id, names), place(now.parent_id, names))


def _of_words(now: Any, before: Any) -> Iterator[Difference]:
    if now.name != before.name:
        yield Difference(_("changed its name"), before.name, now.name)
    for part, old, new in parts_changed(entry_of(before), entry_of(now)):
        yield Difference(_("changed “%(part)s”") % {"part": PARTS[part]}, old, new)
    if now.origin != before.origin:
        yield Difference(_("changed where it came from"), _origin(before.origin), _origin(now.origin))
    if now.colour != before.colour:
        yield Difference(_("changed its colour"))
    if now.holds_codings != before.holds_codings:
        yield Difference(
            _("let it take passages") if now.holds_codings else _("made it a heading that takes no passages")
        )


def _origin(value: str) -> str:
    return str(CodeOrigin(value).label) if value in CodeOrigin.values else value


def place(parent_id: UUID | None, names: Mapping[UUID, str]) -> str:
    """Return where something hangs, in words."""
    return _("below “%(code)s”") % {"code": names.get(parent_id, "")} if parent_id else _("at the top")


@dataclass(frozen=True, slots=True)
class SinceThen:
    """One code that has changed: its name now or then, and what is different."""

    code_id: UUID
    name: str
    differences: tuple[Difference, ...] = ()


def since_then(
    changes: Iterable[Changed[UUID]], names: Mapping[UUID, str]
) -> list[tuple[str, list[SinceThen]]]:
    """Return what has changed since a day, by kind: heading and codes."""
    grouped = groupby(changes, key=lambda one: one.change)
    return [(str(KINDS[kind]), [_since(one, names) for one in found]) for kind, found in grouped]


def _since(one: Changed[UUID], names: Mapping[UUID, str]) -> SinceThen:
    stands = one.after or one.before
    assert stands is not None  # noqa: S101  (a change is of something)
    return SinceThen(stands.id, stands.name, tuple(_what(one, names)))


def _what(one: Changed[UUID], names: Mapping[UUID, str]) -> Iterator[Difference]:
    if one.change is Change.MERGED:
        yield (
            Difference(_("into “%(code)s”") % {"code": names.get(one.into, "")})
            if one.into
            else Difference(_("into a code that is out of view now"))
        )
    if one.before is None or one.after is None:
        return
    if one.change is Change.RENAMED:
        yield Difference("", one.before.name, one.after.name)
    if one.change is Change.MOVED:
        yield Difference("", place(one.before.parent, names), place(one.after.parent, names))
    if one.change is Change.REDEFINED:
        for part, old, new in parts_changed(one.before, one.after):
            yield Difference(str(PARTS[part]), old, new)
