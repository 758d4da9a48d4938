"""The first page of every role, and the pages beside it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.presenters.team_shares import show_explained
from ownwords.connections.queries.team_shares import explained_to
from ownwords.peers.queries.door import is_away
from ownwords.peers.queries.walking import how_many_wait
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened, open_person
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.queries.circle import circle_of
from ownwords.people.queries.looks import looked_since
from ownwords.people.refusals import Refused
from ownwords.people.roles import TEAM_SIGHT, Permission, RoleName
from ownwords.people.routes import person_page, role_page, signed_in_page
from ownwords.people.viewer import Viewer
from ownwords.people.wording import SeenBy, seen_by
from ownwords.record.actions.not_asked import answer_flag, raise_flag
from ownwords.record.models import Entry, NotAsked
from ownwords.record.presenters import who_said
from ownwords.record.queries.entries import shares_of
from ownwords.site.queries import homes
from ownwords.site.queries.team import SMALLEST_NUMBER, shared_with, team_page

# Where each role begins; the person has a page of their own at "/".
BEGINS_AT = {
    RoleName.WORKER: "today",
    RoleName.TEAM_LEAD: "team",
    RoleName.PEER_WORKER: "shared",
    RoleName.SUPPORTER: "shared",
    RoleName.ADMINISTRATOR: "health",
    RoleName.RESEARCHER: "studies",
}


@signed_in_page
def home(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Lead everybody to the page that their role begins with."""
    if viewer.role is RoleName.PERSON:
        return _person_home(request, viewer)
    return HttpResponseRedirect(reverse(BEGINS_AT[viewer.role]))


def _person_home(request: HttpRequest, viewer: Viewer, wrong: str = "") -> HttpResponse:
    if viewer.person_id is None:
        raise NotFound
    opened = open_person(viewer, viewer.person_id, part="record")
    found = homes.person_home(opened)
    context = {
        "opened": opened,
        "person": opened.person,
        "home": found,
        "is_away": is_away(opened.person.id),
        "practices": _practices(found.flags),
        "looked": _looked(opened),
        "today": timezone.localdate(),
        "who_said": who_said,
        "sight": _sight(opened, [*found.said, *found.goals]),
        "errors": [{"text": wrong, "href": "#not-asked"}] if wrong else [],
    }
    return render(request, "site/homes/person.html", context, status=422 if wrong else 200)


def _sight(opened: Opened, entries: list[Entry]) -> dict[UUID, SeenBy]:
    """Return entry id -> the line that says in names who can see it (DESIGN house rule 2)."""
    if not entries:
        return {}
    circle, shares = circle_of(opened), shares_of(entries)
    return {one.id: seen_by(opened, one.visibility, circle, shares.get(one.id, ())) for one in entries}


def _practices(flags: list[NotAsked]) -> list[tuple[str, str, NotAsked | None]]:
    """The three working practices, each with what the person said about not being asked: the latest, if anything."""
    latest = {flag.practice: flag for flag in flags}
    return [(key, str(label), latest.get(key)) for key, label in NotAsked.Practice.choices]


def _looked(opened: Opened) -> tuple[str, ...]:
    """Who has looked since the person was last here; nobody unless they asked for it."""
    if not opened.person.notices_of_looks:
        return ()
    since = homes.last_here(opened.viewer) or opened.person.created_at
    return looked_since(opened, since)


@role_page(Permission.OWN_HOME)
def not_asked(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Keep that nobody has asked the person about one of the three practices (POST)."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("home"))
    if viewer.person_id is None:
        raise NotFound
    opened = open_person(viewer, viewer.person_id, part="record")
    try:
        raise_flag(
            opened=opened, practice=request.POST.get("practice", ""), words=request.POST.get("words", "")
        )
    except Refused as refused:
        return _person_home(request, viewer, next(iter(refused.messages.values())))
    notices.done(request, _("Kept. Your team will see it and has to answer you here."))
    return HttpResponseRedirect(reverse("home"))


@person_page(Permission.READ_RECORD, part="record")
def answer_not_asked(request: HttpRequest, opened: Opened, flag_id: UUID) -> HttpResponse:
    """Answer "nobody has asked me": staff say what happens now; the person may close their own."""
    if not (opened.is_own or opened.viewer.role in TEAM_SIGHT):
        raise NotFound
    flag = next((one for one in homes.flags_of(opened) if one.id == flag_id), None)
    if flag is None:
        raise NotFound
    words = request.POST.get("words", "")
    context = {"opened": opened, "person": opened.person, "flag": flag, "words": words, "wrong": ""}
    if request.method != "POST":
        return render(request, "site/homes/answer.html", context)
    try:
        answer_flag(opened=opened, flag_id=flag_id, words=words)
    except Refused as refused:
        wrong = next(iter(refused.messages.values()))
        context |= {"wrong": wrong, "errors": [{"text": wrong, "href": "#words"}]}
        return render(request, "site/homes/answer.html", context, status=422)
    notices.done(request, _("Answered."))
    return HttpResponseRedirect(reverse("home"))


@role_page(Permission.SEE_TODAY)
def today(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what is due for the people the viewer works with."""
    context = {
        "viewer": viewer,
        "page_of": homes.today(viewer),
        "come_back": how_many_wait(viewer),
        "today": timezone.localdate(),
    }
    return render(request, "site/homes/today.html", context)


@role_page(Permission.SEE_TEAM)
def team(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the team as a whole: who works here, what was promised, what asks for an answer."""
    context = {
        "come_back": how_many_wait(viewer),
        "viewer": viewer,
        "page_of": team_page(viewer),
        "today": timezone.localdate(),
        "smallest": SMALLEST_NUMBER,
        "explained": _explained(viewer),
    }
    return render(request, "site/homes/team.html", context)


def _explained(viewer: Viewer) -> list[tuple[str, str]]:
    """Return of each team to how many of its people connecting was explained, in a sentence (connecting R14)."""
    found = [(team.name, explained_to(team)) for team in teams_of_viewer(viewer)]
    return [(name, show_explained(one).headline) for name, one in found if one is not None]


@role_page(Permission.SEE_SHARED)
def shared(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show a supporter or peer worker what people share with them."""
    context = {"viewer": viewer, "people": shared_with(viewer), "who_said": who_said}
    return render(request, "site/homes/shared.html", context)
