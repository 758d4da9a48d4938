"""The list of one's studies, a new one, the study's own page, and what it says of itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import studies as actions
from ownwords.inquiry.forms.studies import StudyForm
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries import studies as queries
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent


@role_page(Permission.SEE_STUDIES)
def studies(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List the studies that the viewer works in."""
    return render(request, "inquiry/studies/list.html", {"places": queries.studies_of(viewer)})


@role_page(Permission.WORK_IN_STUDY)
def study_add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Set up a study."""
    form = StudyForm(sent(request))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "inquiry/studies/add.html", {"form": form}, status=status)

    def act() -> Study:
        return actions.make_study(
            viewer=viewer, plan=form.to_plan(), submission=form.cleaned_data["submission"]
        )

    said = _("Your study is set up. Bring in a text, or say first who takes part.")
    return form_page(request, form, page=shown, act=act, said=said, onwards=_to_study)


@study_page()
def study(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show a study: what it says of itself, how far it is, and who works in it."""
    context = {
        "opened": opened,
        "members": list(queries.members_of(opened)),
        "how_far": queries.how_far(opened),
        "leads": opened.has(Need.LEAD),
    }
    return render(request, "inquiry/studies/study.html", context)


@study_page(Need.LEAD)
def study_change(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Change what a study says of itself."""
    form = StudyForm(sent(request), study=opened.study)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "inquiry/studies/change.html", {"form": form, "opened": opened}, status=status)

    def act() -> Study:
        return actions.change_study(opened=opened, version=form.cleaned_data["version"], plan=form.to_plan())

    return form_page(
        request, form, page=shown, act=act, said=_("Saved."), onwards=lambda _kept: to_page(opened, "study")
    )


def _to_study(study: Study) -> HttpResponse:
    return HttpResponseRedirect(reverse("inquiry:study", args=[study.id]), status=303)
