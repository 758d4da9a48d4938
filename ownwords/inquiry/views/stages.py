"""Stages of the analysis: the list, a new one, and changing one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import stages as actions
from ownwords.inquiry.forms.stages import StageForm
from ownwords.inquiry.models import Stage
from ownwords.inquiry.presenters.stages import proposed
from ownwords.inquiry.queries import stages as queries
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.saving import saved_form
from ownwords.people.views.form_page import pressed, sent


@study_page()
def stages(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the stages, and those that the method usually has."""
    found = list(queries.stages_of(opened))
    context = {
        "opened": opened,
        "stages": found,
        "now": queries.stage_finder(opened)(timezone.localdate()),
        "proposed": proposed(opened.study.method, [one.name for one in found]),
        "writes": opened.has(Need.CODE),
    }
    return render(request, "inquiry/grounded/stages.html", context)


@study_page(Need.CODE)
def stage_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Add a stage; one that was proposed stands in the form already, begun today."""
    name = request.GET.get("name", "")[: actions.MOST_NAME]
    first = {"name": name, "began_on": timezone.localdate()} if name else {}
    form = StageForm(sent(request), initial=first)

    def act() -> Stage:
        submission = form.cleaned_data["submission"]
        return actions.add_stage(opened=opened, begun=form.to_begun(), submission=submission)

    return _form(request, opened, form, act, stage=None)


@study_page(Need.CODE)
def stage_change(request: HttpRequest, opened: OpenedStudy, stage_id: UUID) -> HttpResponse:
    """Call a stage otherwise, or say when it began."""
    stage = queries.open_stage(opened, stage_id)
    form = StageForm(sent(request), stage=stage)

    def act() -> Stage:
        version = form.cleaned_data["version"]
        return actions.change_stage(opened=opened, stage_id=stage_id, version=version, begun=form.to_begun())

    return _form(request, opened, form, act, stage=stage)


def _form(request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, **context: Any) -> HttpResponse:
    return saved_form(
        request, opened, "inquiry/grounded/stage_form.html", form, act, back="stages", **context
    )


@study_page(Need.CODE)
def stage_remove(request: HttpRequest, opened: OpenedStudy, stage_id: UUID) -> HttpResponse:
    """Take a stage out of view."""

    def act(version: int) -> Stage:
        return actions.remove_stage(opened=opened, stage_id=stage_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Out of view. You can undo it under “What was done”."))
    return to_page(opened, "stages")
