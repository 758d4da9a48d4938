"""A map in words and as a drawing: rows of the list, rings by name, what would be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.connections.method.network import What as Sort
from ownwords.connections.models import Did, Helps, MapItem, MapStep, Relation, What
from ownwords.connections.queries.maps import Pair
from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle
from ownwords.people.wording import SeenBy, in_a_row, seen_by


class Standing(Protocol):
    """What an item has, now or in one of its versions."""

    @property
    def id(self) -> UUID:
        """Return its id."""

    @property
    def words(self) -> str:
        """Return its name on the map; "" when it is erased."""

    @property
    def what(self) -> str:
        """Return what it is, or ""."""

    @property
    def relations(self) -> Sequence[str]:
        """Return how the person knows it."""

    @property
    def ring(self) -> int | None:
        """Return its ring."""

    @property
    def angle(self) -> int | None:
        """Return its angle."""

    @property
    def helps(self) -> str:
        """Return whether it helps or harms, or ""."""


def ring_words(ring: int | None) -> str:
    """Return where something stands, as a place to be in."""
    names = {1: _("in the inner ring"), 2: _("in the middle ring"), 3: _("in the outer ring")}
    return names.get(ring or 0, _("not placed"))


def ring_names() -> dict[int, str]:
    """Return the names of the rings, as they stand in the drawing."""
    return {1: _("Inner ring"), 2: _("Middle ring"), 3: _("Outer ring")}


def ring_choices() -> list[tuple[str, str]]:
    """Return the choices of a ring, innermost first."""
    return [("1", _("Inner")), ("2", _("Middle")), ("3", _("Outer")), ("none", _("Not placed"))]


def moved_words(words: str, ring: int | None) -> str:
    """Return what is announced after a move."""
    told = {
        1: _("%(name)s moved to the inner ring."),
        2: _("%(name)s moved to the middle ring."),
        3: _("%(name)s moved to the outer ring."),
    }
    return told.get(ring or 0, _("%(name)s is not placed any more.")) % {"name": words}


def name_of(words: str) -> str:
    """Return a name on the map; what is erased has none."""
    return words or _("(erased)")


def helps_words(helps: str) -> str:
    """Return whether it helps, as it reads without the question."""
    alone = {Helps.BOTH: _("helps and harms"), Helps.NEITHER: _("neither helps nor harms")}
    return alone.get(Helps(helps), str(Helps(helps).label))


def notes_on(item: Any) -> list[str]:
    """Return what is said of an item, in words: what it is, how the person knows it, whether it helps."""
    notes = [str(What(item.what).label)] if item.what else []
    notes += [str(Relation(one).label) for one in item.relations]
    notes += [helps_words(item.helps)] if item.helps else []
    both = (item.gives_me, item.i_give)
    if both == (True, True):
        return [*notes, _("we give each other something")]
    notes += [_("gives me something")] if item.gives_me else []
    return notes + ([_("I give something")] if item.i_give else [])


@dataclass(frozen=True, slots=True)
class Row:
    """One item as a row of the list, which is also its editor."""

    item: MapItem
    notes: str
    where: str
    ring: str
    linked: tuple[str, ...]
    visible: SeenBy
    writer: str


def rows_of(
    opened: Opened,
    items: Iterable[MapItem],
    links: Iterable[Pair],
    circle: Circle,
    shares: Mapping[UUID, list[UUID]],
) -> list[Row]:
    """Return the list of a map, innermost ring first and what is not placed last."""
    items = list(items)
    names = {one.id: one.words for one in items}
    linked: dict[UUID, list[str]] = {one.id: [] for one in items}
    for one, other in links:
        linked[one].append(names[other])
        linked[other].append(names[one])
    items.sort(key=lambda item: (item.ring or 4, item.created_at))
    return [
        Row(
            item=item,
            notes=" · ".join(notes_on(item)),
            where=ring_words(item.ring),
            ring=str(item.ring or "none"),
            linked=tuple(linked[item.id]),
            visible=seen_by(opened, item.visibility, circle, shares.get(item.id, [])),
            writer=_writer(opened, item),
        )
        for item in items
    ]


def _writer(opened: Opened, item: MapItem) -> str:
    if item.written_by is None or item.written_by_id == opened.person.account_id:
        return ""
    return _("written down by %(who)s") % {"who": item.written_by.name}


def count_words(items: Sequence[Any]) -> str:
    """Return how much stands on a map, by what it is: "5 on the map: 2 people, 1 place and 2 without a kind"."""
    if not items:
        return _("Nothing stands on the map yet.")
    total = ngettext("%(count)s on the map", "%(count)s on the map", len(items)) % {"count": len(items)}
    found = [(sort, sum(item.what == sort.value for item in items)) for sort in Sort]
    parts = [_sort_words(sort, count) for sort, count in found if count]
    unsaid = sum(not item.what for item in items)
    if not parts:
        return f"{total}."
    if unsaid:
        parts += [
            ngettext("%(count)s without a kind", "%(count)s without a kind", unsaid) % {"count": unsaid}
        ]
    return f"{total}: {in_a_row(parts)}."


def _sort_words(sort: Sort, count: int) -> str:
    words = {
        Sort.PERSON: ngettext("%(count)s person", "%(count)s people", count),
        Sort.PLACE: ngettext("%(count)s place", "%(count)s places", count),
        Sort.ACTIVITY: ngettext("%(count)s activity", "%(count)s activities", count),
        Sort.GROUP: ngettext("%(count)s group", "%(count)s groups", count),
    }
    return words[sort] % {"count": count}


def undo_words(step: MapStep | None) -> str:
    """Return what undoing would take back; "" when there is nothing to undo."""
    if step is None:
        return ""
    if step.link is not None:
        names = {"one": name_of(step.link.one.words), "other": name_of(step.link.other.words)}
        linked = _("Undo: linked %(one)s and %(other)s")
        return (linked if step.did == Did.LINKED else _("Undo: unlinked %(one)s and %(other)s")) % names
    if step.item is None:
        return _("Undo: answered whether any know each other")
    name = {"name": name_of(step.item.words)}
    if step.did == Did.MOVED:
        moved = {
            1: _("Undo: moved %(name)s to the inner ring"),
            2: _("Undo: moved %(name)s to the middle ring"),
            3: _("Undo: moved %(name)s to the outer ring"),
        }
        return moved.get(step.item.ring or 0, _("Undo: took %(name)s out of the rings")) % name
    told = {
        Did.ADDED: _("Undo: added %(name)s"),
        Did.CHANGED: _("Undo: changed what is said of %(name)s"),
        Did.ENDED: _("Undo: said that %(name)s is over"),
        Did.RESUMED: _("Undo: took %(name)s up again"),
        Did.REMOVED: _("Undo: took %(name)s off the map"),
        Did.RESTORED: _("Undo: put %(name)s back"),
    }
    return told[Did(step.did)] % name
