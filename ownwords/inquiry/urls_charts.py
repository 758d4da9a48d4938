"""Addresses of the framework matrix."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
