"""Addresses of stages, categories with properties, relations, and comparing passages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
