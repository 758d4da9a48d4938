"""Staff need a second factor: without one, the only page they reach is the one that sets it up."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from ownwords.people.roles import STAFF_ROLES
from ownwords.people.viewer import Viewer

SESSION_KEY = "second_factor"


def redirect_if_missing(request: HttpRequest, viewer: Viewer) -> HttpResponse | None:
    """Return a redirect to the set-up page for staff whose session was not opened with a second factor."""
    if viewer.role not in STAFF_ROLES or request.session.get(SESSION_KEY):
        return None
    return HttpResponseRedirect(resolve_url("second_factor"))
