"""Addresses of findings."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import finding_order, finding_practice, findings

ONE = "findings/<uuid:finding_id>/"

urlpatterns: list[URLPattern] = [
    path("findings/", findings.findings, name="findings"),
    path("findings/add/", findings.finding_add, name="finding_add"),
    path("findings/by-practice/", finding_practice.findings_by_practice, name="findings_by_practice"),
    path("findings/export/", finding_practice.findings_export, name="findings_export"),
    path(ONE, findings.finding, name="finding"),
    path(f"{ONE}change/", findings.finding_change, name="finding_change"),
    path(f"{ONE}move/", finding_order.finding_move, name="finding_move"),
    path(f"{ONE}practice/", finding_practice.finding_practice, name="finding_practice"),
    path(f"{ONE}remove/", finding_order.finding_remove, name="finding_remove"),
    path(f"{ONE}restore/", finding_order.finding_restore, name="finding_restore"),
]
