"""Choosing passages for a theme: from those of its codes, fifty a page; and one passage, from where it stands."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.themes_extracts import choose_passages
from ownwords.inquiry.forms.code_places import chosen_passages
from ownwords.inquiry.forms.themes_extracts import ExtractForm, ForThemeForm
from ownwords.inquiry.models import Theme
from ownwords.inquiry.queries.passages import Place, Sought, how_many, open_coding, page_of, quotations_of
from ownwords.inquiry.queries.theme_extracts import chosen_already, themes_of_passage
from ownwords.inquiry.queries.theme_members import codes_by_theme
from ownwords.inquiry.queries.themes import theme_in_view, tree_of_themes
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.views.form_page import form_page, sent


@study_page(Need.CODE)
def theme_passages(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Tick passages of the theme's codes, or of one of them, and say what they do for it."""
    found = theme_in_view(opened, theme_id)
    codes = codes_by_theme(opened, [theme_id]).get(theme_id, [])
    form = ExtractForm(sent(request))

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {**_page(request, opened, theme_id, codes), "theme": found, "form": form, "codes": codes}
        return render(request, "inquiry/themes/passages.html", context, status=status)

    def act() -> Theme:
        typed = form.cleaned_data
        return choose_passages(
            opened=opened, theme_id=theme_id, codings=chosen_passages(request.POST), stands=typed["stands"],
            note=typed["note"],
        )  # fmt: skip

    def said(_kept: Theme) -> str:
        count = len(chosen_passages(request.POST))
        return ngettext("%(num)s passage chosen.", "%(num)s passages chosen.", count) % {"num": count}

    def onwards(_kept: Theme) -> HttpResponse:
        return HttpResponseRedirect(request.get_full_path(), status=303)

    return form_page(request, form, page=page, act=act, said=said, onwards=onwards)


def _page(request: HttpRequest, opened: OpenedStudy, theme_id: UUID, codes: list[Any]) -> dict[str, Any]:
    """Return fifty passages of the theme's codes, or of the one that was chosen among them."""
    one = SubmissionField().clean(request.GET.get("code"))
    ids = [code.id for code in codes if one in (None, code.id)]
    wanted = Sought(ids[0]) if len(ids) == 1 else Sought(codes=ids)
    found, after = page_of(opened, wanted, Place.read(request.GET.get("after", "")))
    kept = {"code": str(one)} if one else {}
    return {
        "opened": opened,
        "quotations": found,
        "how_many": how_many(opened, wanted),
        "already": chosen_already(opened, theme_id, [quotation.coding.id for quotation in found]),
        "ticked": set(chosen_passages(request.POST)),
        "one": one,
        "further": f"?{urlencode({**kept, 'after': str(after)})}" if after else "",
        "first": f"?{urlencode(kept)}" if "after" in request.GET else "",
    }


@study_page(Need.CODE)
def passage_theme(request: HttpRequest, opened: OpenedStudy, coding_id: UUID) -> HttpResponse:
    """Choose one passage for a theme."""
    found = open_coding(opened, coding_id)
    form = ForThemeForm(sent(request), themes=tree_of_themes(opened))

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {
            "opened": opened,
            "coding": found,
            "form": form,
            "quotation": quotations_of(opened, [coding_id])[coding_id],
            "themes": themes_of_passage(opened, coding_id),
        }
        return render(request, "inquiry/themes/passage.html", context, status=status)

    def act() -> Theme:
        typed = form.cleaned_data
        return choose_passages(
            opened=opened,
            theme_id=form.to_theme(),
            codings=[coding_id],
            stands=typed["stands"],
            note=typed["note"],
        )

    def onwards(kept: Theme) -> HttpResponse:
        return to_page(opened, "theme", kept.id, part="passages")

    return form_page(request, form, page=page, act=act, said=_("Chosen."), onwards=onwards)
