"""The door: one page that says how it stands, and the ways to turn it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.peers.actions.door import change_door
from ownwords.peers.actions.door_end import keep_end, take_end_back
from ownwords.peers.forms.door import EndForm, TurnForm, Way, way_for
from ownwords.peers.models import CompetingEnd, DoorChange
from ownwords.peers.presenters.door import change_words, door_words, turn_words, writer
from ownwords.peers.queries.door import (
    approaches_of,
    changes_of,
    door_now,
    end_of,
    open_change,
    team_before,
    who_to_call,
)
from ownwords.peers.views.door_parts import everybody_beside, page, see_other
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.roles import Permission, RoleName
from ownwords.people.routes import person_page


@person_page(Permission.HOLD_DOOR, part="door")
def door(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show how the door stands, whose decision that was, until when, whom to call, and what was before."""
    changes = changes_of(opened.person.id)
    now = door_now(opened, changes=changes)
    return page(
        request,
        opened,
        "door/door",
        door=door_words(opened, now.standing, quiet_after=now.quiet_after, supported=now.supported),
        now=now,
        ways=_ways(opened, now.standing.status),
        may_return=now.may_come_back,
        team_before=team_before(opened.person.id),
        call=who_to_call(opened, now.last),
        history=[change_words(opened, one) for one in reversed(changes)],
        approaches=[(one, writer(opened, one)) for one in approaches_of(opened)],
        end=end_of(opened),
        visible=everybody_beside(opened),
        is_lead=opened.viewer.role is RoleName.TEAM_LEAD,
    )


def _ways(opened: Opened, status: str) -> list[tuple[str, str]]:
    """Return the ways that make sense from where the door stands: (key, words)."""
    status = str(status)
    found = {
        "open": ("pause", "step-back", "pause-by-us", "moved-on"),
        "quiet": ("pause", "step-back", "pause-by-us", "moved-on", "open-again"),
        "paused_by_person": ("step-back", "moved-on", "open-again"),
        "paused_by_service": ("step-back", "moved-on", "open-again"),
        "moved_on": ("open-again",),
        "closed": (),
    }[status]
    return [(key, turn_words(opened, key).button) for key in found if way_for(opened, key) is not None]


@person_page(Permission.HOLD_DOOR, part="door")
def door_turn(request: HttpRequest, opened: Opened, way: str) -> HttpResponse:
    """Step back, pause, move on, or close: one decision, on a page of its own."""
    found = way_for(opened, way)
    if found is None:
        raise NotFound
    now = door_now(opened)
    form = TurnForm(
        request.POST if request.method == "POST" else None, opened=opened, way=found, seen=now.version
    )
    words = turn_words(opened, way)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "door/turn", status, form=form, words=words)

    if request.method != "POST":
        return shown(form)
    kept = save_or_explain(request, form, lambda: _turn(opened, found, form), page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, words.done)
    return see_other("door", opened.person.id)


def _turn(opened: Opened, way: Way, form: TurnForm) -> DoorChange:
    typed = form.cleaned_data
    return change_door(
        opened=opened, turn=form.to_turn(), seen=typed["version"], submission=typed["submission"]
    )


@person_page(Permission.HOLD_DOOR, part="door")
def door_change(request: HttpRequest, opened: Opened, change_id: UUID) -> HttpResponse:
    """One change of the door in full."""
    change = open_change(opened, change_id)
    shown = change_words(opened, change)
    return page(request, opened, "door/change", one=shown, visible=everybody_beside(opened))


@person_page(Permission.ADD_PERSON, part="door")
def door_end(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep that somebody died or moved out of the area, so that nobody counts them as away."""
    before = end_of(opened)
    first = {"kind": before.kind, "on": before.on} if before else None
    form = EndForm(request.POST if request.method == "POST" else None, opened=opened, initial=first)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "door/end", status, form=form, before=before)

    if request.method != "POST":
        return shown(form)

    def act() -> CompetingEnd:
        return keep_end(opened=opened, kind=form.cleaned_data["kind"], on=form.cleaned_data["on"])

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. The door stands as it stood; only figures take account of it."))
    return see_other("door", opened.person.id)


@person_page(Permission.ADD_PERSON, part="door")
def door_end_back(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Take it back (POST): it was kept by mistake."""
    if request.method == "POST":
        take_end_back(opened=opened)
        notices.done(request, _("Taken back. It counts no more."))
    return see_other("door", opened.person.id)
