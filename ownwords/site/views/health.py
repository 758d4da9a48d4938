"""The administrator's page about the service itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.people.queries.staff import staff_without_factor
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.site.queries.health import answers


@role_page(Permission.SEE_HEALTH)
def health(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say how the service is: database, tables, backup, space, second steps."""
    found = answers(without_factor=staff_without_factor(viewer))
    context = {"answers": found, "to_do": [answer for answer in found if answer.to_do]}
    return render(request, "site/health.html", context)
