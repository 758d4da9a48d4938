"""Taking lines, ratings and what happened out of view, with a reason, and putting them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.measures.actions.context import EVENTS
from ownwords.measures.actions.lines import remove_line, restore_line
from ownwords.measures.actions.ratings import remove_rating, restore_rating
from ownwords.measures.presenters.lines import value_words
from ownwords.measures.queries.context import open_event, removed_events
from ownwords.measures.queries.lines import followed, open_line, removed_lines, wording_now
from ownwords.measures.queries.ratings import names_of, open_rating, removed_with_names
from ownwords.measures.views.parts import page, see_other, to_line
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.reason import ReasonForm
from ownwords.people.queries.seen import is_own_or_writer
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, pressed, sent


@person_page(Permission.WRITE_RECORD, part="line")
def line_remove(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Take a line out of view with everything on it."""
    line = open_line(opened, line_id)
    _only_whose(opened, line)

    def act(version: int, reason: str) -> Any:
        return remove_line(opened=opened, line_id=line_id, version=version, reason=reason)

    return _remove(request, opened, line, wording_now(line).words, ("measures:line", line.id), act)


@person_page(Permission.WRITE_RECORD, part="measures")
def event_remove(request: HttpRequest, opened: Opened, event_id: UUID) -> HttpResponse:
    """Take something that happened out of view."""
    event = open_event(opened, event_id)
    _only_whose(opened, event)

    def act(version: int, reason: str) -> Any:
        return EVENTS.remove(opened=opened, thing_id=event_id, version=version, reason=reason)

    return _remove(request, opened, event, event.words, ("measures:events", None), act)


@person_page(Permission.WRITE_RECORD, part="line")
def rating_remove(request: HttpRequest, opened: Opened, rating_id: UUID) -> HttpResponse:
    """Take a rating out of view; its line stays, and is where one goes on."""
    found = open_rating(opened, rating_id)
    words = f"{found.wording.words}: {value_words(found.line, found)}"

    def act(version: int, reason: str) -> Any:
        return remove_rating(opened=opened, rating_id=rating_id, version=version, reason=reason)

    there = to_line(opened, found.line_id)
    return _remove(request, opened, found, words, ("measures:rating", found.id), act, there)


def _only_whose(opened: Opened, thing: Any) -> None:
    """Only the person, or who wrote it."""
    if not is_own_or_writer(opened, thing):
        raise NotFound


def _remove(
    request: HttpRequest,
    opened: Opened,
    thing: Any,
    words: str,
    back: tuple[str, UUID | None],
    act: Callable[[int, str], Any],
    there: HttpResponse | None = None,
) -> HttpResponse:
    form = ReasonForm(sent(request), version=thing.version)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "lines/remove", status, form=form, words=words, back=back)

    def keep() -> Any:
        return act(form.cleaned_data["version"], form.cleaned_data["reason"])

    return form_page(
        request, form, page=shown, act=keep, again=True,
        said=_("This is out of view now. You can put it back at any time."),
        onwards=lambda _kept: there or see_other("removed", opened.person.id),
    )  # fmt: skip


@person_page(Permission.WRITE_RECORD, part="measures")
def removed(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What was taken out of view: lines, ratings, things that happened; by whom, when and why."""
    lines = followed(opened, removed_lines(opened))
    events = removed_events(opened)
    ratings = removed_with_names(opened)
    rows: list[tuple[str, str, str, Any]] = [
        ("line_restore", _("A line"), one.wording.words, one.line) for one in lines
    ]
    rows += [("event_restore", _("Something that happened"), one.words, one) for one in events]
    rows += [
        ("rating_restore", _("A rating"), f"{one.wording.words}: {value_words(one.line, one)}", one)
        for one in ratings
    ]
    names = names_of({one.removed_by_id for _route, _kind, _words, one in rows if one.removed_by_id})
    return page(request, opened, "lines/removed", rows=rows, names=names)


@person_page(Permission.WRITE_RECORD, part="write")
def line_restore(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Put a line back."""
    return _restore(
        request, opened, lambda version: restore_line(opened=opened, line_id=line_id, version=version)
    )


@person_page(Permission.WRITE_RECORD, part="write")
def event_restore(request: HttpRequest, opened: Opened, event_id: UUID) -> HttpResponse:
    """Put something that happened back."""
    return _restore(
        request, opened, lambda version: EVENTS.restore(opened=opened, thing_id=event_id, version=version)
    )


@person_page(Permission.WRITE_RECORD, part="write")
def rating_restore(request: HttpRequest, opened: Opened, rating_id: UUID) -> HttpResponse:
    """Put a rating back."""
    return _restore(
        request, opened, lambda version: restore_rating(opened=opened, rating_id=rating_id, version=version)
    )


def _restore(request: HttpRequest, opened: Opened, act: Callable[[int], Any]) -> HttpResponse:
    if request.method == "POST":
        pressed(request, act, _("It is back."))
    return see_other("removed", opened.person.id)
