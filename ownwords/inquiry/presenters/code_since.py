"""What has changed in the codebook since a past day, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.inquiry.method.codebook_changes import Change, Changed, parts_changed
from ownwords.inquiry.presenters.code_history import PARTS, Difference, place

KINDS = {
    Change.NEW: gettext_lazy("New since then"),
    Change.RENAMED: gettext_lazy("Called something else now"),
    Change.REDEFINED: gettext_lazy("Says something else now"),
    Change.MOVED: gettext_lazy("Hangs elsewhere now"),
    Change.MERGED: gettext_lazy("Brought into another code"),
    Change.GONE: gettext_lazy("Out of view now"),
}


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
