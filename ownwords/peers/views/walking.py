"""Lists: whom a peer worker walks beside, who would like to come back, and friendly follow-ups."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.peers.presenters.door import heading
from ownwords.peers.presenters.walking import by_person
from ownwords.peers.queries import walking as queries
from ownwords.peers.queries.messages import unread_of
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer


@role_page(Permission.OWN_SPACE)
def walking_beside(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the people a peer worker walks beside, how each door stands, and what would be friendly to do."""
    people = queries.walking_beside(viewer)
    context = {
        "people": [(one, heading(one.standing, own=False)) for one in people],
        "follow_ups": [due for one in people for due in one.follow_ups],
        "came_back": [one for one in people if one.came_back],
        "more": len(people) == queries.MOST,
        "unread": unread_of(viewer),
    }
    return render(request, "peers/walking/walking.html", context)


@role_page(Permission.KEEP_CONTACT)
def coming_back(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show who would like to come back, and pauses whose day has passed."""
    context = {
        "people": by_person(queries.coming_back(viewer)),
        "pauses": queries.pauses_to_talk_about(viewer),
        "viewer": viewer,
    }
    return render(request, "peers/walking/coming_back.html", context)


@role_page(Permission.KEEP_CONTACT)
def follow_ups(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the friendly words that are due."""
    return render(
        request,
        "peers/walking/follow_ups.html",
        {"follow_ups": queries.follow_ups_shown(viewer), "viewer": viewer},
    )
