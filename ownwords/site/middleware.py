"""What every request passes: faults in words, and the end of sessions that nobody uses."""

from __future__ import annotations

import time
from collections.abc import Callable

import structlog
from django.contrib.auth import logout
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

from ownwords.people.sessions import LAST_SEEN, is_over

Respond = Callable[[HttpRequest], HttpResponse]
LAST_SEEN_GRAIN = 60
log = structlog.get_logger(__name__)


def unavailable() -> HttpResponse:
    """503: the database is away or refuses to write; nothing was saved."""
    response = HttpResponse(loader.get_template("503.html").render({}), status=503)
    response["Retry-After"] = "10"
    return response


class FaultsInWords:
    """Turn a database that is away, slow or read-only into a page that says so."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, also when the session's own query fails."""
        try:
            return self.respond(request)
        except (OperationalError, InterfaceError) as fault:
            return self._say(request, fault)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Catch the fault where it arises in a view, before it becomes a 500."""
        if isinstance(fault, OperationalError | InterfaceError):
            return self._say(request, fault)
        return None

    def _say(self, request: HttpRequest, fault: DatabaseError | InterfaceError) -> HttpResponse:
        log.error("database_unavailable", path=request.path, fault=type(fault).__name__)
        return unavailable()


class IdleSessions:
    """End a session that nobody has used for as long as its role allows, and any session after twelve hours.

    The time of the last request is written at most once a minute, so that reading a page is not also a write of
    the session.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out a session that has been idle too long, then answer."""
        if request.user.is_authenticated:
            now = int(time.time())
            seen = request.session.get(LAST_SEEN, now)
            if is_over(request.session, now):
                logout(request)
            elif LAST_SEEN not in request.session or now - seen > LAST_SEEN_GRAIN:
                request.session[LAST_SEEN] = now
        return self.respond(request)
