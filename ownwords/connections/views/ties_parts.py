"""What the pages of ties and steps share: the frame of a page, where to go next, one press."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from ownwords.connections.queries.sight import may_draw
from ownwords.people.access import Opened
from ownwords.people.roles import Permission


def page(request: HttpRequest, opened: Opened, name: str, status: int = 200, **context: Any) -> HttpResponse:
    """Draw a page of ties or steps about one person."""
    base = {
        "opened": opened,
        "person": opened.person,
        "draws": context.pop("draws") if "draws" in context else may_draw(opened),
        "logs": opened.may(Permission.LOG_STEP),
    }
    return render(request, f"connections/{name}.html", {**base, **context}, status=status)


def see_other(route: str, *args: Any, query: str = "") -> HttpResponse:
    """Go to another page after something was kept."""
    return HttpResponseRedirect(reverse(f"connections:{route}", args=args) + query, status=303)
