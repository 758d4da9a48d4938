"""What the pages of lines share: the frame of a page, one line as a card, where to go next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from ownwords.measures.actions.ratings import plain
from ownwords.measures.models import Line
from ownwords.measures.presenters.chart_words import ShownSmall, show_small
from ownwords.measures.presenters.lines import closed_words, last_words, level_words, scale_words
from ownwords.measures.presenters.lines_chart import line_panel
from ownwords.measures.queries.lines import Followed
from ownwords.measures.queries.overview import Overview
from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.wording import who_can_see


def page(request: HttpRequest, opened: Opened, name: str, status: int = 200, **context: Any) -> HttpResponse:
    """Draw a page of this room about one person."""
    base = {"opened": opened, "person": opened.person, "may_write": opened.may(Permission.WRITE_RECORD)}
    return render(request, f"measures/{name}.html", {**base, **context}, status=status)


def see_other(route: str, *args: Any) -> HttpResponse:
    """Go to another page after something was kept."""
    return HttpResponseRedirect(reverse(f"measures:{route}", args=args), status=303)


def to_line(opened: Opened, line_id: UUID) -> HttpResponse:
    """Go to a line's page."""
    return see_other("line", opened.person.id, line_id)


@dataclass(frozen=True, slots=True)
class Card:
    """One line, ready for the page."""

    line: Line
    words: str
    href: str
    last: str
    last_note: str
    last_meaning: str
    small: ShownSmall | None
    scale: str
    low: str
    high: str
    closed: str
    visible: str


def card(opened: Opened, one: Followed, found: Overview, *, drawn: bool = True) -> Card:
    """Return one line as a card."""
    panel = line_panel(one, own=opened.is_own)
    last = one.last
    return Card(
        line=one.line,
        words=one.wording.words,
        href=reverse("measures:line", args=[opened.person.id, one.line.id]),
        last=last_words(opened, one),
        last_note=last.note if last else "",
        last_meaning=_meaning(one),
        small=show_small(panel, person=None if opened.is_own else opened.person.called)
        if drawn and len(one.ratings) > 1
        else None,
        scale=scale_words(opened, one.line),
        low=plain(one.line.low),
        high=plain(one.line.high),
        closed=closed_words(opened, one.line),
        visible=who_can_see(opened, one.line.visibility, found.circle, found.shares.get(one.line.id, [])),
    )


def _meaning(one: Followed) -> str:
    """Return the person's own words for the latest number, as they stood when it was given."""
    last = one.last
    if last is None:
        return ""
    seen = next(wording for wording in one.wordings if wording.id == last.wording_id)
    return level_words(one.line, seen, last.value)
