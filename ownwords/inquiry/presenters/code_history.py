"""The history of a code, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.inquiry.method.codebook_changes import parts_changed
from ownwords.inquiry.models import CodeOrigin
from ownwords.inquiry.queries.code_history import Version, entry_of

PARTS = {
    "definition": gettext_lazy("What it is"),
    "use_when": gettext_lazy("Use it when"),
    "not_when": gettext_lazy("Not when"),
    "example": gettext_lazy("Example"),
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
