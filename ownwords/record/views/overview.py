"""The record's front page: the person's own words first, strengths before everything else."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.queries.overview import overview_of
from ownwords.record.views.cards import Cards

# Every part of the record, in the order in which the parts are asked.
PARTS: tuple[tuple[Any, str], ...] = (
    (lambda: _("Plan"), "record:plan"),
    (lambda: _("Strengths"), "record:strengths"),
    (lambda: _("Values and how to be supported"), "record:values"),
    (lambda: _("What recovery means"), "record:meaning"),
    (lambda: _("Goals"), "record:goals"),
    (lambda: _("Followed over the years"), "measures:lines"),
    (lambda: _("Standard measures"), "measures:instruments"),
    (lambda: _("Map of connections"), "connections:map"),
    (lambda: _("Peer support"), "peers:peer"),
    (lambda: _("Conversations"), "record:conversations"),
    (lambda: _("Timeline"), "record:timeline"),
)


@person_page(Permission.READ_RECORD, part="record")
def record(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show who somebody is in their own words, what helps, what they want, and what was promised."""
    found = overview_of(opened)
    cards = Cards(opened, found.circle, found.shares)
    context = {
        "opened": opened,
        "person": opened.person,
        "may_write": opened.may(Permission.WRITE_RECORD),
        "own": cards.cards(found.own),
        "strengths": cards.cards(found.strengths),
        "values": cards.cards(found.values),
        "goals": cards.cards(found.goals),
        "promises": cards.steps(found.promises),
        "crisis": cards.cards(found.crisis),
        "recent": cards.cards(found.recent),
        "parts": [(words(), route) for words, route in PARTS],
    }
    return render(request, "record/overview.html", context)
