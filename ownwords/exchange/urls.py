"""Addresses of copies; all stand below one person."""

from django.urls import URLPattern, URLResolver, path

from ownwords.exchange import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("copy/", views.record_copy, name="record_copy"),
]
