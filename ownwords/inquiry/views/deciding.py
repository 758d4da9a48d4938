"""Decisions of theoretical sampling: a new one, saying what answered it, taking one out of view."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import deciding as actions
from ownwords.inquiry.forms.sampling import DecisionForm
from ownwords.inquiry.models import SamplingDecision
from ownwords.inquiry.queries import sampling as queries
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.saving import saved_form
from ownwords.people.access import NotFound
from ownwords.people.views.form_page import pressed, sent


@study_page(Need.CODE)
def decision_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Keep a decision."""
    if not queries.decides(opened):
        raise NotFound
    form = DecisionForm(sent(request), opened=opened)

    def act() -> SamplingDecision:
        submission = form.cleaned_data["submission"]
        return actions.decide(opened=opened, decided=form.to_decided(), submission=submission)

    return _form(request, opened, form, act, decision=None)


@study_page(Need.CODE)
def decision_change(request: HttpRequest, opened: OpenedStudy, decision_id: UUID) -> HttpResponse:
    """Say more of a decision."""
    decision = queries.open_decision(opened, decision_id)
    form = DecisionForm(sent(request), opened=opened, decision=decision)

    def act() -> SamplingDecision:
        version, decided = form.cleaned_data["version"], form.to_decided()
        return actions.change_decision(
            opened=opened, decision_id=decision_id, version=version, decided=decided
        )

    return _form(request, opened, form, act, decision=decision)


def _form(request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, **context: Any) -> HttpResponse:
    return saved_form(
        request,
        opened,
        "inquiry/design/decision_form.html",
        form,
        act,
        back="sampling",
        part="decisions",
        **context,
    )


@study_page(Need.CODE)
def decision_remove(request: HttpRequest, opened: OpenedStudy, decision_id: UUID) -> HttpResponse:
    """Take a decision out of view."""

    def act(version: int) -> SamplingDecision:
        return actions.remove_decision(opened=opened, decision_id=decision_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Out of view. You can undo it under “What was done”."))
    return to_page(opened, "sampling", part="decisions")
