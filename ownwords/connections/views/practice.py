"""How a team sees its own connecting work: a talking point with examples, no scale and no total."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.connections.actions import practice as actions
from ownwords.connections.forms.practice import PracticeForm
from ownwords.connections.method.practice import practice_areas
from ownwords.connections.models import PracticeCheck
from ownwords.connections.presenters.practice import show_areas, show_own
from ownwords.connections.queries import practice as queries
from ownwords.connections.queries.report import team_of
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent

keeps = role_page(Permission.KEEP_COMMUNITY)


@keeps
def practice(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Show each area with the values and examples of the team, and the viewer's own checks."""
    team = team_of(viewer, team_id)
    context = {
        "team": team,
        "areas": show_areas(queries.ratings_by_area(team)),
        "own": show_own(queries.own_checks(viewer, team)),
        "definition": practice_areas(),
    }
    return render(request, "connections/team/practice.html", context)


@keeps
def practice_add(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Say how one sees the areas."""
    return _form_page(request, viewer, team_id, None)


@keeps
def practice_change(request: HttpRequest, viewer: Viewer, team_id: UUID, check_id: UUID) -> HttpResponse:
    """Go on with one's own check, or put it right."""
    return _form_page(request, viewer, team_id, check_id)


def _form_page(request: HttpRequest, viewer: Viewer, team_id: UUID, check_id: UUID | None) -> HttpResponse:
    team = team_of(viewer, team_id)
    check = queries.own_check(viewer, team, check_id) if check_id else None
    form = PracticeForm(sent(request), check=check)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"form": form, "team": team, "check": check, "definition": practice_areas()}
        return render(request, "connections/team/practice_form.html", context, status=status)

    def act() -> PracticeCheck:
        typed, seen = form.cleaned_data, form.to_seen()
        if check is None:
            return actions.make_check(viewer=viewer, team=team, seen=seen, submission=typed["submission"])
        return actions.change_check(
            viewer=viewer, team=team, check_id=check.id, version=typed["version"], seen=seen
        )

    return form_page(
        request, form, page=shown, act=act, again=True,
        said=lambda _kept: _kept_words(sum(one.is_draft for one in form.to_seen().values())),
        onwards=lambda _kept: HttpResponseRedirect(reverse("practice", args=[team.id]), status=303),
    )  # fmt: skip


def _kept_words(drafts: int) -> str:
    if not drafts:
        return _("Kept.")
    return ngettext(
        "Kept. In %(num)s area a value or an example is missing: it waits as a draft and stands in no summary.",
        "Kept. In %(num)s areas a value or an example is missing: they wait as drafts and stand in no summary.",
        drafts,
    ) % {"num": drafts}
