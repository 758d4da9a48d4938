"""A form that arrives after the session has ended comes back with everything that was typed in it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

LEFT_OUT = frozenset(
    {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code", "credential"}
)
MOST_FIELDS = 200


def same_origin(request: HttpRequest) -> bool:
    """Whether the form came from a page of this service: another site's form is never handed back filled."""
    origin = request.headers.get("Origin", "")
    return origin == f"{request.scheme}://{request.get_host()}"


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return (name, value) of everything typed into a form of this service; nothing of another site's form."""
    if not same_origin(request):
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in LEFT_OUT
        for value in values
        if isinstance(value, str)
    ][:MOST_FIELDS]


def kept(request: HttpRequest, *, status: int = 401) -> HttpResponse:
    """Answer with a page that holds the typed text and offers to save it again after signing in.

    The text lives in that page only: it is written neither to the server nor to the browser's storage.
    """
    context: dict[str, Any] = {"action": request.get_full_path(), "fields": typed(request)}
    if not request.user.is_authenticated:
        context["sign_in_url"] = (
            f"{reverse('account_login')}?{urlencode({'next': reverse('signed_in_again')})}"
        )
    return render(request, "site/typed_text_kept.html", context, status=status)
