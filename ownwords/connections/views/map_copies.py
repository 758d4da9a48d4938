"""Dated copies of the map: keeping one, looking at one, putting two side by side."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions import map_copies as actions
from ownwords.connections.forms.map_people import NOW, CompareForm, CopyForm
from ownwords.connections.forms.maps import OffForm
from ownwords.connections.models import MapCopy
from ownwords.connections.presenters.map_copies import compared, copy_name
from ownwords.connections.presenters.map_drawing import picture
from ownwords.connections.presenters.maps import count_words, name_of, notes_on, ring_words
from ownwords.connections.queries.map_copies import (
    MapThen,
    as_then,
    copies_of,
    map_then,
    open_copy,
    removed_copies,
)
from ownwords.connections.queries.maps import map_now
from ownwords.connections.queries.sight import may_draw, shares_of
from ownwords.connections.views.map_parts import drawing, page, pressed, see_other
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.wording import seen_by, who_can_see


@person_page(Permission.READ_RECORD, part="map_copy")
def map_copies(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List the dated copies, newest first."""
    copies = list(copies_of(opened))
    circle, shares = circle_of(opened), shares_of([one.id for one in copies])
    draws = may_draw(opened)
    return page(
        request,
        opened,
        "copies",
        draws=draws,
        copies=[
            (one, copy_name(one), seen_by(opened, one.visibility, circle, shares.get(one.id, [])))
            for one in copies
        ],
        off=[(one, copy_name(one)) for one in removed_copies(opened)] if draws else [],
        compare=CompareForm(choices=_choices(copies), initial=_first_two(copies)) if copies else None,
    )


@person_page(Permission.DRAW_MAP, part="map_copy")
@drawing
def map_copy_keep(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep the map as it is today."""
    form = CopyForm(
        request.POST if request.method == "POST" else None, opened=opened, circle=circle_of(opened)
    )

    def shown(form: forms.Form, status: int = 200) -> HttpResponse:
        return page(request, opened, "copy_keep", status, form=form)

    if request.method != "POST":
        return shown(form)

    def act() -> MapCopy:
        return actions.keep_copy(
            opened=opened,
            label=form.cleaned_data["label"],
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(
        request, _("Kept, with today’s date. Whatever changes on the map, this copy stays as it is.")
    )
    return see_other("map_copies", opened.person.id)


@person_page(Permission.READ_RECORD, part="map_copy")
def map_copy(request: HttpRequest, opened: Opened, copy_id: UUID) -> HttpResponse:
    """Show the map as it was on a day, as a drawing and as a list."""
    copy = open_copy(opened, copy_id, removed=True)
    then = map_then(opened, copy)
    me = _("Me") if opened.is_own else opened.person.called
    shares = shares_of([copy.id]).get(copy.id, [])
    return page(
        request,
        opened,
        "copy",
        copy=copy,
        name=copy_name(copy),
        count=count_words(then.items),
        picture=picture(then.items, then.links, me=me, title=copy_name(copy)),
        rows=[
            (name_of(one.words), " · ".join(notes_on(one)), ring_words(one.ring), _linked(then, one.id))
            for one in sorted(then.items, key=lambda one: one.ring or 4)
        ],
        visible=who_can_see(opened, copy.visibility, circle_of(opened), shares),
        draws=may_draw(opened),
    )


def _linked(then: MapThen, item_id: UUID) -> str:
    names = {one.id: name_of(one.words) for one in then.items}
    ends = [other if one == item_id else one for one, other in then.links if item_id in (one, other)]
    return ", ".join(names[end] for end in ends)


@person_page(Permission.READ_RECORD, part="map_copy")
def map_compare(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Put two copies side by side; the map as it is now can be one of them."""
    copies = list(copies_of(opened))
    form = CompareForm(request.GET, choices=_choices(copies))
    if not form.is_valid():
        return page(request, opened, "compare", 422 if request.GET else 200, form=form, found=None)
    known = {str(one.id): one for one in copies}
    names = [form.cleaned_data["one"], form.cleaned_data["other"]]
    names.sort(key=lambda name: (name == NOW, known[name].created_at.isoformat() if name in known else ""))
    one, other = (_map_of(opened, known, name) for name in names)
    titles = [dict(_choices(copies))[name] for name in names]
    return page(request, opened, "compare", form=form, found=compared(one, other), titles=titles)


def _map_of(opened: Opened, known: dict[str, MapCopy], name: str) -> MapThen:
    return as_then(map_now(opened)) if name == NOW else map_then(opened, known[name])


def _choices(copies: list[MapCopy]) -> list[tuple[str, str]]:
    return [*((str(one.id), copy_name(one)) for one in copies), (NOW, _("The map as it is now"))]


def _first_two(copies: list[MapCopy]) -> dict[str, str]:
    return {"one": str(copies[0].id), "other": NOW}


@person_page(Permission.DRAW_MAP, part="map_copy")
@drawing
def map_copy_remove(request: HttpRequest, opened: Opened, copy_id: UUID) -> HttpResponse:
    """Take a copy out of view; it can be put back."""
    copy = open_copy(opened, copy_id)
    form = OffForm(request.POST if request.method == "POST" else None, version=copy.version)

    def shown(form: forms.Form, status: int = 200) -> HttpResponse:
        return page(request, opened, "copy_off", status, form=form, name=copy_name(copy), copy=copy)

    if request.method != "POST":
        return shown(form)

    def act() -> Any:
        version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
        return actions.remove_copy(opened=opened, copy_id=copy_id, version=version, reason=reason)

    kept = save_or_explain(request, form, act, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("This copy is out of view now. It can be put back at any time."))
    return see_other("map_copies", opened.person.id)


@person_page(Permission.DRAW_MAP, part="map_copy")
@drawing
def map_copy_restore(request: HttpRequest, opened: Opened, copy_id: UUID) -> HttpResponse:
    """Put a copy back."""
    if request.method == "POST":

        def act(version: int) -> MapCopy:
            return actions.restore_copy(opened=opened, copy_id=copy_id, version=version)

        pressed(request, act, _("It is back."))
    return see_other("map_copies", opened.person.id)
