"""Addresses of one study: what it says of itself, its papers, whom it looks for, who works in it."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import members, studies

urlpatterns: list[URLPattern] = [
    path("", studies.study, name="study"),
    path("change/", studies.study_change, name="study_change"),
    path("members/add/", members.member_add, name="member_add"),
    path("members/<uuid:member_id>/", members.member_change, name="member_change"),
    path("members/<uuid:member_id>/end/", members.member_end, name="member_end"),
]
