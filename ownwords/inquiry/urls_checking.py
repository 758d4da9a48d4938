"""Addresses of checking back: rounds, whom they ask, what came back."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
