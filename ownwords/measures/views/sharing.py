"""Who can see a line, or something that happened: only the person decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from ownwords.measures.actions.context import EVENTS
from ownwords.measures.actions.lines import share_line
from ownwords.measures.models import ContextEvent, Line, MeasureShare
from ownwords.measures.queries.context import open_event
from ownwords.measures.queries.lines import open_line, wording_now
from ownwords.measures.views.parts import page, see_other, to_line
from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.kept_pages import sight_page


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def line_sight(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Change who can see a line with everything on it, from now on."""
    line = open_line(opened, line_id)

    def share(*, thing_id: UUID, **seen: Any) -> Line:
        return share_line(line_id=thing_id, **seen)

    return _sight(request, opened, line, wording_now(line).words, share, lambda: to_line(opened, line_id))


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def event_sight(request: HttpRequest, opened: Opened, event_id: UUID) -> HttpResponse:
    """Change who can see something that happened, from now on."""
    event = open_event(opened, event_id)
    return _sight(
        request, opened, event, event.words, EVENTS.share, lambda: see_other("events", opened.person.id)
    )


def _sight(
    request: HttpRequest,
    opened: Opened,
    thing: Line | ContextEvent,
    words: str,
    share: Callable[..., Line | ContextEvent],
    onwards: Callable[[], HttpResponse],
) -> HttpResponse:
    def draw(form: Any, status: int, *, circle: Circle, visible: str) -> HttpResponse:
        return page(
            request, opened, "lines/sight", status, form=form, words=words, visible=visible, team=circle,
            line_id=thing.id if isinstance(thing, Line) else None,
        )  # fmt: skip

    return sight_page(
        request,
        opened,
        thing,
        share=share,
        draw=draw,
        onwards=lambda _kept: onwards(),
        shares=MeasureShare,
    )
