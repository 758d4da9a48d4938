"""Addresses of the recovery record; all stand below one person."""

from django.urls import URLPattern, URLResolver

app_name = "record"
urlpatterns: list[URLPattern | URLResolver] = []
