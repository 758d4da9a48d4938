"""Addresses of peers below a person: notes."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
