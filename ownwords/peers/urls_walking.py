"""Addresses of peers for peer workers and teams: walking."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
