"""Addresses of standard measures; all stand below one person."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
