"""The address of a link for one rating: open to whoever holds it, once."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
