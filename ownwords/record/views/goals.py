"""Pages of goals: all of them, one of them, adding, saying more, looking again, ending."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.actions import goals as actions
from ownwords.record.actions.drafts import forget_draft
from ownwords.record.forms.goal_change import GoalChangeForm
from ownwords.record.forms.goals import GoalAddForm, GoalEndForm, GoalReviewForm
from ownwords.record.forms.step_rows import saying_so, sent_steps
from ownwords.record.method import tools
from ownwords.record.models import Entry, Goal, GoalKind, Outcome, Whose
from ownwords.record.presenters import tag_words
from ownwords.record.queries import goals as queries
from ownwords.record.queries.steps import named_steps, still_open
from ownwords.record.views.cards import Cards
from ownwords.record.views.drafts import with_draft

ADD = "add:goal"


def _page(request: HttpRequest, opened: Opened, name: str, status: int = 200, **context: Any) -> HttpResponse:
    base = {
        "opened": opened,
        "person": opened.person,
        "tool": tools.goals(),
        "may_write": opened.may(Permission.WRITE_RECORD),
    }
    return render(request, f"record/goals/{name}.html", {**base, **context}, status=status)


def to_goal(opened: Opened, entry_id: UUID) -> HttpResponse:
    """Go to a goal's page."""
    return HttpResponseRedirect(reverse("record:goal", args=[opened.person.id, entry_id]), status=303)


@person_page(Permission.READ_RECORD, part="goals")
def goals(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List goals: open ones, then those that ended. In the order in which they were said, never by worth."""
    found = queries.goals_of(opened)
    cards = Cards(opened, found.circle, found.shares)

    def shown(entries: list[Entry]) -> list[dict[str, Any]]:
        return [
            {
                "card": cards.card(entry),
                "steps": cards.steps(found.steps.get(entry.id, ())),
                **facts(entry.goal),
            }
            for entry in entries
        ]

    return _page(request, opened, "goals", open=shown(found.open), ended=shown(found.ended))


def facts(goal: Goal) -> dict[str, Any]:
    """Return what a goal says about itself, in words."""
    labels = {choice.key: _(choice.label) for choice in (*tools.goals().origins,)}
    return {
        "goal": goal,
        "origin": labels.get(goal.origin, goal.origin),
        "whose": str(Whose(goal.whose).label),
        "asked": goal.whose == Whose.ASKED,
        "kind": str(GoalKind(goal.kind_shown).label),
        "outcome": str(Outcome(goal.outcome).label) if goal.outcome else "",
    }


@person_page(Permission.READ_RECORD, part="goal")
def goal(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Show one goal with everything around it."""
    found = queries.goal_of(opened, entry_id)
    cards = Cards(opened, found.circle, {found.entry.id: found.shared_with})
    kinds = {value: str(label) for value, label in GoalKind.choices}
    needs = {need.key: _(need.label) for need in tools.goals().needs}
    promised = {step.for_need for step in found.steps if step.for_need}
    return _page(
        request,
        opened,
        "goal",
        card=cards.card(found.entry),
        tags=tag_words(found.entry),
        steps=cards.steps(found.steps),
        why=cards.cards(found.why),
        uses=cards.cards(found.uses),
        kinds=kinds,
        needs=[{**row, "label": needs.get(row["kind"], ""), "promised": row["kind"] in promised}
               for row in found.goal.needs],
        **facts(found.goal),
    )  # fmt: skip


@person_page(Permission.WRITE_RECORD, part="write")
def goal_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep a new goal: its words, and whose idea it was."""
    form = GoalAddForm(
        request.POST if request.method == "POST" else None, opened=opened, circle=circle_of(opened)
    )
    draft = with_draft(request, opened, form, ADD)

    def page(form: Any, status: int = 200) -> HttpResponse:
        return _page(request, opened, "add", status, form=form, **draft)

    if request.method != "POST":
        return page(form)

    def act() -> Entry:
        typed = form.cleaned_data
        return actions.add_goal(
            opened=opened,
            words=typed["words"],
            origin=typed["origin"],
            origin_name=typed["origin_name"],
            sight=form.to_sight(),
            submission=typed["submission"],
        )

    kept = save_or_explain(request, form, act, page=page)
    if isinstance(kept, HttpResponse):
        return kept
    forget_draft(opened=opened, form=ADD, tab=str(form.cleaned_data["submission"] or ""))
    notices.done(request, _("The goal is kept. Say more about it whenever it helps."))
    return to_goal(opened, kept.id)


@person_page(Permission.WRITE_RECORD, part="write")
def goal_change(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Say more about a goal, or say it differently."""
    entry = queries.open_goal(opened, entry_id)
    why, uses = queries.linked(opened, entry)
    choices = {
        "matters": queries.linkable(opened, actions.WHY_KINDS),
        "strengths": queries.linkable(opened, actions.USES_KINDS),
    }
    initial = {
        **GoalChangeForm.values_of(entry),
        "why_links": [str(one.id) for one in why],
        "strength_links": [str(one.id) for one in uses],
    }
    form = GoalChangeForm(
        request.POST if request.method == "POST" else None,
        opened=opened,
        entry=entry,
        initial=initial,
        **choices,
    )
    name = f"goal:{entry_id}"
    draft = with_draft(request, opened, form, name)

    def page(form: Any, status: int = 200) -> HttpResponse:
        return _page(request, opened, "change", status, form=form, entry=entry, goal=entry.goal, **draft)

    if request.method != "POST":
        return page(form)

    def act() -> Entry:
        return actions.shape_goal(
            opened=opened, entry_id=entry_id, version=form.cleaned_data["version"], shape=form.to_shape()
        )

    keep_url = reverse("record:goal", args=[opened.person.id, entry_id])
    kept = save_or_explain(request, form, act, page=page, keep_url=keep_url)
    if isinstance(kept, HttpResponse):
        return kept
    forget_draft(opened=opened, form=name, tab=str(form.cleaned_data["submission"] or ""))
    notices.done(request, _("The goal is saved. What stood there before stays in its history."))
    return to_goal(opened, entry_id)


@person_page(Permission.WRITE_RECORD, part="write")
def goal_review(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Look at a goal again, its steps first."""
    entry = queries.open_goal(opened, entry_id)
    posted = request.method == "POST"
    steps = sent_steps(request.POST) if posted else still_open(opened, entry_id=entry_id)
    form = GoalReviewForm(request.POST if posted else None, entry=entry, steps=steps)

    def page(form: Any, status: int = 200) -> HttpResponse:
        if posted:
            form.name_rows(named_steps(opened, [step.id for step in form.steps]))
        return _page(request, opened, "review", status, form=form, entry=entry, goal=entry.goal)

    if not posted:
        return page(form)

    def act() -> Entry:
        version, details = form.cleaned_data["version"], form.to_details()
        return saying_so(form, lambda: actions.review_goal(
            opened=opened, entry_id=entry_id, version=version, details=details, reviews=form.to_reviews()
        ))  # fmt: skip

    kept = save_or_explain(request, form, act, page=page)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. You look at this goal again on the day you chose."))
    return to_goal(opened, entry_id)


@person_page(Permission.WRITE_RECORD, part="write")
def goal_end(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Say how a goal ended; or take an ended goal up again."""
    entry = queries.open_goal(opened, entry_id)
    posted = request.method == "POST"
    form = GoalEndForm(request.POST if posted else None, entry=entry)

    def page(form: Any, status: int = 200) -> HttpResponse:
        return _page(request, opened, "end", status, form=form, entry=entry, **facts(entry.goal))

    if not posted:
        return page(form)
    again = "again" in request.POST
    if again:
        form.fields["outcome"].required = False

    def act() -> Entry:
        version = form.cleaned_data["version"]
        if again:
            return actions.reopen_goal(opened=opened, entry_id=entry_id, version=version)
        outcome, words = form.cleaned_data["outcome"], form.cleaned_data["outcome_words"]
        return actions.end_goal(
            opened=opened, entry_id=entry_id, version=version, outcome=outcome, words=words
        )

    kept = save_or_explain(request, form, lambda: saying_so(form, act), page=page)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(
        request,
        _("The goal is open again.") if again else _("Kept. A goal can be taken up again at any time."),
    )
    return to_goal(opened, entry_id)
