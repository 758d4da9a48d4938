"""Saying that a code was changed, with the press that undoes it; and undoing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.finishing_steps import turn_step
from ownwords.inquiry.models import Code
from ownwords.inquiry.presenters.steps import sentence
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people import notices
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.refusals import Refused


def undoable_page(
    request: HttpRequest,
    opened: OpenedStudy,
    form: Any,
    *,
    page: Callable[[Any, int], HttpResponse],
    act: Callable[[], Code],
    said: Callable[[Code], str],
    again: bool = False,
) -> HttpResponse:
    """Do what `form_page` does, and offer to undo it on the page of the code that `act` returns."""
    if request.method != "POST":
        return page(form, 200)
    kept = save_or_explain(request, form, act, page=page, again=again)
    if isinstance(kept, HttpResponse):
        return kept
    return done(request, opened, said(kept), kept.id)


def done(request: HttpRequest, opened: OpenedStudy, said: str, code_id: UUID | None) -> HttpResponse:
    """Say what was done, offer to undo exactly that, and go to the code, or to the codebook."""
    step = next_undo(opened)
    undo = reverse("inquiry:code_undo", args=[opened.study.id, step.id]) if step else ""
    notices.done(request, said, undo_url=undo)
    return to_code(opened, code_id)


def to_code(opened: OpenedStudy, code_id: UUID | None) -> HttpResponse:
    """Go to a code's page, or to the codebook."""
    name, more = ("code", [code_id]) if code_id else ("codes", [])
    return HttpResponseRedirect(reverse(f"inquiry:{name}", args=[opened.study.id, *more]), status=303)


@study_page(Need.CODE)
def code_undo(request: HttpRequest, opened: OpenedStudy, step_id: UUID) -> HttpResponse:
    """Undo what a notice tells of, unless something else was done since."""
    if request.method == "POST":
        try:
            step = turn_step(opened=opened, step_id=step_id, back=True)
        except Refused as no:
            notices.note(request, " ".join(no.messages.values()))
        else:
            notices.done(request, _("Undone: %(what)s") % {"what": f"{sentence(step.did)}: {step.about}"})
    return to_code(opened, None)
