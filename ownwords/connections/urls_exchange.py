"""Addresses of a map as a file, below a person."""

from django.urls import URLPattern, path

from ownwords.connections.views import map_exchange as views

urlpatterns: list[URLPattern] = [
    path("map/export/", views.map_export, name="map_export"),
    path("map/copies/<uuid:copy_id>/export/", views.map_copy_export, name="map_copy_export"),
    path("map/import/", views.map_import, name="map_import"),
    path("map/import/keep/", views.map_import_keep, name="map_import_keep"),
    path("map/import/<uuid:brought_id>/off/", views.map_import_off, name="map_import_off"),
]
