"""Whom a study looks for: the frame with how many took part so far, and what was decided on the way."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import sampling as actions
from ownwords.inquiry.forms.sampling import GroupForm
from ownwords.inquiry.models import SamplingGroup
from ownwords.inquiry.presenters.sampling import decisions_shown
from ownwords.inquiry.queries import sampling as queries
from ownwords.inquiry.queries.stages import stage_finder
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.saving import saved_form
from ownwords.people.views.form_page import pressed, sent


@study_page()
def sampling(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the sampling frame and the decisions."""
    context = {
        "opened": opened,
        "groups": list(queries.groups_of(opened)),
        "in_no_group": queries.in_no_group(opened),
        "decides": queries.decides(opened),
        "decisions": decisions_shown(opened),
        "stage_of": stage_finder(opened),
        "writes": opened.has(Need.CODE),
    }
    return render(request, "inquiry/design/sampling.html", context)


@study_page(Need.CODE)
def sampling_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Add somebody whom the study looks for."""
    form = GroupForm(sent(request))

    def act() -> SamplingGroup:
        submission = form.cleaned_data["submission"]
        return actions.add_group(opened=opened, looked=form.to_looked(), submission=submission)

    return _form(request, opened, form, act, group=None)


@study_page(Need.CODE)
def sampling_change(request: HttpRequest, opened: OpenedStudy, group_id: UUID) -> HttpResponse:
    """Change whom the study looks for."""
    group = queries.open_group(opened, group_id)
    form = GroupForm(sent(request), group=group)

    def act() -> SamplingGroup:
        version = form.cleaned_data["version"]
        return actions.change_group(
            opened=opened, group_id=group_id, version=version, looked=form.to_looked()
        )

    return _form(request, opened, form, act, group=group)


def _form(request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, **context: Any) -> HttpResponse:
    return saved_form(
        request, opened, "inquiry/design/group_form.html", form, act, back="sampling", **context
    )


@study_page(Need.CODE)
def sampling_remove(request: HttpRequest, opened: OpenedStudy, group_id: UUID) -> HttpResponse:
    """Take somebody out of the frame."""

    def act(version: int) -> SamplingGroup:
        return actions.remove_group(opened=opened, group_id=group_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Taken out. You can undo it under “What was done”."))
    return to_page(opened, "sampling")
