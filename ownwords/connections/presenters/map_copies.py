"""Dated copies in words: their names, and two of them side by side."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.connections.method.copies import CopiedItem, Copy, Pair, compare
from ownwords.connections.method.network import What as Sort
from ownwords.connections.models import MapCopy
from ownwords.connections.presenters.maps import name_of, ring_words
from ownwords.connections.queries.map_copies import MapThen


def copy_name(copy: MapCopy) -> str:
    """Return what a copy goes by: its day, and its own name where it has one."""
    day = date_format(copy.taken_on, "j F Y")
    return f"{day}: {copy.label}" if copy.label else day


def as_copy(then: MapThen) -> Copy:
    """Return a map in the shape in which two are compared."""
    items = tuple(
        CopiedItem(
            id=str(item.id),
            label=item.words,
            what=Sort(item.what) if item.what else None,
            kinds=item.relations,
            ring=item.ring,
            effect=item.helps,
            gives=item.gives_me,
            takes=item.i_give,
        )
        for item in then.items
    )
    return Copy(items, tuple((str(one), str(other)) for one, other in then.links))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two maps side by side; each heading with its sentences, and how many stayed as they were."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    unchanged: tuple[str, ...]
    same: bool


def compared(one: MapThen, other: MapThen) -> Compared:
    """Return what differs between an earlier and a later map: added, gone, moved, worded otherwise, unchanged."""
    before, after = as_copy(one), as_copy(other)
    found = compare(before, after)
    names = {item.id: name_of(item.label) for item in (*before.items, *after.items)}
    parts = (
        (_("Added"), tuple(_placed(item) for item in found.added)),
        (_("No longer there"), tuple(name_of(item.label) for item in found.gone)),
        (_("Moved"), tuple(_moved(pair) for pair in found.moved)),
        (_("Told differently"), tuple(_changed(pair) for pair in found.changed)),
        (_("Linked now"), _pairs(found.links_added, names)),
        (_("Linked no more"), _pairs(found.links_gone, names)),
    )
    return Compared(
        tuple((heading, rows) for heading, rows in parts if rows),
        tuple(name_of(item.label) for item in found.unchanged),
        found.same,
    )


def _placed(item: CopiedItem) -> str:
    return _("%(name)s, %(where)s") % {"name": name_of(item.label), "where": ring_words(item.ring)}


def _moved(pair: Pair) -> str:
    told = {
        "name": name_of(pair.after.label),
        "before": ring_words(pair.from_ring),
        "after": ring_words(pair.to_ring),
    }
    words = _("%(name)s: %(before)s before, %(after)s after") % told
    return f"{words}. {_changed(pair)}" if pair.differs else words


def _changed(pair: Pair) -> str:
    names = {
        "label": _("its name"),
        "what": _("what it is"),
        "kinds": _("how they are known"),
        "effect": _("whether it helps"),
        "gives": _("what it gives"),
        "takes": _("what is given"),
    }
    told = ", ".join(names[one] for one in pair.differs)
    if "label" in pair.differs and pair.before.label:
        called = {"before": pair.before.label, "after": name_of(pair.after.label)}
        return _("%(after)s (%(before)s before): %(what)s") % {**called, "what": told}
    return _("%(name)s: %(what)s") % {"name": name_of(pair.after.label), "what": told}


def _pairs(pairs: tuple[tuple[str, str], ...], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(
        _("%(one)s and %(other)s") % {"one": names[one], "other": names[other]} for one, other in pairs
    )
