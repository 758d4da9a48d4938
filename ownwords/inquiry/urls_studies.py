"""Addresses of studies as a whole: the list of one's own, and a new one."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import studies

urlpatterns: list[URLPattern] = [
    path("studies/", studies.studies, name="studies"),
    path("studies/add/", studies.study_add, name="study_add"),
]
