"""Incidents of a property: choosing a passage, placing it, placing it otherwise, taking it off."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import incidents as actions
from ownwords.inquiry.forms.incidents import IncidentForm
from ownwords.inquiry.models import Incident, Property
from ownwords.inquiry.queries import incidents as queries
from ownwords.inquiry.queries import passages
from ownwords.inquiry.queries.categories import codes_under
from ownwords.inquiry.queries.properties import open_property
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page(Need.CODE)
def incident_add(request: HttpRequest, opened: OpenedStudy, property_id: UUID) -> HttpResponse:
    """Place the passage that the address names; where it names none, let one be chosen."""
    of = open_property(opened, property_id)
    if "coding" not in request.GET:
        if request.method == "POST":
            raise NotFound
        return _choose(request, opened, of)
    coding_id = SubmissionField().clean(request.GET["coding"])
    words = passages.quotations_of(opened, [coding_id] if coding_id else [])
    if coding_id is None or coding_id not in words:
        raise NotFound
    form = IncidentForm(sent(request), of=of)

    def act() -> Incident:
        submission = form.cleaned_data["submission"]
        return actions.add_incident(
            opened=opened,
            property_id=of.id,
            coding_id=coding_id,
            placed=form.to_placed(),
            submission=submission,
        )

    return _form(request, opened, form, act, of, words[coding_id], None)


def _choose(request: HttpRequest, opened: OpenedStudy, of: Property) -> HttpResponse:
    """Show the passages of one of the category's codes, fifty a page."""
    codes = codes_under(opened, of.category)
    asked = SubmissionField().clean(request.GET.get("code")) if "code" in request.GET else None
    code = next((one for one in codes if one.id == asked), codes[0] if codes else None)
    found: list[passages.Quotation] = []
    after = None
    if code is not None:
        place = passages.Place.read(request.GET.get("after", ""))
        found, after = passages.page_of(opened, passages.Sought(code.id), place)
    there = queries.placed_on(opened, of)
    context = {
        "opened": opened,
        "property": of,
        "codes": codes,
        "code": code,
        "quotations": found,
        "there": there,
        "further": f"?code={code.id}&after={after}" if code and after else "",
    }
    return render(request, "inquiry/grounded/incident_choose.html", context)


@study_page(Need.CODE)
def incident_change(request: HttpRequest, opened: OpenedStudy, incident_id: UUID) -> HttpResponse:
    """Place an incident otherwise."""
    incident = queries.open_incident(opened, incident_id)
    form = IncidentForm(sent(request), of=incident.property, incident=incident)

    def act() -> Incident:
        version = form.cleaned_data["version"]
        return actions.change_incident(
            opened=opened, incident_id=incident_id, version=version, placed=form.to_placed()
        )

    shown = queries.with_words(opened, [incident])[0].quotation
    return _form(request, opened, form, act, incident.property, shown, incident)


def _form(
    request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, of: Property, shown: Any, incident: Any
) -> HttpResponse:
    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "property": of, "shown": shown, "incident": incident}
        return render(request, "inquiry/grounded/incident_form.html", context, status=status)

    return form_page(
        request, form, page=page, act=act, said=_("Saved."), again=True,
        onwards=lambda _kept: to_page(opened, "property", of.id),
    )  # fmt: skip


@study_page(Need.CODE)
def incident_remove(request: HttpRequest, opened: OpenedStudy, incident_id: UUID) -> HttpResponse:
    """Take a passage off a property."""
    of = queries.open_incident(opened, incident_id).property_id

    def act(version: int) -> Incident:
        return actions.remove_incident(opened=opened, incident_id=incident_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Taken off; the passage stays. You can undo it under “What was done”."))
    return to_page(opened, "property", of)
