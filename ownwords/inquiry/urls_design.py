"""Addresses of one study: what it says of itself, its papers, whom it looks for, who works in it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
