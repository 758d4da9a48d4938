"""In which of your roles you act."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.actions.accounts import take_role
from ownwords.people.refusals import Refused
from ownwords.people.roles import ROLES
from ownwords.people.routes import first_step_page
from ownwords.people.viewer import ROLE_KEY, Viewer


@first_step_page
def roles(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Choose one of the roles you hold today."""
    errors = []
    if request.method == "POST":
        try:
            role = take_role(viewer=viewer, role=request.POST.get("role", ""))
        except Refused as no:
            errors = [{"text": text, "href": "#role"} for text in no.messages.values()]
        else:
            request.session[ROLE_KEY] = role.value
            notices.done(request, _("You now act as: %(role)s.") % {"role": ROLES[role].title})
            return HttpResponseRedirect("/")
    held = [ROLES[name] for name in viewer.held]
    context = {"held": held, "current": viewer.role, "errors": errors}
    return render(request, "people/accounts/roles.html", context, status=422 if errors else 200)
