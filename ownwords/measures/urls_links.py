"""Addresses that open without signing in: rating by a link, once, and stopping reminders."""

from django.urls import URLPattern, path

from ownwords.measures.views import links

urlpatterns: list[URLPattern] = [
    path("rate/kept/", links.rated, name="rated_by_link"),
    path("rate/<str:secret>/", links.rate_by_link, name="rate_by_link"),
    path("reminders/stopped/", links.reminders_stopped, name="reminders_stopped"),
    path("reminders/stop/<str:token>/", links.stop_reminders, name="stop_reminders"),
]
