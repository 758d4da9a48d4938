"""Who can see something on the map, a dated copy, or a suggestion: only the person decides."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from ownwords.connections.actions.map_copies import MAP_COPIES
from ownwords.connections.actions.map_items import MAP_ITEMS
from ownwords.connections.actions.map_suggestions import MAP_SUGGESTIONS
from ownwords.connections.models import MapCopy, MapItem, MapSuggestion
from ownwords.connections.presenters.map_copies import copy_name
from ownwords.connections.presenters.maps import name_of
from ownwords.connections.queries.map_copies import open_copy
from ownwords.connections.queries.map_people import open_suggestion
from ownwords.connections.queries.maps import open_item
from ownwords.connections.views.map_parts import page, see_other, to_map
from ownwords.people.access import Opened
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.queries.circle import Circle
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.kept_pages import sight_page


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def item_sight(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Change who can see something on the map, from now on."""
    found = open_item(opened, item_id)
    return _sight(request, opened, MAP_ITEMS, found, name_of(found.words), to_map(opened, item_id))


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def map_copy_sight(request: HttpRequest, opened: Opened, copy_id: UUID) -> HttpResponse:
    """Change who can see a dated copy, from now on."""
    found = open_copy(opened, copy_id)
    there = see_other("map_copy", opened.person.id, copy_id)
    return _sight(request, opened, MAP_COPIES, found, copy_name(found), there)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def map_suggestion_sight(request: HttpRequest, opened: Opened, suggestion_id: UUID) -> HttpResponse:
    """Change who can see a suggestion, from now on."""
    found = open_suggestion(opened, suggestion_id)
    there = see_other("map_suggestion", opened.person.id, suggestion_id)
    return _sight(request, opened, MAP_SUGGESTIONS, found, name_of(found.words), there)


def _sight(
    request: HttpRequest,
    opened: Opened,
    kind: KeptKind[Any],
    thing: MapItem | MapCopy | MapSuggestion,
    words: str,
    there: HttpResponse,
) -> HttpResponse:
    def draw(form: Any, status: int, *, circle: Circle, visible: str) -> HttpResponse:
        return page(request, opened, "sight", status, form=form, words=words, visible=visible, team=circle)

    return sight_page(request, opened, thing, share=kind.share, draw=draw, onwards=lambda _kept: there)
