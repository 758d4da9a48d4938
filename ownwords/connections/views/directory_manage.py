"""The directory for administrators: where it comes from, what the last imports said, how long things hold."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.connections.actions.directory_local import set_staleness
from ownwords.connections.forms.directory import StalenessForm
from ownwords.connections.models import DirectorySetting
from ownwords.connections.queries import directory as queries
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent

manages = role_page(Permission.MANAGE_DIRECTORY)


@manages
def manage(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Sources, the last imports, the table of places, and the time after which things are no longer certain."""
    form = StalenessForm(sent(request), setting=queries.setting_of(viewer))

    def page(shown: forms.Form, status: int = 200) -> HttpResponse:
        context: dict[str, Any] = {
            "form": shown,
            "sources": queries.sources(viewer),
            "imports": queries.last_imports(viewer),
            "districts": queries.districts(),
        }
        return render(request, "connections/directory/manage.html", context, status=status)

    def act() -> DirectorySetting:
        typed = form.cleaned_data
        return set_staleness(viewer=viewer, months=typed["stale_months"], version=typed["version"])

    return form_page(
        request, form, page=page, act=act, again=True, said=_("Saved."),
        onwards=lambda _kept: HttpResponseRedirect(reverse("directory:manage")),
    )  # fmt: skip


@manages
def import_report(request: HttpRequest, viewer: Viewer, import_id: UUID) -> HttpResponse:
    """What one import said, record by record."""
    return render(
        request, "connections/directory/import.html", {"one": queries.open_import(viewer, import_id)}
    )
