"""Addresses of studies. Each group of pages has its own list."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("ownwords.inquiry.urls_studies")),
    path("", include("ownwords.inquiry.urls_asked")),
    path("studies/<uuid:study_id>/", include(("ownwords.inquiry.urls_study", "inquiry"))),
]
