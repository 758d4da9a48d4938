"""What participants can be described by."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import attributes as actions
from ownwords.inquiry.forms.attributes import AttributeForm
from ownwords.inquiry.models import Attribute
from ownwords.inquiry.queries import participants as queries
from ownwords.inquiry.views.saving import saved_form
from ownwords.people.views.form_page import sent


@study_page()
def attributes(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the attributes, in the order in which a quotation shows them."""
    context = {
        "opened": opened,
        "attributes": queries.attributes_of(opened),
        "writes": opened.has(Need.CODE),
    }
    return render(request, "inquiry/people/attributes.html", context)


@study_page(Need.CODE)
def attribute_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Add an attribute."""
    form = AttributeForm(sent(request))

    def act() -> Attribute:
        submission = form.cleaned_data["submission"]
        return actions.add_attribute(opened=opened, named=form.to_named(), submission=submission)

    return _saved(request, opened, form, act, attribute=None)


@study_page(Need.CODE)
def attribute_change(request: HttpRequest, opened: OpenedStudy, attribute_id: UUID) -> HttpResponse:
    """Name an attribute differently, or give it values of another kind."""
    attribute = queries.open_attribute(opened, attribute_id)
    form = AttributeForm(sent(request), attribute=attribute)

    def act() -> Attribute:
        version, named = form.cleaned_data["version"], form.to_named()
        return actions.change_attribute(
            opened=opened, attribute_id=attribute_id, version=version, named=named
        )

    return _saved(request, opened, form, act, attribute=attribute)


def _saved(request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, **context: Any) -> HttpResponse:
    return saved_form(
        request, opened, "inquiry/people/attribute_form.html", form, act, back="attributes", **context
    )
