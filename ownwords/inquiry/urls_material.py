"""Addresses of texts: bringing in, reading, correcting, searching."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import speakers, text_search, texts

urlpatterns: list[URLPattern] = [
    path("texts/", texts.texts, name="texts"),
    path("texts/add/", texts.text_add, name="text_add"),
    path("texts/search/", text_search.text_search, name="text_search"),
    path("texts/<uuid:source_id>/", texts.text, name="text"),
    path("texts/<uuid:source_id>/change/", texts.text_change, name="text_change"),
    path("texts/<uuid:source_id>/remove/", texts.text_remove, name="text_remove"),
    path("texts/<uuid:source_id>/speakers/", speakers.speakers, name="text_speakers"),
]
