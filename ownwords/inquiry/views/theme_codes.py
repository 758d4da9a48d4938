"""Choosing the codes of a theme from the tree, many at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.themes_codes import set_codes
from ownwords.inquiry.forms.themes_codes import CodesForm
from ownwords.inquiry.models import Theme
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.theme_members import code_ids_of
from ownwords.inquiry.queries.themes import theme_in_view
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, sent


@study_page(Need.CODE)
def theme_codes(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Tick the codes that belong to a theme."""
    found = theme_in_view(opened, theme_id)
    seen = set(code_ids_of(opened, theme_id))
    form = CodesForm(sent(request))

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {
            "opened": opened,
            "theme": found,
            "form": form,
            "places": codebook(opened),
            "ticked": form.to_codes() if form.is_bound else seen,
            "seen": form.to_seen() if form.is_bound else seen,
        }
        return render(request, "inquiry/themes/codes.html", context, status=status)

    def act() -> Theme:
        return set_codes(opened=opened, theme_id=theme_id, codes=form.to_codes(), seen=form.to_seen())

    def onwards(kept: Theme) -> HttpResponse:
        return to_page(opened, "theme", kept.id, part="codes")

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards)
