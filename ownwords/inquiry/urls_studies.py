"""Addresses of studies as a whole: the list of one's own, and a new one."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
