"""Addresses of the record that stand below no one person."""

from django.urls import URLPattern, URLResolver, path

from ownwords.record.views import keeping

urlpatterns: list[URLPattern | URLResolver] = [
    path("erasures/", keeping.waiting_erasures, name="erasures"),
]
