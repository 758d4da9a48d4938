"""Addresses of figures for teams and of switching measures on; about no single person."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
