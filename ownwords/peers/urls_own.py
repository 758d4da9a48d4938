"""Addresses of peers for peer workers and teams: own."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
