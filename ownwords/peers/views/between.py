"""What the pages between two share: the frame of a page, where to go next, an action of one press."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from ownwords.people.access import Opened


def page(request: HttpRequest, opened: Opened, name: str, status: int = 200, **context: Any) -> HttpResponse:
    """Draw a page about one person."""
    base = {"opened": opened, "person": opened.person}
    return render(request, f"peers/{name}.html", {**base, **context}, status=status)


def see_other(route: str, *args: Any) -> HttpResponse:
    """Go to another page after something was kept."""
    return HttpResponseRedirect(reverse(route, args=args), status=303)
