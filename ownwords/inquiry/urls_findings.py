"""Addresses of findings, what they rest on, and the way down to the words."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
