"""Faults in words: what went wrong, and what to do, on a page that needs neither database nor session."""

from __future__ import annotations

import sys

import structlog
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.shortcuts import render
from django.template import loader
from django.template.backends.utils import csrf_input_lazy
from psycopg.errors import ReadOnlySqlTransaction

from ownwords.people import typed_text

log = structlog.get_logger(__name__)
# Fields of a form that nobody types words into.
OUR_OWN = frozenset({"submission", "version", "next", "login"})


def _plain(template: str, status: int) -> HttpResponse:
    # Rendered without the request: the frame must not ask a database that may be the thing that is gone.
    return HttpResponse(loader.get_template(template).render({}), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood."""
    return _plain("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not allowed, where saying so tells nothing."""
    return _plain("403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: missing, or not for this viewer; the same bytes for both."""
    return _plain("404.html", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our own fault. A database that went away outside a view, in the session's own query, is no such fault."""
    fault = sys.exc_info()[1]
    return unavailable(request, fault) if is_away(fault) else _plain("500.html", 500)


def is_away(fault: BaseException | None) -> bool:
    """Whether the database is away, does not answer in time, has no room left or takes no writing just now."""
    read_only = isinstance(fault, InternalError) and isinstance(fault.__cause__, ReadOnlySqlTransaction)
    return read_only or isinstance(fault, OperationalError | InterfaceError)


def unavailable(request: HttpRequest, fault: BaseException | None) -> HttpResponse:
    """503: nothing was saved, and whatever was typed comes back, ready to be sent again."""
    log.error("database_unavailable", path=request.path, fault=type(fault).__name__)
    fields = _typed(request) if request.method == "POST" else []
    if any(value.strip() for name, value in fields if name not in OUR_OWN):
        # Rendered without the request, whose account would be asked of the database.
        context = {
            "action": request.get_full_path(),
            "fields": fields,
            "csrf_input": csrf_input_lazy(request),
        }
        content = loader.get_template("site/typed_text_unsaved.html").render(context)
        response = HttpResponse(content, status=503)
        response["Cache-Control"] = "no-store, private"
    else:
        response = _plain("503.html", 503)
    response["Retry-After"] = "10"
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    try:
        return typed_text.typed(request)
    except (SuspiciousOperation, UnreadablePostError):
        return []


def form_not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's check does not fit. One of our own pages gets its typed text back."""
    if request.method == "POST" and typed_text.same_origin(request):
        return typed_text.kept(request, status=403)
    return render(request, "403_csrf.html", status=403)
