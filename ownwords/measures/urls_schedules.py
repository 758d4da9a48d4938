"""Addresses of schedules and of links for one rating; all stand below one person."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
