"""Pages about a person's details, and the page that opens a record for somebody new."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.actions.people import HasBeenHere, PossibleDoubles, add_person, change_details
from ownwords.people.actions.team_places import welcome_back
from ownwords.people.forms.newcomer import NewPersonForm
from ownwords.people.forms.people import DetailsForm, details_initial, need_groups
from ownwords.people.method import reference
from ownwords.people.models import Person
from ownwords.people.presenters import Line, detail_lines, lines_that_differ
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page, role_page
from ownwords.people.viewer import Viewer


@person_page(Permission.EDIT_DETAILS, part="details")
def details(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show what is kept about a person beside their record."""
    return render(
        request,
        "people/details/details.html",
        {"opened": opened, "person": opened.person, "lines": detail_lines(opened.person)},
    )


@person_page(Permission.EDIT_DETAILS, part="details")
def edit_details(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Change a person's details; when somebody else was quicker, show both and let this one choose."""
    if request.method != "POST":
        form = DetailsForm(initial=details_initial(opened.person), own=opened.is_own)
        return _edit_page(request, opened, form)
    form = DetailsForm(request.POST, own=opened.is_own)
    if not form.is_valid():
        return _edit_page(request, opened, form, status=422)
    if "look_again" in request.POST:
        return _edit_page(request, opened, form)
    version = form.cleaned_data["version"]
    try:
        change_details(opened=opened, details=form.details(), version=version)
    except Refused as refused:
        return _edit_page(request, opened, with_messages(form, refused), status=422)
    except StaleEdit as stale:
        return _conflict_page(request, opened, form, stale.current)
    notices.done(request, _("The details are saved."))
    return HttpResponseRedirect(reverse("details", args=[opened.person.id]))


def _edit_page(request: HttpRequest, opened: Opened, form: DetailsForm, status: int = 200) -> HttpResponse:
    languages = [language.label for language in reference.languages().languages]
    context = {
        "opened": opened,
        "person": opened.person,
        "form": form,
        "languages": languages,
        "needs": need_groups(form["needs"].value() or ()),
    }
    return render(request, "people/details/edit.html", context, status=status)


def _conflict_page(request: HttpRequest, opened: Opened, form: DetailsForm, current: Person) -> HttpResponse:
    """Say 409 with both texts. The form that saves what was typed carries it along with the new version."""
    typed = [
        (name, value)
        for name in request.POST
        if name not in ("csrfmiddlewaretoken", "version")
        for value in request.POST.getlist(name)
    ]
    lines: list[tuple[Line, Line]] = lines_that_differ(current, form.details(), own=opened.is_own)
    context = {
        "opened": opened,
        "person": current,
        "lines": lines,
        "typed": [*typed, ("version", str(current.version))],
        "save_url": request.path,
        "leave_url": reverse("details", args=[current.id]),
    }
    return render(request, "people/details/conflict.html", context, status=409)


def with_messages(form: Any, refused: Refused) -> Any:
    """Put what an action refused into the form, so that the page shows it beside the fields."""
    for field, text in refused.messages.items():
        form.add_error(field if field in form.fields else None, text)
    return form


@role_page(Permission.ADD_PERSON)
def new_person(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Open a record for somebody new; ask first when they may be here already."""
    teams = teams_of_viewer(viewer)
    if request.method != "POST":
        return render(request, "people/details/new.html", {"form": NewPersonForm(teams=teams)})
    form = NewPersonForm(request.POST, teams=teams)
    if not form.is_valid():
        return render(request, "people/details/new.html", {"form": form}, status=422)
    try:
        return _open_record(request, viewer, form)
    except Refused as refused:
        return render(request, "people/details/new.html", {"form": with_messages(form, refused)}, status=422)
    except PossibleDoubles as doubles:
        context: dict[str, Any] = {
            "people": doubles.people,
            "known": None,
            "typed": _typed(request),
            "sure": True,
        }
    except HasBeenHere as been:
        by_number = bool(form.cleaned_data["nhs_number"])
        context = {"people": (), "known": been.known, "typed": _typed(request), "sure": not by_number}
    return render(request, "people/details/known.html", context, status=409)


def _open_record(request: HttpRequest, viewer: Viewer, form: NewPersonForm) -> HttpResponse:
    team_id = UUID(form.cleaned_data["team"])
    if "welcome_back" in request.POST:
        known = welcome_back(viewer=viewer, team_id=team_id, details=form.details())
        notices.done(request, _("%(name)s is back. Everything is as they left it.") % {"name": known.called})
        return HttpResponseRedirect(reverse("record:record", args=[known.person_id]))
    person = add_person(
        viewer=viewer,
        team_id=team_id,
        details=form.details(),
        new_id=form.cleaned_data["new_id"],
        named_worker=form.cleaned_data["named_worker"],
        surely_new="surely_new" in request.POST,
    )
    notices.done(request, _("The record of %(name)s is open.") % {"name": person.called})
    return HttpResponseRedirect(reverse("record:record", args=[person.id]))


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    left_out = ("csrfmiddlewaretoken", "surely_new", "welcome_back")
    return [
        (name, value) for name in request.POST if name not in left_out for value in request.POST.getlist(name)
    ]
