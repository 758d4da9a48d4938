"""A passage that was chosen for a theme: saying so differently, moving it, taking it out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.themes_extracts import change_extract, take_out_extract
from ownwords.inquiry.actions.themes_order import move_extract
from ownwords.inquiry.forms.themes_extracts import ExtractForm
from ownwords.inquiry.models import ThemeExtract
from ownwords.inquiry.queries.passages import quotations_of
from ownwords.inquiry.queries.theme_extracts import open_extract
from ownwords.inquiry.queries.themes import theme_in_view
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page(Need.CODE)
def extract_change(
    request: HttpRequest, opened: OpenedStudy, theme_id: UUID, extract_id: UUID
) -> HttpResponse:
    """Say differently what a passage does for a theme."""
    found = open_extract(opened, theme_id, extract_id)
    form = ExtractForm(sent(request), extract=found)

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {
            "opened": opened,
            "theme": theme_in_view(opened, theme_id),
            "form": form,
            "quotation": quotations_of(opened, [found.coding_id]).get(found.coding_id),
        }
        return render(request, "inquiry/themes/extract_form.html", context, status=status)

    def act() -> ThemeExtract:
        typed = form.cleaned_data
        return change_extract(
            opened=opened, theme_id=theme_id, extract_id=extract_id, version=typed["version"],
            stands=typed["stands"], note=typed["note"],
        )  # fmt: skip

    def onwards(_kept: ThemeExtract) -> HttpResponse:
        return to_page(opened, "theme", theme_id, part="passages")

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards)


@study_page(Need.CODE)
def extract_move(request: HttpRequest, opened: OpenedStudy, theme_id: UUID, extract_id: UUID) -> HttpResponse:
    """Move a chosen passage one place up or down."""
    open_extract(opened, theme_id, extract_id)
    if request.method == "POST":
        up = request.POST.get("way") == "up"
        move_extract(opened=opened, theme_id=theme_id, extract_id=extract_id, up=up)
    return to_page(opened, "theme", theme_id, part=f"chosen-{extract_id}")


@study_page(Need.CODE)
def extract_remove(
    request: HttpRequest, opened: OpenedStudy, theme_id: UUID, extract_id: UUID
) -> HttpResponse:
    """Take a passage out of a theme."""
    open_extract(opened, theme_id, extract_id)

    def act(version: int) -> ThemeExtract:
        return take_out_extract(opened=opened, theme_id=theme_id, extract_id=extract_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Taken out. The passage keeps its code."))
    return to_page(opened, "theme", theme_id, part="passages")
