"""What the frame of every page needs, gathered once: who you are, in which role, and where you can go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people.notices import Notice, notices
from ownwords.people.roles import ROLES, Permission, RoleName
from ownwords.people.sessions import idle_seconds
from ownwords.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Item:
    """One place in the navigation."""

    text: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The frame's values; `site/layout.html` says what each is for."""

    home_url: str = "/"
    organisation: str | None = None
    who: str | None = None
    role: str | None = None
    switch_role_url: str | None = None
    account_url: str | None = None
    sign_in_url: str | None = None
    sign_out_url: str | None = None
    navigation: tuple[Item, ...] = ()
    notices: tuple[Notice, ...] = ()
    team_phone: str | None = None
    team_name: str | None = None
    crisis_url: str | None = None
    session_seconds: int | None = None
    stay_url: str | None = None
    demonstration: bool = False
    crisis_text: str | None = None
    logo_url: str | None = None
    can_reset_password: bool = False


NEARBY = "directory:search"
# Where each role can go from every page: (words, name of the route, permission).
PLACES: tuple[tuple[Any, str, Permission], ...] = (
    (lambda: _("Home"), "home", Permission.OWN_HOME),
    (lambda: _("Today"), "today", Permission.SEE_TODAY),
    (lambda: _("People"), "caseload", Permission.SEE_CASELOAD),
    (lambda: _("Team"), "team", Permission.SEE_TEAM),
    (lambda: _("Walking beside"), "walking_beside", Permission.OWN_SPACE),
    (lambda: _("Nearby"), NEARBY, Permission.USE_DIRECTORY),
    (lambda: _("Community"), "connecting", Permission.KEEP_COMMUNITY),
    (lambda: _("Shared with me"), "shared", Permission.SEE_SHARED),
    (lambda: _("My own space"), "own_space", Permission.OWN_SPACE),
    (lambda: _("Supervision"), "supervision", Permission.OWN_SPACE),
    (lambda: _("Studies"), "studies", Permission.SEE_STUDIES),
    (lambda: _("Accounts"), "accounts", Permission.MANAGE_ACCOUNTS),
    (lambda: _("Teams"), "teams", Permission.MANAGE_TEAMS),
    (lambda: _("Measures"), "measure_switches", Permission.MANAGE_MEASURES),
    (lambda: _("Directory"), "directory:manage", Permission.MANAGE_DIRECTORY),
    (lambda: _("Peer support"), "recording_rule", Permission.MANAGE_PEERS),
    (lambda: _("Health"), "health", Permission.SEE_HEALTH),
)
# What a person finds in their own record, from every page.
OWN_PLACES: tuple[tuple[Any, str], ...] = (
    (lambda: _("My record"), "record:record"),
    (lambda: _("My plan"), "record:plan"),
    (lambda: _("What I follow"), "measures:lines"),
    (lambda: _("My map"), "connections:map"),
    (lambda: _("Nearby"), NEARBY),
    (lambda: _("Peer support"), "peers:peer"),
    (lambda: _("Who has looked"), "looks"),
)


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the `page` of every template."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    return {"page": _outside(request) if viewer is None else _inside(request, viewer)}


def _always() -> dict[str, Any]:
    """What every page shows, signed in or not."""
    return {
        "demonstration": settings.ENV.is_demo,
        "crisis_text": settings.ENV.crisis_text or None,
        "logo_url": reverse("logo") if settings.ENV.logo else None,
    }


def _outside(request: HttpRequest) -> Page:
    account = getattr(request, "user", None)
    if account is None or not account.is_authenticated:
        return Page(
            sign_in_url=reverse("account_login"),
            can_reset_password=settings.ENV.mail is not None,
            notices=notices(request) if hasattr(request, "_messages") else (),
            **_always(),
        )
    return Page(
        who=account.name,
        sign_out_url=reverse("account_logout"),
        account_url=reverse("account"),
        notices=notices(request),
        **_always(),
    )


def _inside(request: HttpRequest, viewer: Viewer) -> Page:
    title = str(ROLES[viewer.role].title)
    staff_team = viewer.team_name if viewer.role is not RoleName.PERSON else ""
    return Page(
        who=viewer.name,
        role=f"{title}, {staff_team}" if staff_team else title,
        switch_role_url=reverse("roles") if len(viewer.held) > 1 else None,
        account_url=reverse("account"),
        sign_out_url=reverse("account_logout"),
        navigation=tuple(_navigation(request, viewer)),
        notices=notices(request),
        team_phone=viewer.team_phone or settings.ENV.crisis_number or None,
        team_name=viewer.team_name or None,
        crisis_url=_own(viewer, "record:plan") + "#crisis" if viewer.role is RoleName.PERSON else None,
        session_seconds=idle_seconds(viewer.role),
        stay_url=reverse("stay"),
        **_always(),
    )


def _own(viewer: Viewer, route: str) -> str:
    return reverse(route, kwargs={"person_id": viewer.person_id})


def _navigation(request: HttpRequest, viewer: Viewer) -> Iterator[Item]:
    for words, route, permission in PLACES:
        if viewer.may(permission) and not (route == NEARBY and viewer.role is RoleName.PERSON):
            yield _item(request, words(), reverse(route))
    if viewer.role is RoleName.PERSON:
        for words, route in OWN_PLACES:
            # The directory is everybody's; what else stands here lies below the person.
            yield _item(request, words(), reverse(route) if route == NEARBY else _own(viewer, route))


def _item(request: HttpRequest, words: str, url: str) -> Item:
    return Item(words, url, request.path == url)
