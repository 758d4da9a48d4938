"""Signing in and out, the own account, and the way in by invitation."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.logout import logout as end_this_session
from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from ownwords.people import notices, signin
from ownwords.people.access import NotFound
from ownwords.people.actions import accounts as actions
from ownwords.people.actions import invitations
from ownwords.people.forms.accounts import AcceptForm
from ownwords.people.models import Invitation
from ownwords.people.queries import accounts as queries
from ownwords.people.queries.invitations import with_secret
from ownwords.people.queries.sessions import open_sessions
from ownwords.people.refusals import Refused
from ownwords.people.roles import ROLES, STAFF_ROLES
from ownwords.people.routes import first_step_page, open_page, signed_in_page
from ownwords.people.second_factor import SESSION_KEY, has_factor
from ownwords.people.viewer import Viewer

CLEAR = '"cache", "cookies", "storage"'
LOOPBACK = frozenset({"127.0.0.1", "::1"})
RELAYED = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
INVITATION_RATES = {"invitation": "20/m/ip"}


@open_page
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ask whether to sign out, or do it: nothing of it stays in the browser."""
    if request.method != "POST":
        return render(request, "people/accounts/sign_out.html")
    end_this_session(request)
    return _signed_out()


def _signed_out() -> HttpResponse:
    response = HttpResponseRedirect(reverse("signed_out"))
    response["Clear-Site-Data"] = CLEAR
    add_never_cache_headers(response)
    return response


@open_page
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say that somebody is signed out, and how to come back."""
    if request.user.is_authenticated:
        return HttpResponseRedirect("/")
    return render(request, "people/accounts/signed_out.html")


@first_step_page
def stay(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Keep an idle session: the request itself is what renews it. Without a script, lead back to the first page."""
    if request.method == "POST" and request.headers.get("Sec-Fetch-Mode") != "navigate":
        return HttpResponse(status=204)
    return HttpResponseRedirect("/")


@signed_in_page
def signed_in_again(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say, in the tab opened for signing in again, to go back to the tab with the typed words."""
    return render(request, "people/accounts/signed_in_again.html")


@first_step_page
def second_factor(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Explain the second step, and lead to setting it up or to taking it."""
    if request.session.get(SESSION_KEY):
        return HttpResponseRedirect(reverse("mfa_index"))
    context = {"has_factor": has_factor(viewer.account_id), "needed": viewer.role in STAFF_ROLES}
    return render(request, "people/accounts/second_factor.html", context)


@signed_in_page
def account(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show somebody their own account."""
    own = queries.own_account(viewer)
    context = {
        "account": own,
        "has_password": own.has_usable_password(),
        "factors": queries.factors(own.id),
        "sessions": open_sessions(own.id, request.session.session_key),
        "roles": [(ROLES[holding.role], holding.team_name) for holding in queries.own_roles(viewer)],
        "idle": {"staff": settings.ENV.idle_staff, "person": settings.ENV.idle_person},
    }
    return render(request, "people/accounts/account.html", context)


@signed_in_page
def sign_out_everywhere(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """End every session of the own account, on every device."""
    if request.method != "POST":
        return render(request, "people/accounts/sign_out_everywhere.html")
    actions.sign_out_everywhere(viewer=viewer)
    request.session.flush()
    return _signed_out()


@signed_in_page
def sessions(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show where the own account is signed in; end one of these sessions, or all others."""
    this = request.session.session_key
    if request.method == "POST":
        chosen = request.POST.get("session", "")
        only = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 18 else None
        if only is not None or chosen == "others":
            actions.end_other_sessions(viewer=viewer, this_key=this, only=only)
            notices.done(
                request, _("That device is signed out.") if only else _("Other devices are signed out.")
            )
        return HttpResponseRedirect(reverse("sessions"))
    found = open_sessions(viewer.account_id, this)
    return render(request, "people/accounts/sessions.html", {"sessions": found})


@open_page
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Let somebody in who has a link. A link that is wrong, used or too old gets the same page."""
    limit = ratelimit.consume_or_429(
        request, app="ownwords.people", action="invitation", config=INVITATION_RATES, limit_get=True
    )
    if limit:
        return limit
    found = with_secret(secret).first()
    if found is None:
        return _no_invitation(request)
    try:
        return _answer_invitation(request, found, secret)
    except NotFound:
        return _no_invitation(request)


def _no_invitation(request: HttpRequest) -> HttpResponse:
    response = render(request, "people/accounts/invitation_gone.html", status=404)
    add_never_cache_headers(response)
    return response


def _answer_invitation(request: HttpRequest, found: Invitation, secret: str) -> HttpResponse:
    taken = "" if found.account is None or found.account.last_login is None else found.account.signin_name
    form = AcceptForm(request.POST if request.method == "POST" else None, initial={"signin_name": taken})
    joins = _may_join(request, found)
    if request.method == "POST":
        entered = _enter_with_account if joins and "join" in request.POST else _enter
        response = entered(request, form, secret)
        if response is not None:
            return response
    context = {"form": form, "invitation": found, "joins": joins, "again": bool(taken)}
    page = render(request, "people/accounts/invitation.html", context, status=422 if form.errors else 200)
    add_never_cache_headers(page)
    return page


def _may_join(request: HttpRequest, found: Invitation) -> bool:
    """Whether the account that is signed in may take the invitation: not one made for a certain account."""
    return request.user.is_authenticated and found.account_id is None


def _enter_with_account(request: HttpRequest, form: AcceptForm, secret: str) -> HttpResponse | None:
    account = queries.account_of(request)
    try:
        invitations.accept_with_account(secret=secret, account=account)
    except Refused as no:
        _tell(form, no)
        return None
    notices.done(request, _("You accepted the invitation. Choose the role you want to act in."))
    return HttpResponseRedirect(reverse("roles"))


def _enter(request: HttpRequest, form: AcceptForm, secret: str) -> HttpResponse | None:
    if not form.is_valid():
        return None
    by_passkey = request.POST.get("way") == "passkey"
    try:
        entered = invitations.accept_invitation(
            secret=secret,
            signin_name=form.cleaned_data["signin_name"],
            password=None if by_passkey else form.cleaned_data["password"],
        )
    except Refused as no:
        _tell(form, no)
        return None
    if has_factor(entered.id):
        notices.done(request, _("Your new password is set. Sign in with it and your second step."))
        return HttpResponseRedirect(reverse("account_login"))
    signin.open_session(request, entered)
    record_authentication(request, entered, method="invitation", reauthenticated=True)
    if by_passkey:
        return HttpResponseRedirect(reverse("mfa_add_webauthn"))
    notices.done(request, _("Welcome. Your account is ready."))
    return HttpResponseRedirect("/")


def _tell(form: AcceptForm, no: Refused) -> None:
    for name, text in no.messages.items():
        form.add_error(name if name in form.fields else None, text)


def _only_here(request: HttpRequest) -> None:
    """Raise NotFound unless this is the demonstration, asked from this very machine and not through a relay on it."""
    relayed = any(name in request.headers for name in RELAYED)
    if not settings.ENV.is_demo or relayed or request.META.get("REMOTE_ADDR") not in LOOPBACK:
        raise NotFound


@open_page
def demonstration(request: HttpRequest) -> HttpResponse:
    """Sign a visitor of the demonstration in as one of its made-up people, with one press."""
    _only_here(request)
    if request.method == "POST":
        chosen = queries.demonstration_account(request.POST.get("who", ""))
        signin.open_session(request, chosen, second_step=True)
        return HttpResponseRedirect("/")
    return render(request, "people/accounts/demonstration.html", {"roles": _demonstration_roles()})


def _demonstration_roles() -> list[dict[str, Any]]:
    return [
        {"account": account, "roles": [ROLES[role] for role in queries.roles_of(account.id)]}
        for account in queries.demonstration_accounts()
    ]
