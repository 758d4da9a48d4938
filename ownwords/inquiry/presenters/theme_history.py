"""The history of a theme, in words: what it said before and after, which codes joined and left, what was chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Stands, ThemeStatus
from ownwords.inquiry.presenters.code_history import Difference
from ownwords.inquiry.queries.code_history import names_of_codes
from ownwords.inquiry.queries.passages import Quotation, quotations_of
from ownwords.inquiry.queries.theme_history import Event
from ownwords.inquiry.queries.themes import names_of_themes

PARTS = {
    "name": gettext_lazy("changed its name"),
    "statement": gettext_lazy("changed what it says"),
    "scope": gettext_lazy("changed what it takes in"),
    "note": gettext_lazy("changed the note"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One event in words, with the passage that it is about where this is one that is still seen."""

    when: datetime
    who: str
    differences: tuple[Difference, ...]
    coding: UUID | None = None
    quotation: Quotation | None = None


def told(opened: OpenedStudy, events: Sequence[Event]) -> list[Told]:
    """Return events in words; those that only number anew are passed over (four queries)."""
    codes, themes = names_of_codes(opened), names_of_themes(opened)
    chosen = {one.row.coding_id for one in events if one.kind == 2}
    words = quotations_of(opened, chosen) if chosen else {}
    found = []
    for one in events:
        differences = tuple(_differences(one, codes, themes))
        if differences:
            coding = one.row.coding_id if one.kind == 2 else None
            quotation = words.get(coding) if coding else None
            found.append(Told(one.row.pgh_created_at, one.who, differences, coding, quotation))
    return found


def _differences(one: Event, codes: Mapping[UUID, str], themes: Mapping[UUID, str]) -> Iterator[Difference]:
    if one.kind == 0:
        yield from _of_theme(one.row, one.before, themes)
    elif one.kind == 1:
        yield from _of_code(one.row, one.before, codes)
    else:
        yield from _of_extract(one.row, one.before)


def _of_theme(now: Any, before: Any | None, themes: Mapping[UUID, str]) -> Iterator[Difference]:
    if before is None:
        yield Difference(_("made this theme, “%(name)s”") % {"name": now.name})
        yield from _first(now)
        return
    if now.removed_at and not before.removed_at:
        yield Difference(_("took it out of view"))
    if before.removed_at and not now.removed_at:
        yield Difference(_("put it back"))
    if now.status != before.status:
        yield Difference(_("changed how far it has come"), _status(before.status), _status(now.status))
    yield from _words(now, before, ("name", "statement", "scope"))
    if now.parent_id != before.parent_id:
        yield Difference(_("moved it"), _place(before.parent_id, themes), _place(now.parent_id, themes))


def _first(now: Any) -> Iterator[Difference]:
    yield Difference(_("how far it has come"), "", _status(now.status))
    for part, label in (("statement", _("what it says")), ("scope", _("what it takes in"))):
        if getattr(now, part):
            yield Difference(label, "", getattr(now, part))


def _of_code(now: Any, before: Any | None, codes: Mapping[UUID, str]) -> Iterator[Difference]:
    named = {"code": codes.get(now.code_id, "")}
    if now.pgh_label == "insert":
        yield Difference(_("put the code “%(code)s” to it") % named)
    elif now.pgh_label == "delete":
        yield Difference(_("took the code “%(code)s” off it") % named)
    elif before is not None and before.code_id != now.code_id:
        yield Difference(
            _("let a code go into another that stays with it"), codes.get(before.code_id, ""), named["code"]
        )


def _of_extract(now: Any, before: Any | None) -> Iterator[Difference]:
    speaks_for = now.stands == Stands.FOR
    if now.pgh_label == "insert":
        yield Difference(
            _("chose a passage that speaks for it")
            if speaks_for
            else _("chose a passage that speaks against it")
        )
        if now.note:
            yield Difference(_("with the note"), "", now.note)
    elif now.pgh_label == "delete":
        yield Difference(
            _("took out a passage that spoke for it")
            if speaks_for
            else _("took out a passage that spoke against it")
        )
    elif before is not None:
        if before.stands != now.stands:
            yield Difference(_("changed what a passage does"), _stands(before.stands), _stands(now.stands))
        if before.coding_id != now.coding_id:
            yield Difference(_("let a chosen passage rest on the code that stayed"))
        yield from _words(now, before, ("note",))


def _words(now: Any, before: Any, parts: Sequence[str]) -> Iterator[Difference]:
    for part in parts:
        if getattr(now, part) != getattr(before, part):
            yield Difference(str(PARTS[part]), getattr(before, part), getattr(now, part))


def _status(value: str) -> str:
    return str(ThemeStatus(value).label)


def _stands(value: str) -> str:
    return str(Stands(value).label)


def _place(parent_id: UUID | None, themes: Mapping[UUID, str]) -> str:
    return _("below “%(theme)s”") % {"theme": themes.get(parent_id, "")} if parent_id else _("at the top")
