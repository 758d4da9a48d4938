"""The visit: one page for twenty minutes side by side (refocus R1)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import TEAM_SIGHT, Permission
from ownwords.people.routes import person_page
from ownwords.record.actions.drafts import forget_draft
from ownwords.record.actions.visit import hold_visit
from ownwords.record.forms.step_rows import saying_so, sent_steps
from ownwords.record.forms.visit import VisitForm
from ownwords.record.models import Entry, Step
from ownwords.record.queries.goals import open_goals
from ownwords.record.queries.steps import named_steps, still_open
from ownwords.record.views.cards import NOBODY, Cards
from ownwords.record.views.drafts import with_draft
from ownwords.record.views.together import alone, looking_together

DRAFT = "visit"


@person_page(Permission.WRITE_RECORD, part="visit")
def visit(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Hold a visit: last promises, one thing, a new promise, close."""
    posted = request.method == "POST"
    form = VisitForm(
        request.POST if posted else None,
        opened=opened,
        # Only the person is asked who promised: staff promise for themselves.
        circle=None if opened.viewer.role in TEAM_SIGHT else circle_of(opened),
        steps=sent_steps(request.POST) if posted else still_open(opened),
        goals=[] if posted and not request.POST.get("step_goal") else open_goals(opened),
    )
    together = looking_together(request)
    draft = with_draft(request, opened, form, DRAFT)

    def page(form: Any, status: int = 200) -> HttpResponse:
        if posted:
            form.name_rows(named_steps(opened, [step.id for step in form.steps]))
            form.offer_goals(open_goals(opened))
        cards = Cards(opened, NOBODY, {})
        lines = {step.id: cards.step(step) for step in form.steps}
        rows = [{**row, "line": lines[row["step"].id]} for row in form.rows()]
        context = {
            "opened": opened, "person": opened.person, "form": form, "rows": rows, "together": together,
            "alone": alone, **draft,
            "first": [row for row in rows if _is_first(opened, row["step"])],
            "rest": [row for row in rows if not _is_first(opened, row["step"])],
        }  # fmt: skip
        return render(request, "record/visit/visit.html", context, status=status)

    if not posted:
        return page(form)

    kept = save_or_explain(request, form, lambda: _hold(opened, form), page=page)
    if isinstance(kept, HttpResponse):
        return kept
    forget_draft(opened=opened, form=DRAFT, tab=str(form.cleaned_data["submission"] or ""))
    after = "?kept=1&together=1" if together else "?kept=1"
    return HttpResponseRedirect(
        reverse("record:conversation", args=[opened.person.id, kept.id]) + after, status=303
    )


def _is_first(opened: Opened, step: Step) -> bool:
    """What opens the visit: a worker's own promises; for the person, what was promised to them (R8)."""
    return step.is_promise if opened.is_own else step.owner_account_id == opened.viewer.account_id


def _hold(opened: Opened, form: VisitForm) -> Entry:
    what, submission = form.to_visit(), form.cleaned_data["submission"]
    return saying_so(form, lambda: hold_visit(opened=opened, visit=what, submission=submission))
