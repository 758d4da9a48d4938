"""Changing what stands on a map: each of these works without a script, by keyboard, and by single presses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.connections.actions import map_items as actions
from ownwords.connections.actions.map_links import set_links
from ownwords.connections.forms.maps import (
    EndForm,
    ItemAddForm,
    ItemChangeForm,
    LinksForm,
    MoveForm,
    OffForm,
    SeveralForm,
)
from ownwords.connections.models import MapItem
from ownwords.connections.presenters.maps import moved_words, name_of, notes_on, ring_words
from ownwords.connections.queries.map_copies import versions_of
from ownwords.connections.queries.maps import linked_to, open_item, present_items, service_name
from ownwords.connections.queries.sight import may_draw, shares_of
from ownwords.connections.views.map_parts import drawing, page, pressed, stale_words, to_map
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, sent
from ownwords.people.wording import who_can_see


@person_page(Permission.READ_RECORD, part="map")
def item(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Show one thing on the map with everything said of it, and how it stood before."""
    found = open_item(opened, item_id, removed=True)
    others = {one.id: one for one in present_items(opened)}
    shares = shares_of([found.id]).get(found.id, [])
    return page(
        request,
        opened,
        "item",
        item=found,
        notes=notes_on(found),
        where=ring_words(found.ring),
        linked=[others[one] for one in sorted(linked_to(found)) if one in others],
        versions=[(one, notes_on(one), ring_words(one.ring)) for one in versions_of(opened, [found.id])],
        service=service_name(found.service_id),
        visible=who_can_see(opened, found.visibility, circle_of(opened), shares),
        draws=may_draw(opened),
    )


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def item_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Put something on the map. With `?service=` it is tied to the directory; what it is, the person says."""
    data = sent(request)
    service = SubmissionField().clean((data or request.GET).get("service"))
    form = ItemAddForm(data, opened=opened, circle=circle_of(opened), initial={"service": service})

    def shown(form: forms.Form, status: int = 200) -> HttpResponse:
        return page(request, opened, "add", status, form=form, service=service_name(service))

    def act() -> MapItem:
        return actions.add_item(
            opened=opened,
            told=form.to_told(),
            service_id=service,
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    return form_page(
        request, form, page=shown, act=act,
        said=lambda kept: _("%(name)s is on the map, not placed yet.") % {"name": kept.words},
        onwards=lambda kept: to_map(opened, kept.id),
    )  # fmt: skip


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def items_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Put several on the map at once, one name a line."""
    form = SeveralForm(sent(request))

    def shown(form: forms.Form, status: int = 200) -> HttpResponse:
        return page(request, opened, "several", status, form=form)

    def act() -> int:
        names = form.cleaned_data["names"].split("\n")
        return actions.add_several(opened=opened, names=names, submission=form.cleaned_data["submission"])

    return form_page(
        request, form, page=shown, act=act,
        said=lambda kept: _("On the map now, not placed yet: %(count)s.") % {"count": kept},
        onwards=lambda _kept: to_map(opened),
    )  # fmt: skip


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def item_move(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Put something into a ring: chosen in the list, or in the drawing; or one ring inwards or outwards."""
    if request.method != "POST":
        return to_map(opened, item_id)
    form = MoveForm(request.POST)
    form.is_valid()

    def act() -> MapItem:
        return actions.move_item(
            opened=opened,
            item_id=item_id,
            version=form.cleaned_data["version"],
            ring=form.to_ring(open_item(opened, item_id)),
            angle=form.cleaned_data.get("angle"),
        )

    try:
        moved = act()
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
    except StaleEdit as stale:
        notices.note(request, stale_words(stale.current))
    else:
        notices.done(request, moved_words(moved.words, moved.ring))
    return to_map(opened, item_id)


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def item_change(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Tell something on the map differently."""
    found = open_item(opened, item_id)
    form = ItemChangeForm(sent(request), opened=opened, item=found)

    def act() -> MapItem:
        version = form.cleaned_data["version"]
        return actions.change_item(opened=opened, item_id=item_id, version=version, told=form.to_told())

    said = _("Saved. What stood there before stays in its history.")
    return _saved(request, opened, found, form, "change", act, said)


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def item_links(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Say whom on the map somebody knows, or what belongs together. Going back leaves everything as it was."""
    found = open_item(opened, item_id)
    others = [one for one in present_items(opened) if one.id != found.id]
    data = sent(request)
    form = LinksForm(data, others=others, linked=linked_to(found))

    def act() -> tuple[int, int]:
        known, chosen = ({UUID(one) for one in form.cleaned_data[name]} for name in ("known", "links"))
        return set_links(opened=opened, item_id=item_id, known=known, chosen=chosen)

    return _saved(request, opened, found, form, "links", act, _("Kept. The drawing shows it."))


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def item_end(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Say that a tie is over, and why as far as somebody wants."""
    found = open_item(opened, item_id)
    form = EndForm(sent(request), version=found.version)

    def act() -> MapItem:
        typed = form.cleaned_data
        return actions.end_item(
            opened=opened,
            item_id=item_id,
            version=typed["version"],
            ended_as=typed["ended_as"],
            words=typed["ended_words"],
            day=typed["ended_on"],
        )

    said = _("%(name)s is no longer on the map. It can be taken up again at any time.")
    return _saved(
        request, opened, found, form, "over", act, said % {"name": name_of(found.words)}, again=True
    )


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def item_remove(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Take something off the map; with one press from the list, or with a reason."""
    found = open_item(opened, item_id)
    form = OffForm(sent(request), version=found.version)

    def act() -> MapItem:
        version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
        return actions.remove_item(opened=opened, item_id=item_id, version=version, reason=reason)

    said = _("%(name)s is off the map. It can be put back at any time.") % {"name": name_of(found.words)}
    return _saved(request, opened, found, form, "off", act, said, again=True)


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def item_restore(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Put something back that was taken off the map."""

    def act(version: int) -> MapItem:
        return actions.restore_item(opened=opened, item_id=item_id, version=version)

    return _back(request, opened, act)


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def item_resume(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Take a tie up again that was over."""

    def act(version: int) -> MapItem:
        return actions.resume_item(opened=opened, item_id=item_id, version=version)

    return _back(request, opened, act)


def _back(request: HttpRequest, opened: Opened, act: Callable[[int], MapItem]) -> HttpResponse:
    if request.method == "POST":
        pressed(request, act, lambda item: _("%(name)s is on the map again.") % {"name": item.words})
    return HttpResponseRedirect(reverse("connections:map_past", args=[opened.person.id]), status=303)


def _saved(
    request: HttpRequest,
    opened: Opened,
    found: MapItem,
    form: Any,
    name: str,
    act: Callable[[], Any],
    said: str,
    *,
    again: bool = False,
) -> HttpResponse:
    def shown(form: forms.Form, status: int = 200) -> HttpResponse:
        return page(request, opened, name, status, form=form, item=found, name=name_of(found.words))

    return form_page(
        request, form, page=shown, act=act, again=again, said=said,
        onwards=lambda _kept: to_map(opened, found.id),
    )  # fmt: skip
