"""Addresses below somebody's own record: the studies that they take part in, and words given to these."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import given

urlpatterns: list[URLPattern] = [
    path("studies/", given.studies, name="studies"),
    path("studies/mine/", given.join, name="join"),
    path("studies/<uuid:participant_id>/give/", given.give, name="give"),
    path("studies/given/<uuid:given_id>/back/", given.take_back, name="take_back"),
]
