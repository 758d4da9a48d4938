"""What every request passes: faults in words, and the end of sessions that nobody uses."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from ownwords.people.sessions import LAST_SEEN, is_over
from ownwords.site import faults

Respond = Callable[[HttpRequest], HttpResponse]
LAST_SEEN_GRAIN = 60


class FaultsInWords:
    """Turn a database that is away, slow, full or read-only into a page that says so and gives back what was typed.

    Faults in a view arrive here; those of other middleware, which the framework turns into answers by itself, are
    told apart in `site.faults.broken`.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.respond(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Catch the fault where it arises in a view, before it becomes a 500."""
        return faults.unavailable(request, fault) if faults.is_away(fault) else None


class IdleSessions:
    """End a session that nobody has used for as long as its role allows, and any session after twelve hours.

    The time of the last request is written at most once a minute, so that reading a page is not also a write of
    the session.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out a session that has been idle too long, then answer; no page of a session is stored anywhere."""
        signed_in = request.user.is_authenticated
        if signed_in:
            now = int(time.time())
            seen = request.session.get(LAST_SEEN, now)
            if is_over(request.session, now):
                logout(request)
            elif LAST_SEEN not in request.session or now - seen > LAST_SEEN_GRAIN:
                request.session[LAST_SEEN] = now
        response = self.respond(request)
        if signed_in and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response
