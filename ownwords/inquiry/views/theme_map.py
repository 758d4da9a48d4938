"""The map of themes: a drawing, the same as a list, and the drawing as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.actions.themes_export import export_map
from ownwords.inquiry.method.theme_map.layout import layout
from ownwords.inquiry.presenters.theme_map import map_entries
from ownwords.inquiry.views.onwards import to_page


@study_page()
def theme_map(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the map of themes."""
    entries = map_entries(opened)
    context = {"opened": opened, "entries": entries, "picture": layout(entries)}
    return render(request, "inquiry/themes/map.html", context)


@study_page()
def theme_map_file(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Take the map away as a file; by a press, because that it was done is kept."""
    if request.method != "POST":
        return to_page(opened, "theme_map")
    context = {"opened": opened, "picture": export_map(opened=opened)}
    response = render(request, "inquiry/themes/map_file.html", context, content_type="image/svg+xml")
    response["Content-Disposition"] = 'attachment; filename="map.svg"'
    return response
