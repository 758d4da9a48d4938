"""What the pages of the door share: the frame of a page, where to go next, and actions of one press."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.roles import Permission


def page(request: HttpRequest, opened: Opened, name: str, status: int = 200, **context: Any) -> HttpResponse:
    """Draw a page of this room about one person."""
    base = {
        "opened": opened,
        "person": opened.person,
        "may_keep": opened.may(Permission.KEEP_CONTACT),
        "may_hold": opened.may(Permission.HOLD_DOOR),
        "may_erase": opened.may(Permission.WRITE_RECORD),
    }
    return render(request, f"peers/{name}.html", {**base, **context}, status=status)


def see_other(route: str, *args: Any) -> HttpResponse:
    """Go to another page after something was kept."""
    return HttpResponseRedirect(reverse(f"peers:{route}", args=args), status=303)


def everybody_beside(opened: Opened) -> str:
    """Return who sees what belongs to the door: it is one for all who work with the person."""
    if opened.is_own:
        return _("you, your team, and peer workers beside you")
    return _("%(person)s, the team, and peer workers beside them") % {"person": opened.person.called}
