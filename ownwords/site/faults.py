"""Faults in words: what went wrong, and what to do, on a page that needs neither database nor session."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from ownwords.people import typed_text


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
    """500: our own fault."""
    return _plain("500.html", 500)


def form_not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's check does not fit. One of our own pages gets its typed text back."""
    if request.method == "POST" and typed_text.same_origin(request):
        return typed_text.kept(request, status=403)
    return render(request, "403_csrf.html", status=403)
