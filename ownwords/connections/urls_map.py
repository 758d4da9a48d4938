"""Addresses of map, below a person."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
