"""Addresses of the local directory: searching it, one service, what people here know of it, and its sources."""

from django.urls import path  # noqa: F401

app_name = "directory"
urlpatterns: list[object] = []
