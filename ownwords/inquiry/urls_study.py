"""Addresses below one study."""

from django.urls import URLPattern

from ownwords.inquiry import (
    urls_analysis,
    urls_codes,
    urls_coding,
    urls_design,
    urls_exchange,
    urls_material,
    urls_participants,
)

urlpatterns: list[URLPattern] = [
    *urls_design.urlpatterns,
    *urls_participants.urlpatterns,
    *urls_material.urlpatterns,
    *urls_codes.urlpatterns,
    *urls_coding.urlpatterns,
    *urls_analysis.urlpatterns,
    *urls_exchange.urlpatterns,
]
