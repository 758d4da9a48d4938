"""Addresses that open without signing in: for whoever holds the link of somebody whom a study asks back."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import asked, asked_words

TEXT = "asked/<str:secret>/words/<uuid:source_id>/"

urlpatterns: list[URLPattern] = [
    path("asked/<str:secret>/", asked.asked_back, name="asked"),
    path("asked/<str:secret>/finding/<uuid:put_id>/", asked.asked_finding, name="asked_finding"),
    path("asked/<str:secret>/whole/", asked.asked_whole, name="asked_whole"),
    path(TEXT, asked_words.asked_words, name="asked_words"),
    path(f"{TEXT}add/", asked_words.asked_add, name="asked_add"),
    path(f"{TEXT}<int:turn>/", asked_words.asked_turn, name="asked_turn"),
    path(f"{TEXT}<int:turn>/strike/", asked_words.asked_strike, name="asked_strike"),
]
