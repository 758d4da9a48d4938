"""Addresses of texts: bringing in, reading, correcting, searching, striking out, and withdrawing."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import (
    correcting,
    identifying,
    speakers,
    striking,
    text_search,
    texts,
    withdrawing,
)

urlpatterns: list[URLPattern] = [
    path("texts/", texts.texts, name="texts"),
    path("texts/add/", texts.text_add, name="text_add"),
    path("texts/search/", text_search.text_search, name="text_search"),
    path("texts/<uuid:source_id>/", texts.text, name="text"),
    path("texts/<uuid:source_id>/change/", texts.text_change, name="text_change"),
    path("texts/<uuid:source_id>/remove/", texts.text_remove, name="text_remove"),
    path("texts/<uuid:source_id>/speakers/", speakers.speakers, name="text_speakers"),
    path("texts/<uuid:source_id>/correct/", correcting.text_correct, name="text_correct"),
    path("texts/<uuid:source_id>/versions/<int:number>/", correcting.text_version, name="text_version"),
    path("texts/<uuid:source_id>/names/", identifying.text_names, name="text_names"),
    path("texts/<uuid:source_id>/strike/", striking.text_strike, name="text_strike"),
    path(
        "participants/<uuid:participant_id>/withdraw/",
        withdrawing.participant_withdraw,
        name="participant_withdraw",
    ),
]
