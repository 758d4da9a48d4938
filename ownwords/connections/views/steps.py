"""Pages of steps of connecting: the list in the order of days, logging one, changing one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions import steps as actions
from ownwords.connections.forms.steps import Around, StepAddForm, StepChangeForm
from ownwords.connections.models import ConnectingStep, MapItem
from ownwords.connections.presenters.steps import StepCard, step_card
from ownwords.connections.queries.sight import shares_of
from ownwords.connections.queries.steps import labels_of, open_step, steps_of
from ownwords.connections.queries.ties import items_of
from ownwords.connections.views.ties_parts import page, see_other
from ownwords.people.access import NotFound, Opened
from ownwords.people.queries.circle import circle_of
from ownwords.people.queries.seen import is_own_or_writer
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, sent


@person_page(Permission.READ_RECORD, part="connecting")
def steps(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List steps, newest day first; those about one thing on the map with `?item=`."""
    items = list(items_of(opened))
    every = list(steps_of(opened))
    chosen = _chosen(request, items)
    found = [one for one in every if chosen is None or one.item_id == chosen.id]
    with_steps = {one.item_id for one in every}
    return page(
        request, opened, "steps/steps", cards=_cards(opened, found, items), chosen=chosen,
        items=[one for one in items if one.id in with_steps], any_steps=bool(every),
    )  # fmt: skip


def _chosen(request: HttpRequest, items: list[MapItem]) -> MapItem | None:
    """Return what the list is narrowed to; an address about something that is not there shows everything."""
    wanted = request.GET.get("item", "")
    return next((one for one in items if str(one.id) == wanted), None)


def _cards(opened: Opened, found: list[ConnectingStep], items: list[MapItem]) -> list[StepCard]:
    circle, shares = circle_of(opened), shares_of([one.id for one in found])
    names = {one.id: one.words for one in items}
    return [step_card(opened, one, circle, shares.get(one.id, []), names) for one in found]


@person_page(Permission.READ_RECORD, part="connecting")
def connecting_step(request: HttpRequest, opened: Opened, connecting_id: UUID) -> HttpResponse:
    """One step."""
    (card,) = _cards(opened, [open_step(opened, connecting_id)], list(items_of(opened)))
    return page(request, opened, "steps/step", card=card)


def _around(opened: Opened) -> Around:
    return Around(circle_of(opened), list(items_of(opened)), labels_of(opened.person.organisation_id))


@person_page(Permission.LOG_STEP, part="write")
def connecting_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Log a step, about one thing on the map with `?item=`."""
    around = _around(opened)
    item = _chosen(request, list(around.items))
    form = StepAddForm(
        sent(request),
        opened=opened,
        around=around,
        item=str(item.id) if item else "",
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "steps/add", status, form=form)

    def act() -> ConnectingStep:
        return actions.log_step(
            opened=opened,
            taken=form.to_taken(),
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    return form_page(
        request, form, page=shown, act=act,
        said=_("Kept. It stands in the order of days, whenever it was written down."),
        onwards=lambda _kept: see_other("steps", opened.person.id),
    )  # fmt: skip


@person_page(Permission.LOG_STEP, part="connecting")
def connecting_change(request: HttpRequest, opened: Opened, connecting_id: UUID) -> HttpResponse:
    """Say a step differently."""
    row = open_step(opened, connecting_id)
    if not is_own_or_writer(opened, row):
        raise NotFound
    form = StepChangeForm(sent(request), opened=opened, around=_around(opened), row=row)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "steps/change", status, form=form, row=row)

    def act() -> ConnectingStep:
        version = form.cleaned_data["version"]
        return actions.change_step(
            opened=opened, step_id=connecting_id, version=version, taken=form.to_taken()
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Saved. What stood there before stays in its history."),
        onwards=lambda _kept: see_other("steps", opened.person.id),
    )  # fmt: skip
