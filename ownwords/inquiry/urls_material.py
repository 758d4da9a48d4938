"""Addresses of texts: bringing in, reading, correcting, searching."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
