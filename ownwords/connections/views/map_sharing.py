"""Who can see something on the map, a dated copy, or a suggestion: only the person decides."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions.map_copies import share_copy
from ownwords.connections.actions.map_items import share_item
from ownwords.connections.actions.map_suggestions import share_suggestion
from ownwords.connections.models import MapCopy, MapItem, MapSuggestion
from ownwords.connections.presenters.map_copies import copy_name
from ownwords.connections.presenters.maps import name_of
from ownwords.connections.queries.map_copies import open_copy
from ownwords.connections.queries.map_people import open_suggestion
from ownwords.connections.queries.maps import open_item
from ownwords.connections.queries.sight import shares_of
from ownwords.connections.views.map_parts import page, see_other, to_map
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.forms.sight import SightForm
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.sight import Sight
from ownwords.people.wording import who_can_see

Shared = MapItem | MapCopy | MapSuggestion


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def item_sight(request: HttpRequest, opened: Opened, item_id: UUID) -> HttpResponse:
    """Change who can see something on the map, from now on."""
    found = open_item(opened, item_id)

    def act(version: int, sight: Sight) -> MapItem:
        return share_item(opened=opened, item_id=item_id, version=version, sight=sight)

    return _sight(request, opened, found, name_of(found.words), act, lambda: to_map(opened, item_id))


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def map_copy_sight(request: HttpRequest, opened: Opened, copy_id: UUID) -> HttpResponse:
    """Change who can see a dated copy, from now on."""
    found = open_copy(opened, copy_id)

    def act(version: int, sight: Sight) -> MapCopy:
        return share_copy(opened=opened, copy_id=copy_id, version=version, sight=sight)

    def onwards() -> HttpResponse:
        return see_other("map_copy", opened.person.id, copy_id)

    return _sight(request, opened, found, copy_name(found), act, onwards)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def map_suggestion_sight(request: HttpRequest, opened: Opened, suggestion_id: UUID) -> HttpResponse:
    """Change who can see a suggestion, from now on."""
    found = open_suggestion(opened, suggestion_id)

    def act(version: int, sight: Sight) -> MapSuggestion:
        return share_suggestion(opened=opened, suggestion_id=suggestion_id, version=version, sight=sight)

    def onwards() -> HttpResponse:
        return see_other("map_suggestion", opened.person.id, suggestion_id)

    return _sight(request, opened, found, name_of(found.words), act, onwards)


def _sight(
    request: HttpRequest,
    opened: Opened,
    thing: Shared,
    words: str,
    act: Callable[[int, Sight], Shared],
    onwards: Callable[[], HttpResponse],
) -> HttpResponse:
    circle = circle_of(opened)
    named = [str(who) for who in shares_of([thing.id]).get(thing.id, [])]
    first = {"visibility": thing.visibility, "named": named, "version": thing.version}
    data = request.POST if request.method == "POST" else None
    form = SightForm(data, opened=opened, circle=circle, initial=first)

    def shown(form: forms.Form, status: int = 200) -> HttpResponse:
        visible = who_can_see(opened, thing.visibility, circle, [UUID(who) for who in named])
        return page(request, opened, "sight", status, form=form, words=words, visible=visible, team=circle)

    if request.method != "POST":
        return shown(form)

    def save() -> Shared:
        return act(form.cleaned_data["version"], form.to_sight() or Sight(thing.visibility))

    kept = save_or_explain(request, form, save, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    names = who_can_see(opened, kept.visibility, circle, shares_of([kept.id]).get(kept.id, []))
    notices.done(request, _("Who can see it from now on: %(names)s.") % {"names": names})
    return onwards()
