"""Accounts of staff, for administrators. People's accounts and records are never shown here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.actions import accounts as actions
from ownwords.people.actions import places
from ownwords.people.forms.accounts import FindForm, PlaceForm, StaffForm
from ownwords.people.models import Account
from ownwords.people.queries import staff as queries
from ownwords.people.refusals import Refused
from ownwords.people.roles import ROLES, Permission, RoleName
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.pages import page_links, page_start, tell

manage = role_page(Permission.MANAGE_ACCOUNTS)


@manage
def accounts(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List the accounts of staff, 50 a page, with a way to find one."""
    form = FindForm(request.GET)
    find = form.cleaned_data["q"] if form.is_valid() else ""
    start = page_start(request, queries.PAGE)
    rows, total = queries.accounts_page(viewer, find=find, start=start)
    context = {
        "rows": [(row, held_by(row)) for row in rows],
        "total": total,
        "find": find,
        "pages": page_links(request, total, start, queries.PAGE),
    }
    return render(request, "people/accounts/accounts.html", context)


def held_by(account: Account) -> list[dict[str, Any]]:
    """Return the running roles of an account read by `queries`, each in words with its id."""
    in_teams = [
        {
            "id": place.pk,
            "text": f"{ROLES[RoleName(place.role)].title}, {place.team.name}",
            "since": place.starts_on,
        }
        for place in account.places  # type: ignore[attr-defined]
    ]
    offices = [
        {"id": office.pk, "text": str(ROLES[RoleName(office.role)].title), "since": office.starts_on}
        for office in account.offices  # type: ignore[attr-defined]
    ]
    return in_teams + offices


def _choices(viewer: Viewer) -> dict[str, Any]:
    return {
        "roles": queries.role_choices(),
        "teams": [(str(team.pk), team.name) for team in queries.teams(viewer)],
    }


@manage
def new_account(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Make an account for a member of staff; the link with which they come in is shown once."""
    form = StaffForm(request.POST or None, **_choices(viewer))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_account(viewer=viewer, **form.cleaned_data)
        except Refused as no:
            tell(form, no)
        else:
            return _show_link(request, made.account, made.link or "")
    return render(
        request, "people/accounts/new_account.html", {"form": form}, status=422 if form.errors else 200
    )


def _show_link(request: HttpRequest, account: Account, link: str) -> HttpResponse:
    context = {"account": account, "link": request.build_absolute_uri(link)}
    return render(request, "people/accounts/link.html", context, status=201)


@manage
def staff_account(request: HttpRequest, viewer: Viewer, account_id: UUID) -> HttpResponse:
    """Show one account of staff: its roles, whether it has a second step, and what can be done."""
    account = queries.staff_account(viewer, account_id)
    return _account_page(request, viewer, account, None, None)


def _account_page(
    request: HttpRequest, viewer: Viewer, account: Account, form: PlaceForm | None, no: Refused | None
) -> HttpResponse:
    context = {
        "account": account,
        "held": held_by(account),
        "is_own": account.pk == viewer.account_id,
        "form": form or PlaceForm(**_choices(viewer)),
        "errors": [{"text": text, "href": ""} for text in no.messages.values()] if no else [],
    }
    bad = no is not None or (form is not None and bool(form.errors))
    return render(request, "people/accounts/staff_account.html", context, status=422 if bad else 200)


def _back(request: HttpRequest, account_id: UUID, text: str) -> HttpResponse:
    notices.done(request, text)
    return HttpResponseRedirect(reverse("staff_account", kwargs={"account_id": account_id}))


def _refused(request: HttpRequest, viewer: Viewer, account_id: UUID, no: Refused) -> HttpResponse:
    return _account_page(request, viewer, queries.staff_account(viewer, account_id), None, no)


@manage
def new_link(request: HttpRequest, viewer: Viewer, account_id: UUID) -> HttpResponse:
    """Make a new link for somebody who has not come in yet, or has lost their password."""
    account = queries.staff_account(viewer, account_id)
    if request.method != "POST":
        return _confirm(request, account, "link")
    try:
        link = actions.invite_again(viewer=viewer, account_id=account_id)
    except Refused as no:
        return _refused(request, viewer, account_id, no)
    return _show_link(request, account, link)


@manage
def close(request: HttpRequest, viewer: Viewer, account_id: UUID) -> HttpResponse:
    """Close an account, after asking once."""
    account = queries.staff_account(viewer, account_id)
    if request.method != "POST":
        return _confirm(request, account, "close")
    try:
        actions.close_account(viewer=viewer, account_id=account_id)
    except Refused as no:
        return _refused(request, viewer, account_id, no)
    text = _("The account of %(name)s is closed. Every session of it has ended.") % {"name": account.name}
    return _back(request, account_id, text)


@manage
def reopen(request: HttpRequest, viewer: Viewer, account_id: UUID) -> HttpResponse:
    """Open a closed account again, after asking once."""
    account = queries.staff_account(viewer, account_id)
    if request.method != "POST":
        return _confirm(request, account, "reopen")
    actions.reopen_account(viewer=viewer, account_id=account_id)
    return _back(request, account_id, _("The account of %(name)s is open again.") % {"name": account.name})


@manage
def forget_factors(request: HttpRequest, viewer: Viewer, account_id: UUID) -> HttpResponse:
    """Take away a lost second step, after asking once."""
    account = queries.staff_account(viewer, account_id)
    if request.method != "POST":
        return _confirm(request, account, "factors")
    try:
        actions.forget_factors(viewer=viewer, account_id=account_id)
    except Refused as no:
        return _refused(request, viewer, account_id, no)
    text = _("%(name)s sets up a new second step at the next sign-in.") % {"name": account.name}
    return _back(request, account_id, text)


def _confirm(request: HttpRequest, account: Account, what: str) -> HttpResponse:
    return render(request, "people/accounts/confirm.html", {"account": account, "what": what})


@manage
def add_place(request: HttpRequest, viewer: Viewer, account_id: UUID) -> HttpResponse:
    """Give somebody one more role."""
    account = queries.staff_account(viewer, account_id)
    form = PlaceForm(request.POST or None, **_choices(viewer))
    if request.method == "POST" and form.is_valid():
        try:
            places.start_place(viewer=viewer, account_id=account_id, **form.cleaned_data)
        except Refused as no:
            tell(form, no)
        else:
            return _back(
                request, account_id, _("%(name)s has a new role from today.") % {"name": account.name}
            )
    return _account_page(request, viewer, account, form, None)


@manage
def end_place(request: HttpRequest, viewer: Viewer, account_id: UUID, place_id: UUID) -> HttpResponse:
    """End a role, after asking once."""
    account = queries.staff_account(viewer, account_id)
    if request.method != "POST":
        held = next((held for held in held_by(account) if held["id"] == place_id), None)
        context = {"account": account, "what": "end" if held else "ended", "held": held}
        return render(request, "people/accounts/confirm.html", context)
    try:
        places.end_place(viewer=viewer, account_id=account_id, place_id=place_id)
    except Refused as no:
        return _refused(request, viewer, account_id, no)
    text = _("The role has ended. %(name)s lost what it opened at once.") % {"name": account.name}
    return _back(request, account_id, text)
