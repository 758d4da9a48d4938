"""Pages of ties: how each came about, and who did what in it, as the person and as workers see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions import tie_views
from ownwords.connections.actions import ties as actions
from ownwords.connections.forms.ties import TieAddForm, TieChangeForm, TieViewForm
from ownwords.connections.models import Tie, TieView
from ownwords.connections.presenters.ties import shown_tie
from ownwords.connections.queries.sight import may_draw, shares_of
from ownwords.connections.queries.ties import (
    items_of,
    open_item,
    open_tie,
    own_view,
    ties_of,
    views_of,
    workers_view,
)
from ownwords.connections.queries.ties_erasing import tie_of_view
from ownwords.connections.views.ties_parts import page, see_other
from ownwords.people.access import NotFound, Opened
from ownwords.people.queries.circle import circle_of
from ownwords.people.queries.seen import is_own_or_writer
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, sent


@person_page(Permission.READ_RECORD, part="ties")
def ties(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List ties, newest first, each with every view of it."""
    draws = may_draw(opened)
    found = list(ties_of(opened))
    cards = _cards(opened, found, draws=draws)
    told = {one.item_id for one in found}
    items = [one for one in items_of(opened) if one.id not in told] if draws else []
    return page(
        request, opened, "ties/ties", cards=cards, items=items, draws=draws,
        may_view=tie_views.may_say_as_worker(opened),
    )  # fmt: skip


def _cards(opened: Opened, found: list[Tie], *, draws: bool) -> list[Any]:
    ids = [one.id for one in found]
    circle, shares, views = circle_of(opened), shares_of(ids), views_of(ids)
    return [
        shown_tie(opened, one, views.get(one.id, []), circle, shares.get(one.id, []), draws=draws)
        for one in found
    ]


@person_page(Permission.READ_RECORD, part="ties")
def tie(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """One tie, with every view of it."""
    draws = may_draw(opened)
    (card,) = _cards(opened, [open_tie(opened, tie_id)], draws=draws)
    return page(
        request, opened, "ties/tie", card=card, draws=draws, may_view=tie_views.may_say_as_worker(opened)
    )


@person_page(Permission.READ_RECORD, part="ties")
def tie_of(request: HttpRequest, opened: Opened, tie_view_id: UUID) -> HttpResponse:
    """Go to the tie that a view is of."""
    return see_other("tie", opened.person.id, tie_of_view(opened, tie_view_id))


@person_page(Permission.DRAW_MAP, part="write")
def tie_add(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Say how a tie came about."""
    actions.only_who_draws(opened)
    item = open_item(opened, item_id)
    form = TieAddForm(sent(request), opened=opened, circle=circle_of(opened))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "ties/add", status, form=form, item=item)

    def act() -> Tie:
        return actions.add_tie(
            opened=opened,
            item_id=item_id,
            came_about=form.to_came_about(),
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    def onwards(kept: Tie) -> HttpResponse:
        return see_other("tie_said" if "then" in request.POST else "tie", opened.person.id, kept.id)

    return form_page(
        request, form, page=shown, act=act, said=_("Kept: how this came about."), onwards=onwards
    )


@person_page(Permission.DRAW_MAP, part="ties")
def tie_change(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """Say differently how a tie came about."""
    actions.only_who_draws(opened)
    found = open_tie(opened, tie_id)
    if not is_own_or_writer(opened, found):
        raise NotFound
    form = TieChangeForm(sent(request), opened=opened, tie=found)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "ties/change", status, form=form, tie=found)

    def act() -> Tie:
        version = form.cleaned_data["version"]
        return actions.change_tie(
            opened=opened, tie_id=tie_id, version=version, came_about=form.to_came_about()
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Saved. What stood there before stays in its history."),
        onwards=lambda _kept: see_other("tie", opened.person.id, tie_id),
    )  # fmt: skip


@person_page(Permission.DRAW_MAP, part="ties")
def tie_said(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """The person's own view of who did what."""
    actions.only_who_draws(opened)
    found = open_tie(opened, tie_id)
    view = own_view(found)
    if view is not None and not is_own_or_writer(opened, view):
        raise NotFound

    def act(version: int, did: tie_views.Did) -> TieView:
        return tie_views.say_own_view(opened=opened, tie_id=tie_id, version=version, did=did)

    return _view(request, opened, found, view, act, about_person=True)


@person_page(Permission.LOG_STEP, part="ties")
def tie_view(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """A worker's own view of who did what, beside the person's."""
    if not tie_views.may_say_as_worker(opened):
        raise NotFound
    found = open_tie(opened, tie_id)
    view = workers_view(found, opened.viewer.account_id)

    def act(version: int, did: tie_views.Did) -> TieView:
        return tie_views.say_workers_view(opened=opened, tie_id=tie_id, version=version, did=did)

    return _view(request, opened, found, view, act, about_person=False)


def _view(
    request: HttpRequest,
    opened: Opened,
    found: Tie,
    view: TieView | None,
    act: Callable[[int, tie_views.Did], TieView],
    *,
    about_person: bool,
) -> HttpResponse:
    form = TieViewForm(
        sent(request),
        opened=opened,
        tie=found,
        view=view,
        about_person=about_person,
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "ties/view", status, form=form, tie=found, about_person=about_person)

    return form_page(
        request, form, page=shown, act=lambda: act(form.cleaned_data["version"], form.to_did()),
        said=_("Kept. Every view stands beside the others; none changes another."),
        onwards=lambda _kept: see_other("tie", opened.person.id, found.id),
    )  # fmt: skip
