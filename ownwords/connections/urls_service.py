"""Addresses of connections for teams and for the service as a whole."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
