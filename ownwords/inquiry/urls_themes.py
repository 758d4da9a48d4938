"""Addresses of themes: what a team makes of its codes, and the map of them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
