"""The side door's pages: a copy of the own record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ownwords.exchange.actions.export import export_own_record
from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page


@person_page(Permission.EXPORT_RECORD, part="export")
def record_copy(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say what a copy holds; a POST makes it and hands it over. It is stored nowhere."""
    if request.method != "POST":
        return render(request, "exchange/record_copy.html", {"opened": opened, "person": opened.person})
    response = HttpResponse(export_own_record(opened=opened), content_type="application/zip")
    name = f"my-record-{timezone.localdate().isoformat()}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
