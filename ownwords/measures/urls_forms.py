"""Addresses of standard measures; all stand below one person."""

from django.urls import URLPattern, path

from ownwords.measures.views import instruments, results

urlpatterns: list[URLPattern] = [
    path("instruments/", instruments.instruments, name="instruments"),
    path("instruments/<slug:instrument_key>/", results.instrument, name="instrument"),
    path("instruments/<slug:instrument_key>/begin/", instruments.instrument_begin, name="instrument_begin"),
    path("instruments/<slug:instrument_key>/asked/", instruments.instrument_offer, name="instrument_offer"),
    path("asked/<uuid:asking_id>/", instruments.asking_answer, name="asking_answer"),
    path("forms/<uuid:response_id>/", results.response, name="response"),
    path("forms/<uuid:response_id>/fill/", instruments.response_fill, name="response_fill"),
    path("forms/<uuid:response_id>/correct/", results.response_correct, name="response_correct"),
    path("forms/<uuid:response_id>/sight/", results.response_sight, name="response_sight"),
    path("forms/<uuid:response_id>/remove/", results.response_remove, name="response_remove"),
    path("forms/<uuid:response_id>/restore/", results.response_restore, name="response_restore"),
    path("forms/<uuid:response_id>/again/", results.response_rescore, name="response_rescore"),
    path("answers/<uuid:item_event_id>/talked/", results.event_talked, name="event_talked"),
]
