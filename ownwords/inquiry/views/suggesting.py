"""Looking through texts for suggestions: a little while for each press, and what remains is told."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import suggesting as actions
from ownwords.inquiry.forms.suggesting import LookForm
from ownwords.inquiry.presenters.desk import code_choices
from ownwords.inquiry.queries import suggest_model
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.sampling import texts_to_name
from ownwords.inquiry.queries.suggest_open import ways_on
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.forms.saving import REFUSED, note_refusal
from ownwords.people.refusals import Refused
from ownwords.people.views.form_page import sent


@study_page(Need.CODE)
def look(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Ask for suggestions, and go on with what remains."""
    ways = ways_on(opened.study)
    if not ways:
        return to_page(opened, "suggestions")
    form = LookForm(
        sent(request), ways=ways, sources=texts_to_name(opened), initial=request.GET.dict(),
        codes=code_choices(codebook(opened, counted=False)),
    )  # fmt: skip
    if request.method != "POST":
        return _page(request, opened, form)
    if not form.is_valid():
        return _page(request, opened, form, status=REFUSED)
    try:
        looked = actions.look(opened=opened, asked=form.to_look(), begin=form.to_reached())
    except Refused as no:
        note_refusal(form, no)
        return _page(request, opened, form, status=REFUSED)
    return _page(request, opened, form, looked=looked)


def _page(
    request: HttpRequest, opened: OpenedStudy, form: LookForm, status: int = 200, **context: Any
) -> HttpResponse:
    context |= {
        "opened": opened,
        "looked": context.get("looked"),
        "form": form,
        "no_model": opened.study.suggests_by_meaning and not suggest_model.there_is_a_model(),
    }
    return render(request, "inquiry/suggestions/look.html", context, status=status)
