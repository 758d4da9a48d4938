"""What was done in a study, newest first; and undoing and redoing one's own steps."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.finishing_steps import turn_step
from ownwords.inquiry.presenters.steps import sentence
from ownwords.inquiry.queries.given_log import done_by_participants
from ownwords.inquiry.queries.stages import stage_finder
from ownwords.inquiry.queries.steps import next_redo, next_undo, steps_before
from ownwords.people import notices
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.refusals import Refused


@study_page()
def journal(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show what was done, fifty steps a page."""
    before = SubmissionField().clean(request.GET.get("before"))
    steps, further = steps_before(opened, before)
    context = {
        "opened": opened,
        "steps": [(one, sentence(one.did)) for one in steps],
        "further": further,
        "paged": before is not None,
        "undo": next_undo(opened),
        "redo": next_redo(opened),
        "codes_here": opened.has(Need.CODE),
        "did": sentence,
        "by_participants": [] if before else done_by_participants(opened),
        "stage_of": stage_finder(opened),
    }
    return render(request, "inquiry/coding/steps.html", context)


@study_page(Need.CODE)
def undo_step(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Undo one's newest step."""
    return _turn(request, opened, back=True)


@study_page(Need.CODE)
def redo_step(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Do again what one undid last."""
    return _turn(request, opened, back=False)


def _turn(request: HttpRequest, opened: OpenedStudy, *, back: bool) -> HttpResponse:
    if request.method == "POST":
        step_id: UUID | None = SubmissionField().clean(request.POST.get("step"))
        if step_id is None:
            raise NotFound
        try:
            step = turn_step(opened=opened, step_id=step_id, back=back)
        except Refused as no:
            notices.note(request, " ".join(no.messages.values()))
        else:
            said = _("Undone: %(what)s") if back else _("Done again: %(what)s")
            notices.done(request, said % {"what": sentence(step.did)})
    return HttpResponseRedirect(_where(request, opened), status=303)


def _where(request: HttpRequest, opened: OpenedStudy) -> str:
    """Return the page of this study from which it was pressed, else the list of steps."""
    here, study = request.POST.get("here", ""), reverse("inquiry:study", args=[opened.study.id])
    if here.startswith(study) and url_has_allowed_host_and_scheme(here, allowed_hosts=None):
        return here
    return reverse("inquiry:steps", args=[opened.study.id])
