"""What the pages of ties and steps share: the frame of a page, where to go next, one press."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.connections.queries.sight import may_draw
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.fields import VersionField
from ownwords.people.refusals import Refused, StaleEdit
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


def pressed(request: HttpRequest, act: Callable[[int], object], said: str) -> None:
    """Run an action of one press with the version that was seen; say that it is done, or why nothing was."""
    try:
        act(VersionField().clean(request.POST.get("version")))
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
    except StaleEdit:
        notices.note(request, _("Somebody changed this since you opened it. Look at it again."))
    else:
        notices.done(request, said)
