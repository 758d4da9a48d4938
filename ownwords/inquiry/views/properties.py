"""Properties of a category: the dimension with its incidents on it, a new one, and changing one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import properties as actions
from ownwords.inquiry.forms.properties import PropertyForm
from ownwords.inquiry.models import Category, Property
from ownwords.inquiry.presenters.properties import dimension
from ownwords.inquiry.queries import properties as queries
from ownwords.inquiry.queries.categories import open_category
from ownwords.inquiry.queries.incidents import MOST, incidents_of
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page()
def property_page(request: HttpRequest, opened: OpenedStudy, property_id: UUID) -> HttpResponse:
    """Show the dimension of a property and the incidents on it."""
    found = queries.open_property(opened, property_id)
    incidents = incidents_of(opened, found)
    context = {
        "opened": opened,
        "property": found,
        "incidents": incidents,
        "line": dimension(found, incidents),
        "most": MOST if len(incidents) == MOST else None,
        "writes": opened.has(Need.CODE),
    }
    return render(request, "inquiry/grounded/property.html", context)


@study_page(Need.CODE)
def property_add(request: HttpRequest, opened: OpenedStudy, category_id: UUID) -> HttpResponse:
    """Add a property to a category."""
    category = open_category(opened, category_id)
    form = PropertyForm(sent(request))

    def act() -> Property:
        submission = form.cleaned_data["submission"]
        return actions.add_property(
            opened=opened, category_id=category_id, ranged=form.to_ranged(), submission=submission
        )

    return _form(request, opened, form, act, category, None)


@study_page(Need.CODE)
def property_change(request: HttpRequest, opened: OpenedStudy, property_id: UUID) -> HttpResponse:
    """Call a property or its poles otherwise."""
    found = queries.open_property(opened, property_id)
    form = PropertyForm(sent(request), of=found)

    def act() -> Property:
        version = form.cleaned_data["version"]
        return actions.change_property(
            opened=opened, property_id=property_id, version=version, ranged=form.to_ranged()
        )

    return _form(request, opened, form, act, found.category, found)


def _form(
    request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, category: Category, found: Property | None
) -> HttpResponse:
    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "category": category, "property": found}
        return render(request, "inquiry/grounded/property_form.html", context, status=status)

    return form_page(
        request, form, page=page, act=act, said=_("Saved."), again=True,
        onwards=lambda kept: to_page(opened, "property", kept.id),
    )  # fmt: skip


@study_page(Need.CODE)
def property_remove(request: HttpRequest, opened: OpenedStudy, property_id: UUID) -> HttpResponse:
    """Take a property out of view."""
    category_id = queries.open_property(opened, property_id).category_id

    def act(version: int) -> Property:
        return actions.remove_property(opened=opened, property_id=property_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Out of view. You can undo it under “What was done”."))
    return to_page(opened, "category", category_id)
