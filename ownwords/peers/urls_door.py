"""Addresses of peers below a person: door."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
