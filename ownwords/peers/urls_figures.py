"""Addresses of peers for peer workers and teams: figures."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
