"""Addresses of ties, below a person."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
