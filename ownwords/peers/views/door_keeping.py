"""Who can see contacts and introductions, taking them out of view with a reason, and putting them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.peers.actions.attempts import ATTEMPTS
from ownwords.peers.actions.introductions import INTRODUCTIONS
from ownwords.peers.presenters.attempts import contact_card, introduction_card
from ownwords.peers.queries.attempts import removed_attempts
from ownwords.peers.queries.introductions import removed_introductions
from ownwords.peers.queries.sight import one_of_them
from ownwords.peers.views.door_parts import page, see_other
from ownwords.people.access import Opened
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.people.queries.people import names_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import pressed
from ownwords.people.views.kept_pages import removal_page, sight_page


@dataclass(frozen=True, slots=True)
class Between:
    """One kind: what is done with it, the route of its list, and its card."""

    kind: KeptKind[Any]
    back: str
    card: Callable[..., Any]

    def words(self, opened: Opened, thing: Any, circle: Circle) -> str:
        """Return the words that a page is about."""
        return str(self.card(opened, thing, circle, ()).title)


CONTACT = Between(ATTEMPTS, "contacts", contact_card)
INTRODUCTION = Between(INTRODUCTIONS, "introductions", introduction_card)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def contact_sight(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """Change who can see a contact, from now on."""
    return _sight(request, opened, CONTACT, attempt_id)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def introduction_sight(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """Change who can see an introduction, from now on."""
    return _sight(request, opened, INTRODUCTION, introduction_id)


def _sight(request: HttpRequest, opened: Opened, what: Between, thing_id: UUID) -> HttpResponse:
    thing = one_of_them(what.kind.rows(opened), thing_id)

    def draw(form: Any, status: int, *, circle: Circle, visible: str) -> HttpResponse:
        words = what.words(opened, thing, circle)
        return page(
            request, opened, "attempts/sight", status, form=form, words=words, visible=visible, back=what.back
        )

    def onwards(_kept: Any) -> HttpResponse:
        return see_other(what.back, opened.person.id)

    said = _("Saved. It holds from now on.")
    return sight_page(request, opened, thing, share=what.kind.share, draw=draw, onwards=onwards, said=said)


@person_page(Permission.HOLD_DOOR, part="contacts")
def contact_remove(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """Take a contact out of view."""
    return _remove(request, opened, CONTACT, attempt_id)


@person_page(Permission.HOLD_DOOR, part="introductions")
def introduction_remove(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """Take an introduction out of view."""
    return _remove(request, opened, INTRODUCTION, introduction_id)


def _remove(request: HttpRequest, opened: Opened, what: Between, thing_id: UUID) -> HttpResponse:
    thing = one_of_them(what.kind.rows(opened), thing_id)

    def draw(form: Any, status: int) -> HttpResponse:
        words = what.words(opened, thing, circle_of(opened))
        return page(request, opened, "attempts/remove", status, form=form, words=words, back=what.back)

    def onwards(_kept: Any) -> HttpResponse:
        return see_other("out_of_view", opened.person.id)

    return removal_page(request, opened, thing, remove=what.kind.remove, draw=draw, onwards=onwards)


@person_page(Permission.HOLD_DOOR, part="contacts")
def out_of_view(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Contacts and introductions that were taken out of view: by whom, when and why."""
    circle = circle_of(opened)
    rows: list[tuple[str, str, str, Any]] = [
        ("contact_restore", "attempt", CONTACT.words(opened, one, circle), one)
        for one in removed_attempts(opened)
    ]
    rows += [
        ("introduction_restore", "introduction", INTRODUCTION.words(opened, row, circle), row)
        for row in removed_introductions(opened)
    ]
    names = names_of(one.removed_by_id for _route, _kind, _words, one in rows)
    return page(request, opened, "attempts/removed", rows=rows, names=names)


@person_page(Permission.HOLD_DOOR, part="contacts")
def contact_restore(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """Put a contact back (POST)."""
    return _restore(request, opened, CONTACT, attempt_id)


@person_page(Permission.HOLD_DOOR, part="introductions")
def introduction_restore(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """Put an introduction back (POST)."""
    return _restore(request, opened, INTRODUCTION, introduction_id)


def _restore(request: HttpRequest, opened: Opened, what: Between, thing_id: UUID) -> HttpResponse:
    if request.method == "POST":

        def act(version: int) -> Any:
            return what.kind.restore(opened=opened, thing_id=thing_id, version=version)

        pressed(request, act, _("It is back."))
    return see_other("out_of_view", opened.person.id)
