"""Addresses of suggestions by rule and by meaning."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
