"""The map itself: one record, shown as a list that is the editor and as a drawing; its measures; undoing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions.map_undo import undo
from ownwords.connections.actions.maps import answer_links_asked
from ownwords.connections.forms.maps import ItemAddForm
from ownwords.connections.presenters.map_drawing import picture
from ownwords.connections.presenters.map_measures import measures_of
from ownwords.connections.presenters.maps import count_words, ring_choices, rows_of, undo_words
from ownwords.connections.queries.map_people import helpers_of, waiting_suggestions
from ownwords.connections.queries.maps import map_now, next_undo, past_items
from ownwords.connections.queries.sight import may_draw, shares_of
from ownwords.connections.views.map_parts import drawing, page, pressed, see_other, to_map
from ownwords.people.access import Opened
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.wording import seen_by


@person_page(Permission.READ_RECORD, part="map")
def map_page(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the map, as a drawing and as the list in which it is changed."""
    now, circle = map_now(opened), circle_of(opened)
    draws = may_draw(opened)
    step = next_undo(opened) if draws else None
    title = _("My map") if opened.is_own else _("The map of %(person)s") % {"person": opened.person.called}
    return page(
        request,
        opened,
        "map",
        draws=draws,
        title=title,
        rows=rows_of(opened, now.items, now.links, circle, shares_of([one.id for one in now.items])),
        picture=picture(now.items, now.links, me=_me(opened), title=title),
        count=count_words(now.items),
        rings=ring_choices(),
        undo=undo_words(step),
        undo_number=step.number if step else 0,
        helpers=helpers_of(opened),
        suggestions=[
            (one, seen_by(opened, one.visibility, circle, ())) for one in waiting_suggestions(opened)
        ],
        add=ItemAddForm(opened=opened, circle=circle) if draws else None,
    )


def _me(opened: Opened) -> str:
    return _("Me") if opened.is_own else opened.person.called


@person_page(Permission.READ_RECORD, part="map")
def map_past(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What is no longer on the map: what is over, and what was taken off. Both can come back (connecting R7)."""
    over, off = past_items(opened)
    return page(request, opened, "past", over=over, off=off, draws=may_draw(opened))


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def map_measures(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Measures of the map, which nobody sees but whoever opens this page to look at their own (connecting R17)."""
    now = map_now(opened)
    return page(
        request,
        opened,
        "measures",
        measures=measures_of(now),
        asked=now.asked.links_asked_on if now.asked else None,
        linked=len(now.links),
    )


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def links_asked(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say that all links have been said, also that there are none; or take that back."""
    if request.method == "POST":
        answered = request.POST.get("answer") == "said"
        said = _("Kept: these are all the links.") if answered else _("Taken back: this is not asked yet.")
        pressed(request, lambda _version: answer_links_asked(opened=opened, answered=answered), said)
    return see_other("map_measures", opened.person.id)


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def map_undo(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Undo the last action that is not undone yet; the press says which one it was."""
    if request.method == "POST":
        pressed(request, lambda number: undo(opened=opened, number=number), _("Undone."))
    return to_map(opened)
