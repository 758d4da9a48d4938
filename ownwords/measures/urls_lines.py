"""Addresses of lines, ratings, what went on around them, and who sees them; all stand below one person."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
