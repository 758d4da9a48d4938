"""Who can see a line, or something that happened: only the person decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.measures.actions.context import share_event
from ownwords.measures.actions.lines import share_line
from ownwords.measures.models import ContextEvent, Line
from ownwords.measures.queries.context import open_event
from ownwords.measures.queries.lines import open_line, wording_now
from ownwords.measures.queries.sight import shares_of
from ownwords.measures.views.parts import page, see_other, to_line
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.forms.sight import SightForm
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.sight import Sight
from ownwords.people.wording import who_can_see


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def line_sight(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Change who can see a line with everything on it, from now on."""
    line = open_line(opened, line_id)

    def act(version: int, sight: Sight) -> Line:
        return share_line(opened=opened, line_id=line_id, version=version, sight=sight)

    return _sight(request, opened, line, wording_now(line).words, act, lambda: to_line(opened, line_id))


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def event_sight(request: HttpRequest, opened: Opened, event_id: UUID) -> HttpResponse:
    """Change who can see something that happened, from now on."""
    event = open_event(opened, event_id)

    def act(version: int, sight: Sight) -> ContextEvent:
        return share_event(opened=opened, event_id=event_id, version=version, sight=sight)

    return _sight(request, opened, event, event.words, act, lambda: see_other("events", opened.person.id))


def _sight(
    request: HttpRequest,
    opened: Opened,
    thing: Line | ContextEvent,
    words: str,
    act: Callable[[int, Sight], Line | ContextEvent],
    onwards: Callable[[], HttpResponse],
) -> HttpResponse:
    circle = circle_of(opened)
    named = [str(who) for who in shares_of([thing.id]).get(thing.id, [])]
    first = {"visibility": thing.visibility, "named": named, "version": thing.version}
    form = SightForm(
        request.POST if request.method == "POST" else None, opened=opened, circle=circle, initial=first
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        visible = who_can_see(opened, thing.visibility, circle, [UUID(who) for who in named])
        return page(
            request, opened, "lines/sight", status, form=form, words=words, visible=visible, team=circle,
            line_id=thing.id if isinstance(thing, Line) else None,
        )  # fmt: skip

    if request.method != "POST":
        return shown(form)

    def save() -> Line | ContextEvent:
        return act(form.cleaned_data["version"], form.to_sight() or Sight(thing.visibility))

    kept = save_or_explain(request, form, save, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    names = who_can_see(opened, kept.visibility, circle, shares_of([kept.id]).get(kept.id, []))
    notices.done(request, _("Who can see it from now on: %(names)s.") % {"names": names})
    return onwards()
