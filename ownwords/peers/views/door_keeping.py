"""Who can see contacts and introductions, taking them out of view with a reason, and putting them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.peers.actions import attempts as attempt_actions
from ownwords.peers.actions import introductions as introduction_actions
from ownwords.peers.forms.door_keeping import ReasonForm
from ownwords.peers.presenters.attempts import contact_card, introduction_card
from ownwords.peers.queries.attempts import open_attempt, removed_attempts
from ownwords.peers.queries.introductions import open_introduction, removed_introductions
from ownwords.peers.queries.sight import shares_of
from ownwords.peers.views.door_parts import page, pressed, see_other
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.forms.sight import SightForm
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.people.queries.people import names_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.sight import Sight
from ownwords.people.wording import who_can_see

Words = Callable[[Circle], str]


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def contact_sight(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """Change who can see a contact, from now on."""
    one = open_attempt(opened, attempt_id)

    def act(version: int, sight: Sight) -> Any:
        return attempt_actions.share_attempt(
            opened=opened, attempt_id=attempt_id, version=version, sight=sight
        )

    return _sight(
        request, opened, one, lambda circle: contact_card(opened, one, circle, ()).title, act, "contacts"
    )


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def introduction_sight(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """Change who can see an introduction, from now on."""
    row = open_introduction(opened, introduction_id)

    def act(version: int, sight: Sight) -> Any:
        return introduction_actions.share_introduction(
            opened=opened, introduction_id=introduction_id, version=version, sight=sight
        )

    return _sight(
        request,
        opened,
        row,
        lambda circle: introduction_card(opened, row, circle, ()).title,
        act,
        "introductions",
    )


def _sight(
    request: HttpRequest,
    opened: Opened,
    thing: Any,
    words: Words,
    act: Callable[[int, Sight], Any],
    back: str,
) -> HttpResponse:
    circle = circle_of(opened)
    named = shares_of([thing.id]).get(thing.id, [])
    first = {
        "visibility": thing.visibility,
        "named": [str(who) for who in named],
        "version": thing.version,
    }
    form = SightForm(
        request.POST if request.method == "POST" else None, opened=opened, circle=circle, initial=first
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        visible = who_can_see(opened, thing.visibility, circle, named)
        return page(
            request,
            opened,
            "attempts/sight",
            status,
            form=form,
            words=words(circle),
            visible=visible,
            back=back,
        )

    if request.method != "POST":
        return shown(form)

    def save() -> Any:
        return act(form.cleaned_data["version"], form.to_sight() or Sight(thing.visibility))

    kept = save_or_explain(request, form, save, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Saved. It holds from now on."))
    return see_other(back, opened.person.id)


@person_page(Permission.HOLD_DOOR, part="contacts")
def contact_remove(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """Take a contact out of view."""
    one = open_attempt(opened, attempt_id)

    def act(version: int, reason: str) -> Any:
        return attempt_actions.remove_attempt(
            opened=opened, attempt_id=attempt_id, version=version, reason=reason
        )

    return _remove(
        request, opened, one, contact_card(opened, one, circle_of(opened), ()).title, act, "contacts"
    )


@person_page(Permission.HOLD_DOOR, part="introductions")
def introduction_remove(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """Take an introduction out of view."""
    row = open_introduction(opened, introduction_id)

    def act(version: int, reason: str) -> Any:
        return introduction_actions.remove_introduction(
            opened=opened, introduction_id=introduction_id, version=version, reason=reason
        )

    words = introduction_card(opened, row, circle_of(opened), ()).title
    return _remove(request, opened, row, words, act, "introductions")


def _remove(
    request: HttpRequest,
    opened: Opened,
    thing: Any,
    words: str,
    act: Callable[[int, str], Any],
    back: str,
) -> HttpResponse:
    if not (opened.is_own or thing.written_by_id == opened.viewer.account_id):
        raise NotFound
    form = ReasonForm(request.POST if request.method == "POST" else None, version=thing.version)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "attempts/remove", status, form=form, words=words, back=back)

    if request.method != "POST":
        return shown(form)

    def save() -> Any:
        return act(form.cleaned_data["version"], form.cleaned_data["reason"])

    kept = save_or_explain(request, form, save, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("This is out of view now. You can put it back at any time."))
    return see_other("out_of_view", opened.person.id)


@person_page(Permission.HOLD_DOOR, part="contacts")
def out_of_view(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Contacts and introductions that were taken out of view: by whom, when and why."""
    circle = circle_of(opened)
    rows: list[tuple[str, str, str, Any]] = [
        ("contact_restore", "attempt", contact_card(opened, one, circle, ()).title, one)
        for one in removed_attempts(opened)
    ]
    rows += [
        ("introduction_restore", "introduction", introduction_card(opened, row, circle, ()).title, row)
        for row in removed_introductions(opened)
    ]
    names = names_of(one.removed_by_id for _route, _kind, _words, one in rows)
    return page(request, opened, "attempts/removed", rows=rows, names=names)


@person_page(Permission.HOLD_DOOR, part="contacts")
def contact_restore(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """Put a contact back (POST)."""

    def act(version: int) -> Any:
        return attempt_actions.restore_attempt(opened=opened, attempt_id=attempt_id, version=version)

    return _restore(request, opened, act)


@person_page(Permission.HOLD_DOOR, part="introductions")
def introduction_restore(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """Put an introduction back (POST)."""

    def act(version: int) -> Any:
        return introduction_actions.restore_introduction(
            opened=opened, introduction_id=introduction_id, version=version
        )

    return _restore(request, opened, act)


def _restore(request: HttpRequest, opened: Opened, act: Callable[[int], Any]) -> HttpResponse:
    if request.method == "POST":
        pressed(request, act, _("It is back."))
    return see_other("out_of_view", opened.person.id)
