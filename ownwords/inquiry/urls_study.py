"""Addresses below one study."""

from django.urls import URLPattern

from ownwords.inquiry import (
    urls_analysis,
    urls_charts,
    urls_checking,
    urls_codes,
    urls_coding,
    urls_design,
    urls_exchange,
    urls_findings,
    urls_grounded,
    urls_material,
    urls_participants,
    urls_reporting,
    urls_suggestions,
    urls_themes,
)

urlpatterns: list[URLPattern] = [
    *urls_design.urlpatterns,
    *urls_participants.urlpatterns,
    *urls_material.urlpatterns,
    *urls_codes.urlpatterns,
    *urls_coding.urlpatterns,
    *urls_analysis.urlpatterns,
    *urls_exchange.urlpatterns,
    *urls_themes.urlpatterns,
    *urls_findings.urlpatterns,
    *urls_charts.urlpatterns,
    *urls_grounded.urlpatterns,
    *urls_suggestions.urlpatterns,
    *urls_checking.urlpatterns,
    *urls_reporting.urlpatterns,
]
