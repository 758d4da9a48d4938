"""Addresses of checklists, the report and the audit trail."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import checklists, report

urlpatterns: list[URLPattern] = [
    path("report/", report.report, name="report"),
    path("report/export/", report.report_export, name="report_export"),
    path("report/trail/", report.report_trail, name="report_trail"),
    path("report/trail/export/", report.trail_export, name="trail_export"),
    path("checklists/<str:checklist>/", checklists.checklist_page, name="checklist"),
    path("checklists/<str:checklist>/export/", checklists.checklist_export, name="checklist_export"),
    path("checklists/<str:checklist>/<int:number>/", checklists.checklist_item, name="checklist_item"),
]
