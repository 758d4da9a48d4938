"""The timeline: everything said and done, newest first, with filters."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.forms.timeline import TimelineForm
from ownwords.record.method.paging import bookmark
from ownwords.record.models import Kind, Outcome, Step
from ownwords.record.queries.timeline import ENDED, STEP, Event, Filters, timeline_of
from ownwords.record.views.cards import Cards, entry_url, step_owner


@person_page(Permission.READ_RECORD, part="timeline")
def timeline(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show a page of the timeline; difficulties stand in it like everything else (RS-11)."""
    form = TimelineForm(request.GET or None)
    filters = form.to_filters() if form.is_valid() else Filters()
    found = timeline_of(opened, filters, bookmark(request.GET.get("after", "")))
    cards = Cards(opened, found.circle, found.shares)
    kept = [(name, value) for name, value in request.GET.items() if name != "after"]
    context = {
        "opened": opened,
        "person": opened.person,
        "form": form,
        "filtered": form.is_bound and filters != Filters(),
        "started": "after" in request.GET,
        "events": [_shown(opened, cards, event) for event in found.events],
        "next": "?" + urlencode([*kept, ("after", found.next.written())]) if found.next else "",
    }
    return render(request, "record/timeline/timeline.html", context, status=200 if not form.errors else 422)


def _shown(opened: Opened, cards: Cards, event: Event) -> dict[str, Any]:
    """Return one event for the page: when, what, the words, who can see it."""
    entry = event.entry
    base = {
        "when": event.at,
        "visible": cards.visible(entry),
        "href": entry_url(entry),
        "tags": (),
        "how": "",
    }
    if event.what == STEP and event.step is not None:
        step = event.step
        title = _("Promise: %(state)s") if step.is_promise else _("Step: %(state)s")
        return {
            **base,
            "title": title % {"state": Step.Status(step.status).label},
            "words": step.words,
            "how": step.what_happened,
            "who": step_owner(opened, step),
        }
    if event.what == ENDED:
        title = _("Goal: %(outcome)s") % {"outcome": Outcome(entry.goal.outcome).label}
        return {**base, "title": title, "words": entry.words, "how": entry.goal.outcome_words, "who": ""}
    card = cards.card(entry)
    when = card.when if entry.kind == Kind.CONVERSATION else event.at
    return {
        **base,
        "when": when,
        "title": card.kind,
        "words": card.words,
        "who": card.who,
        "tags": cards.tags(entry),
    }
