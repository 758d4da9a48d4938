"""Addresses of one study: what it says of itself, its papers, whom it looks for, who works in it."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import deciding, members, papers, sampling, studies

urlpatterns: list[URLPattern] = [
    path("", studies.study, name="study"),
    path("change/", studies.study_change, name="study_change"),
    path("members/add/", members.member_add, name="member_add"),
    path("members/<uuid:member_id>/", members.member_change, name="member_change"),
    path("members/<uuid:member_id>/end/", members.member_end, name="member_end"),
    path("papers/", papers.papers, name="papers"),
    path("papers/add/", papers.paper_add, name="paper_add"),
    path("papers/<uuid:paper_id>/", papers.paper, name="paper"),
    path("sampling/", sampling.sampling, name="sampling"),
    path("sampling/add/", sampling.sampling_add, name="sampling_add"),
    path("sampling/<uuid:group_id>/", sampling.sampling_change, name="sampling_change"),
    path("sampling/<uuid:group_id>/remove/", sampling.sampling_remove, name="sampling_remove"),
    path("decisions/add/", deciding.decision_add, name="decision_add"),
    path("decisions/<uuid:decision_id>/", deciding.decision_change, name="decision_change"),
    path("decisions/<uuid:decision_id>/remove/", deciding.decision_remove, name="decision_remove"),
]
