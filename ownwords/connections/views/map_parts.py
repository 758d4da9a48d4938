"""What the pages of a map share: their frame, who may draw, pressing something once, and where to go next."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.connections.actions.maps import keep_refusal
from ownwords.connections.models import MapItem
from ownwords.connections.presenters.maps import name_of, ring_words
from ownwords.connections.queries.sight import may_draw
from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.views import form_page

View = Callable[..., HttpResponse]


def page(
    request: HttpRequest, opened: Opened, template: str, status: int = 200, **context: Any
) -> HttpResponse:
    """Draw a page of the map."""
    base = {
        "opened": opened,
        "person": opened.person,
        "may_suggest": opened.may(Permission.LOG_STEP) and not opened.is_own,
    }
    return render(request, f"connections/map/{template}.html", {**base, **context}, status=status)


def drawing(view: View) -> View:
    """Let only the person, and whom they have asked, into a view.

    Whoever sees the map and was not asked is told so, with what they can do instead. That they tried to change
    something is kept; the answer is returned and not raised, so that it stays kept (connecting R1).
    """

    @wraps(view)
    def wrapped(request: HttpRequest, opened: Opened, **kwargs: Any) -> HttpResponse:
        if may_draw(opened):
            return view(request, opened, **kwargs)
        if request.method == "POST":
            keep_refusal(opened=opened)
        return page(request, opened, "not_yours", 403, tried=request.method == "POST")

    return wrapped


def to_map(opened: Opened, item_id: UUID | None = None) -> HttpResponse:
    """Go to the map after something was done, to one row of its list."""
    address = reverse("connections:map", args=[opened.person.id])
    return HttpResponseRedirect(f"{address}#item-{item_id}" if item_id else address, status=303)


def see_other(route: str, *args: Any) -> HttpResponse:
    """Go to another page of this room after something was kept."""
    return HttpResponseRedirect(reverse(f"connections:{route}", args=args), status=303)


def undo_url(opened: Opened) -> str:
    """Return where a press undoes the last action."""
    return reverse("connections:map_undo", args=[opened.person.id])


def pressed(request: HttpRequest, act: Callable[[int], object], said: Callable[[Any], str] | str) -> None:
    """Run an action of one press, as on all pages; who was slower is told how it stands now."""
    form_page.pressed(request, act, said, stale=stale_words)


def stale_words(thing: Any) -> str:
    """Return what is said when somebody else was quicker: how it stands now, and that nothing was written over."""
    said = _("Somebody changed this since you opened it, so nothing of yours was saved. Look at it again.")
    if not isinstance(thing, MapItem):
        return said
    now = {"name": name_of(thing.words), "where": ring_words(thing.ring)}
    return f"{said} {_('%(name)s is %(where)s now.') % now}"
