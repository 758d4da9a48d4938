"""Findings and practice: to which elements a finding speaks, and every element with what speaks to it; and the file."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.findings_export import export_chain
from ownwords.inquiry.actions.findings_practice import speak_to
from ownwords.inquiry.forms.findings import PracticeForm
from ownwords.inquiry.presenters.findings import SAYING, file_name
from ownwords.inquiry.queries import finding_practice as queries
from ownwords.inquiry.queries.findings import open_finding
from ownwords.inquiry.views.onwards import to_page
from ownwords.people import notices
from ownwords.people.refusals import Refused
from ownwords.people.views.form_page import form_page, sent


@study_page()
def findings_by_practice(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show every element of practice with the findings that speak to it."""
    context = {"opened": opened, "groups": queries.by_practice(opened), **SAYING}
    return render(request, "inquiry/findings/by_practice.html", context)


@study_page(Need.CODE)
def finding_practice(request: HttpRequest, opened: OpenedStudy, finding_id: UUID) -> HttpResponse:
    """Say to which elements of practice a finding speaks."""
    found = open_finding(opened, finding_id)
    links = queries.links_of(opened, [found.id]).get(found.id, set())
    form = PracticeForm(sent(request), finding=found, speaks_to=links)

    def act() -> tuple[UUID, ...]:
        version = form.cleaned_data["version"]
        return speak_to(opened=opened, finding_id=finding_id, version=version, elements=form.to_elements())

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "finding": found, "form": form}
        return render(request, "inquiry/findings/practice_form.html", context, status=status)

    def onwards(_kept: object) -> HttpResponse:
        return to_page(opened, "finding", finding_id)

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards, again=True)


@study_page()
def findings_export(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Take the chain away as a table; by a press, because that it was done is kept."""
    if request.method != "POST":
        return to_page(opened, "findings")
    try:
        made = export_chain(opened=opened)
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
        return to_page(opened, "findings")
    response = HttpResponse(made, content_type="text/csv; charset=utf-8")
    name = file_name(opened.study.title, timezone.localdate())
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
