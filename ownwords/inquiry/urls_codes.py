"""Addresses of the codebook."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
