"""Pages that every kind of kept thing has: who sees it from now on, and taking it out of view with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.reason import ReasonForm
from ownwords.people.forms.sight import SightForm
from ownwords.people.models import ThingShare
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.people.queries.seen import Shares, is_own_or_writer, shares_of
from ownwords.people.sight import Sight
from ownwords.people.views.form_page import form_page, sent
from ownwords.people.wording import who_can_see

Onwards = Callable[[Any], HttpResponse]


class DrawSight(Protocol):
    """Draws the page with the form, who stands around the person, and who can see the thing today."""

    def __call__(self, form: Any, status: int, *, circle: Circle, visible: str) -> HttpResponse:
        """Return the page."""


def sight_page(
    request: HttpRequest,
    opened: Opened,
    thing: Any,
    *,
    share: Callable[..., Any],
    draw: DrawSight,
    onwards: Onwards,
    said: str = "",
    shares: Shares = ThingShare,
) -> HttpResponse:
    """Ask who can see a thing from now on; only the person decides.

    Args:
        share: `share(opened=, thing_id=, version=, sight=)`, as `KeptKind.share`.
        said: what is said once it is kept; who can see it now, when left out.
        shares: the table that says who is named for what.
    """
    circle, named = circle_of(opened), _named(shares, thing)
    first = {
        "visibility": thing.visibility,
        "named": [str(who) for who in named],
        "version": thing.version,
    }
    form = SightForm(sent(request), opened=opened, circle=circle, initial=first)

    def page(form: Any, status: int) -> HttpResponse:
        return draw(form, status, circle=circle, visible=who_can_see(opened, thing.visibility, circle, named))

    def act() -> Any:
        sight = form.to_sight() or Sight(thing.visibility)
        return share(opened=opened, thing_id=thing.id, version=form.cleaned_data["version"], sight=sight)

    def told(kept: Any) -> str:
        names = who_can_see(opened, kept.visibility, circle, _named(shares, kept))
        return _("Who can see it from now on: %(names)s.") % {"names": names}

    return form_page(request, form, page=page, act=act, said=said or told, onwards=onwards, again=True)


def _named(shares: Shares, thing: Any) -> list[UUID]:
    return shares_of([thing.id], shares=shares).get(thing.id, [])


def removal_page(
    request: HttpRequest,
    opened: Opened,
    thing: Any,
    *,
    remove: Callable[..., Any],
    draw: Callable[[Any, int], HttpResponse],
    onwards: Onwards,
    said: str = "",
) -> HttpResponse:
    """Ask why a thing should be out of view, and take it out. Only for the person, and for who wrote it.

    Args:
        remove: `remove(opened=, thing_id=, version=, reason=)`, as `KeptKind.remove`.
        said: what is said once it is done; that it can be put back, when left out.
    """
    if not is_own_or_writer(opened, thing):
        raise NotFound
    form = ReasonForm(sent(request), version=thing.version)

    def act() -> Any:
        typed = form.cleaned_data
        return remove(opened=opened, thing_id=thing.id, version=typed["version"], reason=typed["reason"])

    said = said or _("This is out of view now. You can put it back at any time.")
    return form_page(request, form, page=draw, act=act, said=said, onwards=onwards, again=True)
