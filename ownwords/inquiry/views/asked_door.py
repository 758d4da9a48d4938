"""How a page for whoever holds the link of a respondent is made: open, counted, never cached, dead links all alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from ownwords.inquiry.actions.asked import note_read
from ownwords.inquiry.queries.asked import Asked, LinkGone, asked_by
from ownwords.people.forms.saving import REFUSED

RATES = {"asked_link": "120/m/ip"}
MOST_SHOWN = 10_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to be drawn once the door is closed again; everything in it has been read."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    status: int = 200


Answer = Shown | HttpResponseRedirect


def asked_page(view: Callable[..., Answer]) -> Callable[..., HttpResponseBase]:
    """Make a page of `view(request, asked, ...)`, which is called inside the door of the link in the address."""

    @wraps(view)
    def wrapped(request: HttpRequest, secret: str, **address: Any) -> HttpResponseBase:
        limit: HttpResponse | None = ratelimit.consume_or_429(
            request, app="ownwords.inquiry", action="asked_link", config=RATES, limit_get=True
        )
        return limit or _fresh(_answer(view, request, secret, address))

    return wrapped


def _answer(
    view: Callable[..., Answer], request: HttpRequest, secret: str, address: dict[str, Any]
) -> HttpResponse:
    try:
        with asked_by(secret) as asked:
            if request.method == "GET":
                note_read()
            shown = view(request, asked, **address)
    except LinkGone:
        typed = {name: request.POST.get(name, "")[:MOST_SHOWN] for name in ("answer", "words")}
        return render(request, "inquiry/asked/gone.html", {"typed": typed}, status=404)
    if not isinstance(shown, Shown):
        return shown
    return render(request, shown.template, {"asked": asked, **shown.context}, status=shown.status)


def refused(template: str, context: dict[str, Any]) -> Shown:
    """Show a form again with what does not fit, and everything typed still in it."""
    return Shown(template, context, REFUSED)


def to(
    asked: Asked, name: str = "asked", *args: object, kept: str = "yes", part: str = ""
) -> HttpResponseRedirect:
    """Go on to a page behind the same link, which says that something was kept."""
    address = reverse(name, args=[asked.secret, *args])
    return HttpResponseRedirect(f"{address}?kept={kept}{part}", status=303)


def _fresh(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    return response
