"""Things of this room that can be erased: whatever holds words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from ownwords.connections.models import MapCopy, MapItem, MapSuggestion
from ownwords.connections.queries.map_copies import copies_of
from ownwords.connections.queries.map_people import suggestions_of
from ownwords.connections.queries.maps import items_of
from ownwords.connections.queries.ties_erasing import TIE_KINDS
from ownwords.people.access import Opened
from ownwords.people.erasable import Erasable


def ids_of(rows: Callable[[Opened], QuerySet[Model]]) -> Callable[[Opened], Iterable[UUID]]:
    """Return a reader of the ids of those rows that a viewer sees."""
    return lambda opened: rows(opened).order_by().values_list("pk", flat=True)


def erased(model: type[Model]) -> Callable[[UUID], bool]:
    """Return what says of an id whether that row is erased."""
    return lambda thing: model._default_manager.filter(pk=thing, erased_at__isnull=False).exists()


KINDS = (
    Erasable(
        "mapitem",
        _("something on the map"),
        ids_of(lambda o: items_of(o, removed=True)),
        erased(MapItem),
        "connections:item",
    ),
    Erasable(
        "mapcopy",
        _("a dated copy of the map"),
        ids_of(lambda o: copies_of(o, removed=True)),
        erased(MapCopy),
        "connections:map_copy",
    ),
    Erasable(
        "mapsuggestion",
        _("a suggestion for the map"),
        ids_of(lambda o: suggestions_of(o, removed=True)),
        erased(MapSuggestion),
        "connections:map_suggestion",
    ),
    *TIE_KINDS,
)
