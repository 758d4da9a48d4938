"""Who has looked, what was done, and who can see what."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.actions.people import set_default_visibility, set_notices_of_looks
from ownwords.people.models import Visibility
from ownwords.people.queries.looks import what_was_done, who_looked
from ownwords.people.queries.people import staff_of, standing_beside, teams_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import ROLES, TEAM_SIGHT, Permission, RoleName
from ownwords.people.routes import person_page, signed_in_page
from ownwords.people.viewer import Viewer


def _from(request: HttpRequest) -> UUID | None:
    """Where a page begins; anything that is no id begins at the top."""
    try:
        return UUID(request.GET.get("before", ""))
    except ValueError:
        return None


@person_page(Permission.SEE_LOOKS, part="record")
def looks(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the person who has looked at their record."""
    page = who_looked(opened, before=_from(request))
    context = {
        "opened": opened,
        "person": opened.person,
        "looks": page,
        "from_top": "before" not in request.GET,
    }
    return render(request, "people/looks/looks.html", context)


@person_page(Permission.SEE_LOOKS, part="record")
def deeds(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the person what was done in their record."""
    page = what_was_done(opened, before=_from(request))
    return render(
        request, "people/looks/deeds.html", {"opened": opened, "person": opened.person, "deeds": page}
    )


@person_page(Permission.SEE_LOOKS, part="record")
def look_notices(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Turn the line about looks on the person's home on or off (POST)."""
    if request.method == "POST":
        wanted = request.POST.get("wanted") == "yes"
        set_notices_of_looks(opened=opened, wanted=wanted)
        on = _("Your home page now says who has looked since you were last here.")
        notices.done(request, on if wanted else _("Your home page no longer says who has looked."))
    return HttpResponseRedirect(reverse("looks", args=[opened.person.id]))


@signed_in_page
def who_can_see(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show every role, what it is for and what it may do: the same table that the checks use."""
    return render(request, "people/looks/roles.html", {"roles": _roles()})


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def who_sees_mine(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the person who can see what, in names, and let them change what holds for new entries."""
    wrong = ""
    if request.method == "POST":
        try:
            set_default_visibility(opened=opened, visibility=request.POST.get("visibility", ""))
        except Refused as refused:
            wrong = refused.messages["visibility"]
        else:
            notices.done(request, _("Saved. This holds for new entries; the ones you have stay as they are."))
            return HttpResponseRedirect(request.path)
    teams = teams_of(opened.person.id)
    members = staff_of([place.team_id for place in teams], sorted(TEAM_SIGHT))
    context = {
        "opened": opened,
        "person": opened.person,
        "teams": [(place.team, [one for one in members if one.team_id == place.team_id]) for place in teams],
        "beside": standing_beside(opened.person.id),
        "roles": _roles(),
        "visibilities": Visibility.choices,
        "wrong": wrong,
        "errors": [{"text": wrong, "href": "#visibility"}] if wrong else [],
    }
    return render(request, "people/looks/mine.html", context, status=422 if wrong else 200)


def _roles() -> list[dict[str, object]]:
    """Every role with its permissions in plain words, in the order of the table."""
    return [
        {
            "title": str(role.title),
            "purpose": str(role.purpose),
            "may": [_(permission.value) for permission in Permission if permission in role.permissions],
            "is_person": name is RoleName.PERSON,
        }
        for name, role in ROLES.items()
    ]
