"""Which teams support a person: another one, and coming back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.team_places import add_team, come_back
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.beside import back, beside_page


@person_page(Permission.ADD_PERSON, part="beside")
def another_team(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Let another team support the person as well (POST)."""
    if request.method != "POST":
        return back(opened)
    try:
        place = add_team(opened=opened, team_id=_team_id(request), reason=request.POST.get("reason", ""))
    except Refused as refused:
        return beside_page(request, opened, refused)
    notices.done(
        request,
        _("%(team)s now supports %(name)s as well.")
        % {"team": place.team.name, "name": opened.person.called},
    )
    return back(opened)


@person_page(Permission.OWN_HOME, part="beside")
def return_to_team(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The person comes back to a team that supported them before (POST)."""
    if request.method == "POST":
        try:
            place = come_back(opened=opened, team_id=_team_id(request))
        except Refused:
            raise NotFound from None
        notices.done(request, _("You are back with %(team)s.") % {"team": place.team.name})
    return back(opened)


def _team_id(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("team", ""))
    except ValueError:
        raise Refused({"team": _("Choose a team from the list.")}) from None
