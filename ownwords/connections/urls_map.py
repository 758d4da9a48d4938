"""Addresses of the map, below a person."""

from django.urls import URLPattern, path

from ownwords.connections.views import map_copies as copies
from ownwords.connections.views import map_items as items
from ownwords.connections.views import map_people as people
from ownwords.connections.views import map_sharing as sharing
from ownwords.connections.views import maps

ITEM = "map/items/<uuid:item_id>/"
COPY = "map/copies/<uuid:copy_id>/"
SUGGESTION = "map/suggestions/<uuid:suggestion_id>/"

urlpatterns: list[URLPattern] = [
    path("map/", maps.map_page, name="map"),
    path("map/past/", maps.map_past, name="map_past"),
    path("map/measures/", maps.map_measures, name="map_measures"),
    path("map/links-asked/", maps.links_asked, name="links_asked"),
    path("map/undo/", maps.map_undo, name="map_undo"),
    path("map/add/", items.item_add, name="item_add"),
    path("map/add/several/", items.items_add, name="items_add"),
    path(ITEM, items.item, name="item"),
    path(f"{ITEM}move/", items.item_move, name="item_move"),
    path(f"{ITEM}change/", items.item_change, name="item_change"),
    path(f"{ITEM}links/", items.item_links, name="item_links"),
    path(f"{ITEM}over/", items.item_end, name="item_end"),
    path(f"{ITEM}again/", items.item_resume, name="item_resume"),
    path(f"{ITEM}off/", items.item_remove, name="item_remove"),
    path(f"{ITEM}back/", items.item_restore, name="item_restore"),
    path(f"{ITEM}sight/", sharing.item_sight, name="item_sight"),
    path("map/copies/", copies.map_copies, name="map_copies"),
    path("map/copies/keep/", copies.map_copy_keep, name="map_copy_keep"),
    path("map/copies/compare/", copies.map_compare, name="map_compare"),
    path(COPY, copies.map_copy, name="map_copy"),
    path(f"{COPY}off/", copies.map_copy_remove, name="map_copy_remove"),
    path(f"{COPY}back/", copies.map_copy_restore, name="map_copy_restore"),
    path(f"{COPY}sight/", sharing.map_copy_sight, name="map_copy_sight"),
    path("map/helpers/", people.map_helpers, name="map_helpers"),
    path("map/helpers/<uuid:helper_id>/end/", people.map_helper_end, name="map_helper_end"),
    path("map/suggestions/", people.map_suggestions, name="map_suggestions"),
    path("map/suggestions/add/", people.map_suggest, name="map_suggest"),
    path(SUGGESTION, people.map_suggestion, name="map_suggestion"),
    path(f"{SUGGESTION}answer/", people.map_suggestion_answer, name="map_suggestion_answer"),
    path(f"{SUGGESTION}off/", people.map_suggestion_remove, name="map_suggestion_remove"),
    path(f"{SUGGESTION}sight/", sharing.map_suggestion_sight, name="map_suggestion_sight"),
]
