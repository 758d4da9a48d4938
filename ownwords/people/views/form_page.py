"""What a page with a form does in every room: show it, keep it or explain why not, say so, go on; and one press."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.forms.fields import VersionField
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.refusals import Refused, StaleEdit

Done = TypeVar("Done")


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form is bound to: what was sent, or None where the page is only asked for."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest,
    form: Any,
    *,
    page: Callable[[Any, int], HttpResponse],
    act: Callable[[], Done],
    said: str | Callable[[Done], str],
    onwards: Callable[[Done], HttpResponse],
    again: bool = False,
) -> HttpResponse:
    """Show a form; once it is sent, keep it, say that it is done and go on. Refused, it comes back filled.

    Args:
        page: draws the form, `page(form, status)`.
        act: keeps it; see `save_or_explain` for what it may raise, and for `again`.
        said: what is said then, or how it is said of what was kept.
        onwards: where one goes on from what was kept.
    """
    if request.method != "POST":
        return page(form, 200)
    kept = save_or_explain(request, form, act, page=page, again=again)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, said if isinstance(said, str) else said(kept))
    return onwards(kept)


def pressed(
    request: HttpRequest,
    act: Callable[[int], Done],
    said: str | Callable[[Done], str],
    *,
    stale: Callable[[Any], str] | None = None,
) -> None:
    """Run an action of one press with the version that was seen; say that it is done, or why nothing was.

    Args:
        stale: what is said of what stands there now, when somebody else was quicker.
    """
    try:
        done = act(VersionField().clean(request.POST.get("version")))
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
    except StaleEdit as edit:
        first = _("Somebody changed this since you opened it. Look at it again.")
        notices.note(request, stale(edit.current) if stale else first)
    else:
        notices.done(request, said if isinstance(said, str) else said(done))
