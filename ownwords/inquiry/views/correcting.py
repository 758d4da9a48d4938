"""Correcting the words of a text, and seeing what a correction did to the passages in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.correcting import correct_text
from ownwords.inquiry.forms.correcting import CorrectForm
from ownwords.inquiry.models import SourceText
from ownwords.inquiry.queries import texts as queries
from ownwords.inquiry.queries.corrections import correction, versions_of
from ownwords.people.views.form_page import form_page, sent

MOST_IN_A_FORM = 600_000
"""A longer text is corrected in a program of one's own, and brought in anew: a form holds two megabytes."""


@study_page(Need.CODE)
def text_correct(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Correct the words of a text."""
    source = queries.open_text(opened, source_id)
    too_long = source.length > MOST_IN_A_FORM
    first: dict[str, Any] = {"version": source.text_version}
    if request.method != "POST" and not too_long:
        first["words"] = queries.whole_text(source)
    form = CorrectForm(sent(request), initial=first)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "source": source, "too_long": too_long}
        return render(request, "inquiry/texts/correct.html", context, status=status)

    def act() -> SourceText:
        typed = form.cleaned_data
        return correct_text(
            opened=opened,
            source_id=source_id,
            version=typed["version"],
            words=typed["words"],
            why=typed["why"],
        )

    said = _("Corrected. The passages in it have followed.")
    return form_page(
        request, form, page=shown, act=act, said=said, onwards=lambda kept: to_version(opened, kept)
    )


@study_page()
def text_version(request: HttpRequest, opened: OpenedStudy, source_id: UUID, number: int) -> HttpResponse:
    """Show what a correction did, and which versions there are."""
    source = queries.open_text(opened, source_id)
    context = {
        "opened": opened,
        "source": source,
        "found": correction(opened, source, number),
        "versions": versions_of(source),
    }
    return render(request, "inquiry/texts/version.html", context)


def to_version(opened: OpenedStudy, text: SourceText) -> HttpResponse:
    """Go to what a correction did."""
    address = reverse("inquiry:text_version", args=[opened.study.id, text.source_id, text.number])
    return HttpResponseRedirect(address, status=303)
