"""Links for one rating: making and withdrawing them, and the open pages behind them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from ownwords.measures.actions import links as actions
from ownwords.measures.actions import reminders
from ownwords.measures.forms.links import LinkForm
from ownwords.measures.queries.lines import open_line, wording_now
from ownwords.measures.queries.links import Held, held, open_links
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import note_refusal
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import open_page, person_page

RATES = {"rating_link": "30/m/ip"}
MOST_SHOWN = 2_000


@person_page(Permission.WRITE_RECORD, part="line")
def line_links(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Show the open links of a line; a POST makes one, which is shown once, on this answer only."""
    line = open_line(opened, line_id)
    context: dict[str, Any] = {"opened": opened, "person": opened.person, "line": line, "link": ""}
    context["wording"] = wording_now(line)
    status = 200
    if request.method == "POST":
        try:
            made = actions.make_link(opened=opened, line_id=line_id)
            context |= {"link": request.build_absolute_uri(made.path), "until": made.link.expires_at}
        except Refused as no:
            context["errors"] = [{"text": text, "href": ""} for text in no.messages.values()]
            status = 422
    context["links"] = list(open_links(opened, line))
    return render(request, "measures/links/links.html", context, status=status)


@person_page(Permission.WRITE_RECORD, part="line")
def link_withdraw(request: HttpRequest, opened: Opened, link_id: UUID) -> HttpResponse:
    """Make a link stop working (POST)."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("measures:schedules", args=[opened.person.id]))
    link = actions.withdraw_link(opened=opened, link_id=link_id)
    notices.done(request, _("The link no longer works."))
    return HttpResponseRedirect(
        reverse("measures:line_links", args=[opened.person.id, link.line_id]), status=303
    )


# ---- open to whoever holds a link ----------------------------------------------------------------
#
# The referrer policy of all pages, same-origin, keeps the secret from other hosts. "no-referrer" would go further
# than is good: a browser then calls the origin of the form's POST "null", which the check against forgery refuses.


@open_page
def rate_by_link(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Let whoever holds the link rate its line, once. Looking at the page uses nothing up."""
    if limit := _limit(request, "rating_link"):
        return limit
    if request.method == "POST":
        return _fresh(_answer(request, secret))
    found = held(secret)
    return _fresh(_gone(request) if found is None else _form_page(request, found, LinkForm(held=found)))


def _answer(request: HttpRequest, secret: str) -> HttpResponse:
    """Keep an answer. When the link is gone, what was typed comes back, so that it can be given in another way."""
    found = held(secret)
    form = None if found is None else LinkForm(request.POST, held=found)
    if form is not None and found is not None and not form.is_valid():
        return _form_page(request, found, form, 422)
    try:
        if form is None:
            actions.repeat_of(secret=secret, submission=_uuid(request.POST.get("submission", "")))
        else:
            actions.rate_by_link(
                secret=secret,
                rated=form.rated(),
                wording_id=form.cleaned_data["wording"],
                submission=form.cleaned_data["submission"],
            )
    except actions.LinkGone:
        return _gone(request)
    except Refused as no:
        assert form is not None and found is not None  # noqa: S101, PT018  (only a form is refused)
        note_refusal(form, no)
        return _form_page(request, found, form, 422)
    return HttpResponseRedirect(reverse("rated_by_link"), status=303)


def _form_page(request: HttpRequest, found: Held, form: LinkForm, status: int = 200) -> HttpResponse:
    return render(request, "measures/links/rate.html", {"held": found, "form": form}, status=status)


def _gone(request: HttpRequest) -> HttpResponse:
    """Answer every link that does not work alike, without telling whose it is."""
    typed = {name: request.POST.get(name, "")[:MOST_SHOWN] for name in ("value", "note")}
    return render(request, "measures/links/gone.html", {"typed": typed}, status=404)


@open_page
def rated(request: HttpRequest) -> HttpResponse:
    """Say that an answer is kept."""
    return _fresh(render(request, "measures/links/kept.html"))


@open_page
def stop_reminders(request: HttpRequest, token: str) -> HttpResponseBase:
    """Ask once, then stop all reminders of somebody, without signing in."""
    if limit := _limit(request, "stop_reminders"):
        return limit
    if request.method != "POST":
        right = reminders.whose_token(token) is not None
        page = "stop" if right else "stop_gone"
        return _fresh(render(request, f"measures/links/{page}.html", status=200 if right else 404))
    if not reminders.stop_reminders(token=token):
        return _fresh(render(request, "measures/links/stop_gone.html", status=404))
    return _fresh(HttpResponseRedirect(reverse("reminders_stopped"), status=303))


@open_page
def reminders_stopped(request: HttpRequest) -> HttpResponse:
    """Say that there are no more reminders."""
    return _fresh(render(request, "measures/links/stopped.html"))


def _limit(request: HttpRequest, action: str) -> HttpResponse | None:
    config = {action: RATES["rating_link"]}
    found: HttpResponse | None = ratelimit.consume_or_429(
        request, app="ownwords.measures", action=action, config=config, limit_get=True
    )
    return found


def _fresh(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    return response


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
