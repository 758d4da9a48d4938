"""Pages of conversations: all of them, one with what came of it, and keeping a new one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.actions import conversations as actions
from ownwords.record.actions.drafts import forget_draft
from ownwords.record.actions.visit import TEMPLATE
from ownwords.record.forms.conversations import ConversationForm
from ownwords.record.forms.step_rows import saying_so, sent_steps
from ownwords.record.method import tools
from ownwords.record.method.definitions import CoachingTemplate
from ownwords.record.models import Conversation, Entry, Step
from ownwords.record.presenters import tag_words
from ownwords.record.queries import conversations as queries
from ownwords.record.queries.steps import named_steps, still_open
from ownwords.record.views.cards import Cards
from ownwords.record.views.drafts import with_draft
from ownwords.record.views.together import alone, looking_together


def _page(request: HttpRequest, opened: Opened, name: str, status: int = 200, **context: Any) -> HttpResponse:
    base = {"opened": opened, "person": opened.person, "may_write": opened.may(Permission.WRITE_RECORD)}
    return render(request, f"record/conversations/{name}.html", {**base, **context}, status=status)


def template_of(talk: Conversation) -> CoachingTemplate | None:
    """Return the way along which a talk was held; None for a visit, or one that no longer exists."""
    return next((template for template in tools.coaching_templates() if template.key == talk.template), None)


def title_of(talk: Conversation) -> str:
    """Return the words for a talk's way."""
    template = template_of(talk)
    if template is not None:
        return _(template.title)
    return _("Visit") if talk.template == TEMPLATE else _("Conversation")


@person_page(Permission.READ_RECORD, part="conversations")
def conversations(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List conversations, newest first."""
    typed = request.GET.get("page", "1")
    page = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else 1
    found = queries.conversations_of(opened, page=page)
    cards = Cards(opened, found.circle, found.shares)
    rows = [
        {
            "card": cards.card(entry),
            "title": title_of(entry.conversation),
            "talk": entry.conversation,
            "steps": cards.steps(found.steps.get(entry.id, ())),
        }
        for entry in found.rows
    ]
    return _page(
        request, opened, "conversations",
        rows=rows, templates=tools.coaching_templates(), page_number=page, more=found.more,
    )  # fmt: skip


@person_page(Permission.READ_RECORD, part="conversation")
def conversation(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Show one conversation with what came of it. A visit that was just closed ends here."""
    found = queries.conversation_of(opened, entry_id)
    cards = Cards(opened, found.circle, found.shares)
    return _page(
        request, opened, "conversation",
        card=cards.card(found.entry),
        title=title_of(found.conversation),
        tags=tag_words(found.entry),
        talk=found.conversation,
        parts=_said(opened, found.conversation),
        outcome=_outcome(found.conversation),
        kept=cards.cards(found.kept),
        steps=cards.steps(found.steps),
        reviewed=[{"line": cards.step(step), "said": str(Step.Status(key).label)} for step, key in found.reviewed
                  if key in Step.Status.values],
        just_kept="kept" in request.GET,
        together=looking_together(request),
        alone=alone,
    )  # fmt: skip


def _said(opened: Opened, talk: Conversation) -> list[dict[str, Any]]:
    """Return what was said at each step, both voices beside each other where both spoke."""
    template = template_of(talk)
    titles = {part.key: _(part.title) for part in template.steps} if template else {}
    parts: dict[str, dict[str, str]] = {}
    for answer in talk.answers:
        if answer.get("words") and answer.get("voice") in actions.VOICES:
            parts.setdefault(answer["step"], {})[answer["voice"]] = answer["words"]
    return [{"title": titles.get(key, ""), **voices} for key, voices in parts.items()]


def _outcome(talk: Conversation) -> str:
    template = template_of(talk)
    key = next((answer.get("key", "") for answer in talk.answers if answer["step"] == actions.OUTCOME), "")
    labels = {choice.key: _(choice.label) for choice in template.outcomes} if template else {}
    return labels.get(key, "")


@person_page(Permission.WRITE_RECORD, part="write")
def conversation_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep a conversation: what was promised before is looked at first."""
    template = _wanted(request.GET.get("way", ""))
    posted = request.method == "POST"
    steps = sent_steps(request.POST) if posted else still_open(opened)
    form = ConversationForm(
        request.POST if posted else None,
        opened=opened,
        circle=circle_of(opened),
        template=template,
        steps=steps,
    )
    name = f"conversation:{template.key}"
    draft = with_draft(request, opened, form, name)

    def page(form: Any, status: int = 200) -> HttpResponse:
        if posted:
            form.name_rows(named_steps(opened, [step.id for step in form.steps]))
        context = {"template": template, "templates": tools.coaching_templates(), **draft}
        return _page(request, opened, "add", status, form=form, **context)

    if not posted:
        return page(form)

    def act() -> Entry:
        talk, new, reviews = form.to_talk(), form.to_steps(), form.to_reviews()
        submission = form.cleaned_data["submission"]
        return saying_so(form, lambda: actions.keep_conversation(
            opened=opened, talk=talk, reviews=reviews, steps=new, sight=form.to_sight(), submission=submission
        ))  # fmt: skip

    kept = save_or_explain(request, form, act, page=page)
    if isinstance(kept, HttpResponse):
        return kept
    forget_draft(opened=opened, form=name, tab=str(form.cleaned_data["submission"] or ""))
    address = reverse("record:conversation", args=[opened.person.id, kept.id])
    return HttpResponseRedirect(f"{address}?kept=1", status=303)


def _wanted(key: str) -> CoachingTemplate:
    if not key:
        return tools.coaching_templates()[0]
    found = next((template for template in tools.coaching_templates() if template.key == key), None)
    if found is None:
        raise NotFound
    return found
