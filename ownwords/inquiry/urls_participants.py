"""Addresses of participants: what describes them, the key, what they agreed to."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
