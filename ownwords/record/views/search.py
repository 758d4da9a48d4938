"""Searching in one person's record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.queries.search import search_of
from ownwords.record.views.cards import Cards


@person_page(Permission.READ_RECORD, part="search")
def search(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show what the record holds for a query, with the found words marked."""
    found = search_of(opened, request.GET.get("q", ""))
    cards = Cards(opened, found.circle, found.shares)
    context = {
        "opened": opened,
        "person": opened.person,
        "query": found.query,
        "found": [
            {"pieces": one.pieces, "card": cards.card(one.entry), "in_step": one.in_step}
            for one in found.found
        ],
        "nearly": found.nearly,
        "more": found.more,
    }
    return render(request, "record/search/search.html", context)
