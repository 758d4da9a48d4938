"""How a page is made: every route names its permission and how it reaches data, or the service does not start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.cache import add_never_cache_headers

from ownwords.people import second_factor, typed_text
from ownwords.people.access import NotFound, keep_look, open_person
from ownwords.people.parts import PARTS
from ownwords.people.roles import Permission
from ownwords.people.viewer import viewing

View = Callable[..., HttpResponseBase]


class Reach(StrEnum):
    """What a route needs before its view is called, and so what the view is given."""

    OPEN = "anybody; the view is given nothing"
    SIGNED_IN = "any account in any role; the view is given the viewer"
    ROLE = "a role with the permission; the view is given the viewer"
    PERSON = "a role with the permission, and the person in the address is opened; the view is given both"
    THING = (
        "a role with the permission, and what the address names is opened by its room; the view is given that"
    )


@dataclass(frozen=True, slots=True)
class Route:
    """What a route declares about itself; read by the start-up check and by the access matrix test."""

    reach: Reach
    permission: Permission | None = None
    part: str = ""
    before_second_factor: bool = False
    opens: Callable[[Any, dict[str, Any]], Any] | None = None


def open_page(view: View) -> View:
    """Declare a page that anybody may see, signed in or not."""
    view.route = Route(Reach.OPEN)  # type: ignore[attr-defined]
    return view


def signed_in_page(view: View) -> View:
    """Declare a page for any signed-in account, whatever its role: `view(request, viewer, ...)`."""
    return _page(view, Route(Reach.SIGNED_IN))


def first_step_page(view: View) -> View:
    """Declare a page for any signed-in account, staff without a second factor included: `view(request, viewer, ...)`.

    Only for pages about signing in itself.
    """
    return _page(view, Route(Reach.SIGNED_IN, before_second_factor=True))


def role_page(permission: Permission) -> Callable[[View], View]:
    """Declare a page for roles with a permission: `view(request, viewer, ...)`."""
    return lambda view: _page(view, Route(Reach.ROLE, permission))


def person_page(permission: Permission, *, part: str) -> Callable[[View], View]:
    """Declare a page about the person `person_id` of the address: `view(request, opened, ...)`.

    The person is opened, and the look kept, before the view runs.
    """
    if part not in PARTS:
        raise ValueError(f"“{part}” is not in ownwords.people.parts.PARTS")
    return lambda view: _page(view, Route(Reach.PERSON, permission, part))


def thing_page(permission: Permission, opens: Callable[[Any, dict[str, Any]], Any]) -> Callable[[View], View]:
    """Declare a page about something that is nobody's record, such as a study: `view(request, opened, ...)`.

    Args:
        opens: takes the viewer and the values of the address, takes out of these what it uses, and returns what was
            opened; raises NotFound alike for what is missing and for what is not this viewer's.
    """
    return lambda view: _page(view, Route(Reach.THING, permission, opens=opens))


def _page(view: View, route: Route) -> View:
    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _ask_to_sign_in(request)
        with viewing(request) as viewer:
            if viewer is None:
                raise NotFound
            missing = None
            if not route.before_second_factor:
                missing = second_factor.redirect_if_missing(request, viewer)
            response = missing or _answer(view, route, request, viewer, kwargs)
        add_never_cache_headers(response)
        return response

    wrapped.route = route  # type: ignore[attr-defined]
    return wrapped


def _answer(
    view: View, route: Route, request: HttpRequest, viewer: Any, kwargs: dict[str, Any]
) -> HttpResponseBase:
    if route.permission is not None and not viewer.may(route.permission):
        raise NotFound
    if route.opens is not None:
        return view(request, route.opens(viewer, kwargs), **kwargs)
    if route.reach is not Reach.PERSON:
        return view(request, viewer, **kwargs)
    asks = request.method in ("GET", "HEAD")
    opened = open_person(viewer, kwargs.pop("person_id"), part=route.part if asks else "")
    response = view(request, opened, **kwargs)
    # What a POST does is kept as an act by its action. Where it, or any other method, is answered with a page instead
    # of the way to one, that page was read.
    if not asks and _shows_something(response):
        keep_look(opened, part=route.part)
    return response


def _shows_something(response: HttpResponseBase) -> bool:
    """Whether an answer holds more than the way to another page."""
    if 300 <= response.status_code < 400:
        return False
    return response.streaming or bool(getattr(response, "content", b""))


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return typed_text.kept(request)
    return HttpResponseRedirect(
        f"{resolve_url('account_login')}?{urlencode({'next': request.get_full_path()})}"
    )
