"""Addresses of coding: the desk, passages, memos, steps."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
