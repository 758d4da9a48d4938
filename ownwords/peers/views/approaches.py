"""Coming back: the person's own page, what staff keep of a return, and seeing to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.peers.actions.approaches import come_back, keep_return, see_to
from ownwords.peers.forms.door import ComeBackForm, ReturnForm
from ownwords.peers.models import Approach
from ownwords.peers.presenters.door import writer
from ownwords.peers.queries.door import approaches_of, door_now, team_before, who_to_call
from ownwords.peers.queries.sight import one_of_them
from ownwords.peers.views.door_parts import everybody_beside, page, see_other
from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, pressed, sent


@person_page(Permission.OWN_HOME, part="door")
def come_back_page(request: HttpRequest, opened: Opened) -> HttpResponse:
    """I would like to come back."""
    form = ComeBackForm(sent(request))
    team = team_before(opened.person.id)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        now = door_now(opened)
        call = who_to_call(opened, now.last)
        return page(
            request, opened, "door/come_back", status, form=form, team=team, call=call,
            closed=not now.standing.may_return, visible=everybody_beside(opened),
        )  # fmt: skip

    def act() -> Approach:
        typed = form.cleaned_data
        return come_back(
            opened=opened, words=typed["words"], reach_by=typed["reach_by"], submission=typed["submission"]
        )

    return form_page(
        request, form, page=shown, act=act, again=True,
        said=_("Welcome back. The door is open, and somebody will be in touch."),
        onwards=lambda _kept: see_other("door", opened.person.id),
    )  # fmt: skip


@person_page(Permission.KEEP_CONTACT, part="door")
def returned(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep that somebody came, or came back."""
    now = door_now(opened)
    form = ReturnForm(sent(request), opened=opened, seen=now.version)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "door/returned", status, form=form, visible=everybody_beside(opened))

    def act() -> Approach:
        typed = form.cleaned_data
        return keep_return(
            opened=opened, came=form.to_came(), seen=typed["version"], submission=typed["submission"]
        )

    return form_page(
        request, form, page=shown, act=act, again=True, said=_("Kept. The door is open."),
        onwards=lambda _kept: see_other("door", opened.person.id),
    )  # fmt: skip


@person_page(Permission.HOLD_DOOR, part="door")
def approach(request: HttpRequest, opened: Opened, approach_id: UUID) -> HttpResponse:
    """One time that somebody came of their own."""
    one = one_of_them(approaches_of(opened), approach_id)
    return page(
        request, opened, "door/approach", one=one, who=writer(opened, one), visible=everybody_beside(opened)
    )


@person_page(Permission.KEEP_CONTACT, part="door")
def approach_seen_to(request: HttpRequest, opened: Opened, approach_id: UUID) -> HttpResponse:
    """Say that somebody has seen to it (POST)."""
    if request.method == "POST":
        pressed(
            request,
            lambda version: see_to(opened=opened, approach_id=approach_id, version=version),
            _("Kept: somebody has seen to it."),
        )
    return HttpResponseRedirect(reverse("coming_back"), status=303)
