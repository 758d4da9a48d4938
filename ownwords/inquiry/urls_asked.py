"""Addresses that open without signing in: for whoever holds the link of somebody whom a study asks back."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
