"""Pages of steps and promises: adding one, saying what became of it, changing it while it is open."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.fields import VersionField
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.actions import steps as actions
from ownwords.record.forms.steps import ReviewForm, StepForm
from ownwords.record.method import tools
from ownwords.record.models import Step
from ownwords.record.queries.entries import open_entry, shares_of
from ownwords.record.queries.steps import open_step
from ownwords.record.views.cards import Cards, entry_url


def _page(request: HttpRequest, opened: Opened, name: str, status: int = 200, **context: Any) -> HttpResponse:
    base = {"opened": opened, "person": opened.person}
    return render(request, f"record/goals/{name}.html", {**base, **context}, status=status)


@person_page(Permission.WRITE_RECORD, part="write")
def step_add(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Hang a step or a promise on a goal or a conversation."""
    entry = open_entry(opened, entry_id)
    if entry.kind not in actions.CARRIES_STEPS:
        raise NotFound
    needs = {need.key: _(need.label) for need in tools.goals().needs}
    need = request.GET.get("need", "")
    need = need if need in needs else ""
    form = StepForm(
        request.POST if request.method == "POST" else None, opened=opened, circle=circle_of(opened), need=need
    )

    def page(form: Any, status: int = 200) -> HttpResponse:
        return _page(request, opened, "step_add", status, form=form, entry=entry, need=needs.get(need, ""),
                     back=entry_url(entry))  # fmt: skip

    if request.method != "POST":
        return page(form)

    def act() -> Step:
        return actions.add_step(
            opened=opened, entry_id=entry_id, step=form.to_step(), submission=form.cleaned_data["submission"]
        )

    kept = save_or_explain(request, form, act, page=page)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. It is looked at first when you next meet."))
    return HttpResponseRedirect(entry_url(entry), status=303)


@person_page(Permission.WRITE_RECORD, part="goal")
def step_review(request: HttpRequest, opened: Opened, step_id: UUID) -> HttpResponse:
    """Say what became of a step, or change it while it is open."""
    step = open_step(opened, step_id)
    circle = circle_of(opened)
    may_change = actions.may_change(opened, step)
    changing = request.method == "POST" and "change" in request.POST
    reviewing = request.method == "POST" and not changing
    review = ReviewForm(request.POST if reviewing else None, step=step)
    change = StepForm(request.POST if changing else None, opened=opened, circle=circle, step=step)

    def page(form: Any, status: int = 200) -> HttpResponse:
        return _page(
            request, opened, "step", status,
            form=form if status != 200 else review, review=review, change=change if may_change else None,
            step=step, line=Cards(opened, circle, {}).step(step), entry=step.entry, changing=changing,
            visible=Cards(opened, circle, shares_of([step.entry])).visible(step.entry), back=entry_url(step.entry),
        )  # fmt: skip

    if request.method != "POST":
        return page(review)
    if "undo" in request.GET:
        return _undo(request, opened, step)
    back = request.path
    if changing:
        kept = save_or_explain(request, change, lambda: actions.change_step(
            opened=opened, step_id=step_id, version=change.cleaned_data["version"], step=change.to_step()
        ), page=page, keep_url=back)  # fmt: skip
    else:
        kept = save_or_explain(
            request, review, lambda: actions.review_step(opened=opened, review=review.to_review()),
            page=page, keep_url=back,
        )  # fmt: skip
    if isinstance(kept, HttpResponse):
        return kept
    undo = "" if changing else f"{request.path}?undo=1"
    notices.done(request, _("Kept."), undo_url=undo, version=kept.version)
    return HttpResponseRedirect(entry_url(step.entry), status=303)


def _undo(request: HttpRequest, opened: Opened, step: Step) -> HttpResponse:
    """Take back what was just said about a step."""
    version = VersionField().clean(request.POST.get("version"))
    try:
        back = actions.undo_review(opened=opened, step_id=step.id, version=version)
        is_open = back.status == Step.Status.OPEN
        said = (
            _("Undone: it is open again.")
            if is_open
            else _("Undone. What stood there before stands there again.")
        )
        notices.done(request, said)
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
    except StaleEdit:
        notices.note(request, _("This was changed since, so it was not undone."))
    return HttpResponseRedirect(entry_url(step.entry), status=303)
