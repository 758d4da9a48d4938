"""Taking ties, readiness, answers and steps out of view with a reason, and putting them back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.queries.sight import may_draw, one_of_them
from ownwords.connections.queries.steps import removed_steps
from ownwords.connections.queries.ties import removed_readiness, removed_ties
from ownwords.connections.views.ties_kinds import ANSWER, INTEREST, READY, STEP, TIE, Said, about
from ownwords.connections.views.ties_parts import page, see_other
from ownwords.people.access import Opened
from ownwords.people.queries.people import names_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import pressed
from ownwords.people.views.kept_pages import removal_page


def _remove(request: HttpRequest, opened: Opened, said: Said, thing_id: UUID) -> HttpResponse:
    said.kind.guard(opened)
    thing = one_of_them(said.kind.rows(opened), thing_id)

    def draw(form: Any, status: int) -> HttpResponse:
        return page(
            request, opened, "ties/remove", status, form=form, words=about(thing), back=said.back,
            again=said.again,
        )  # fmt: skip

    def onwards(_kept: Any) -> HttpResponse:
        return see_other("ties_removed" if said.again else said.back, opened.person.id)

    done = "" if said.again else _("This is out of view now. It is kept, with your reason.")
    return removal_page(
        request, opened, thing, remove=said.kind.remove, draw=draw, onwards=onwards, said=done
    )


@person_page(Permission.DRAW_MAP, part="ties")
def tie_remove(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """Take a tie out of view."""
    return _remove(request, opened, TIE, tie_id)


@person_page(Permission.DRAW_MAP, part="ties")
def ready_remove(request: HttpRequest, opened: Opened, readiness_id: UUID) -> HttpResponse:
    """Take what was said about being ready out of view."""
    return _remove(request, opened, READY, readiness_id)


@person_page(Permission.DECIDE_VISIBILITY, part="ties")
def explained_remove(request: HttpRequest, opened: Opened, explained_id: UUID) -> HttpResponse:
    """Take an answer back."""
    return _remove(request, opened, ANSWER, explained_id)


@person_page(Permission.LOG_STEP, part="connecting")
def connecting_remove(request: HttpRequest, opened: Opened, connecting_id: UUID) -> HttpResponse:
    """Take a step out of view."""
    return _remove(request, opened, STEP, connecting_id)


@person_page(Permission.DRAW_MAP, part="nearby")
def interest_remove(request: HttpRequest, opened: Opened, interest_id: UUID) -> HttpResponse:
    """Take an answer to something nearby back."""
    return _remove(request, opened, INTEREST, interest_id)


@person_page(Permission.LOG_STEP, part="ties")
def ties_removed(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What was taken out of view: ties, readiness, steps; by whom, when and why."""
    rows: list[tuple[str, str, Any]] = [
        ("connecting_restore", _("A step"), one) for one in removed_steps(opened)
    ]
    if may_draw(opened):
        rows += [("tie_restore", _("How something came about"), one) for one in removed_ties(opened)]
        rows += [("ready_restore", _("How ready"), one) for one in removed_readiness(opened)]
    shown = [
        {"route": route, "kind": kind, "row": one, "words": about(one), "erase": one._meta.model_name}
        for route, kind, one in rows
    ]
    names = names_of(one.removed_by_id for _route, _kind, one in rows)
    return page(
        request, opened, "ties/removed", rows=shown, names=names,
        may_erase=opened.may(Permission.WRITE_RECORD),
    )  # fmt: skip


def _restore(request: HttpRequest, opened: Opened, said: Said, thing_id: UUID) -> HttpResponse:
    said.kind.guard(opened)
    if request.method == "POST":

        def act(version: int) -> Any:
            return said.kind.restore(opened=opened, thing_id=thing_id, version=version)

        pressed(request, act, _("It is back."))
    return see_other("ties_removed", opened.person.id)


@person_page(Permission.DRAW_MAP, part="write")
def tie_restore(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """Put a tie back."""
    return _restore(request, opened, TIE, tie_id)


@person_page(Permission.DRAW_MAP, part="write")
def ready_restore(request: HttpRequest, opened: Opened, readiness_id: UUID) -> HttpResponse:
    """Put back what was said about being ready."""
    return _restore(request, opened, READY, readiness_id)


@person_page(Permission.LOG_STEP, part="write")
def connecting_restore(request: HttpRequest, opened: Opened, connecting_id: UUID) -> HttpResponse:
    """Put a step back."""
    return _restore(request, opened, STEP, connecting_id)
