"""Who can see ties, readiness, answers and steps: only the person decides."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from ownwords.connections.queries.sight import one_of_them
from ownwords.connections.views.ties_kinds import ANSWER, INTEREST, READY, STEP, TIE, Said, about
from ownwords.connections.views.ties_parts import page, see_other
from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.kept_pages import sight_page


def _sight(request: HttpRequest, opened: Opened, said: Said, thing_id: UUID) -> HttpResponse:
    thing = one_of_them(said.kind.rows(opened), thing_id)

    def draw(form: Any, status: int, *, circle: Circle, visible: str) -> HttpResponse:
        return page(
            request, opened, "ties/sight", status, form=form, words=about(thing), visible=visible, back=said.back,
            team=circle, with_views=said is TIE,
        )  # fmt: skip

    def onwards(_kept: Any) -> HttpResponse:
        return see_other(said.back, opened.person.id)

    return sight_page(request, opened, thing, share=said.kind.share, draw=draw, onwards=onwards)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def tie_sight(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """Change who can see a tie with every view of it."""
    return _sight(request, opened, TIE, tie_id)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def ready_sight(request: HttpRequest, opened: Opened, readiness_id: UUID) -> HttpResponse:
    """Change who can see how ready somebody feels."""
    return _sight(request, opened, READY, readiness_id)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def explained_sight(request: HttpRequest, opened: Opened, explained_id: UUID) -> HttpResponse:
    """Change who can see whether it was explained."""
    return _sight(request, opened, ANSWER, explained_id)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def connecting_sight(request: HttpRequest, opened: Opened, connecting_id: UUID) -> HttpResponse:
    """Change who can see a step."""
    return _sight(request, opened, STEP, connecting_id)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def interest_sight(request: HttpRequest, opened: Opened, interest_id: UUID) -> HttpResponse:
    """Change who can see an answer to something nearby."""
    return _sight(request, opened, INTEREST, interest_id)
