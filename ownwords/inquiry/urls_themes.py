"""Addresses of themes: what a team makes of its codes, and the map of them."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import (
    theme_changing,
    theme_codes,
    theme_extracts,
    theme_map,
    theme_passages,
    themes,
)

ONE = "themes/<uuid:theme_id>/"
CHOSEN = f"{ONE}passages/<uuid:extract_id>/"

urlpatterns: list[URLPattern] = [
    path("themes/", themes.themes, name="themes"),
    path("themes/add/", theme_changing.theme_add, name="theme_add"),
    path("themes/map/", theme_map.theme_map, name="theme_map"),
    path("themes/map/map.svg", theme_map.theme_map_file, name="theme_map_file"),
    path(ONE, themes.theme, name="theme"),
    path(f"{ONE}history/", themes.theme_history, name="theme_history"),
    path(f"{ONE}change/", theme_changing.theme_change, name="theme_change"),
    path(f"{ONE}move/", theme_changing.theme_move, name="theme_move"),
    path(f"{ONE}drop/", theme_changing.theme_drop, name="theme_drop"),
    path(f"{ONE}remove/", theme_changing.theme_remove, name="theme_remove"),
    path(f"{ONE}restore/", theme_changing.theme_restore, name="theme_restore"),
    path(f"{ONE}codes/", theme_codes.theme_codes, name="theme_codes"),
    path(f"{ONE}passages/", theme_passages.theme_passages, name="theme_passages"),
    path(f"{CHOSEN}change/", theme_extracts.extract_change, name="extract_change"),
    path(f"{CHOSEN}move/", theme_extracts.extract_move, name="extract_move"),
    path(f"{CHOSEN}remove/", theme_extracts.extract_remove, name="extract_remove"),
    path("passages/<uuid:coding_id>/theme/", theme_passages.passage_theme, name="passage_theme"),
]
