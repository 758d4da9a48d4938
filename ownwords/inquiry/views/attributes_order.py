"""The order of attributes by one press; taking one away after saying how many values go with it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import attributes_order as actions
from ownwords.inquiry.models import Attribute
from ownwords.inquiry.queries import participants as queries
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import pressed


@study_page(Need.CODE)
def attribute_move(request: HttpRequest, opened: OpenedStudy, attribute_id: UUID) -> HttpResponse:
    """Move an attribute one place up or down."""
    up = request.POST.get("way") != "down"

    def act(version: int) -> Attribute:
        return actions.move_attribute(opened=opened, attribute_id=attribute_id, version=version, up=up)

    if request.method == "POST":
        pressed(request, act, _("Moved."))
    return to_page(opened, "attributes")


@study_page(Need.CODE)
def attribute_remove(request: HttpRequest, opened: OpenedStudy, attribute_id: UUID) -> HttpResponse:
    """Say what goes with an attribute; a press takes it away."""
    attribute = queries.open_attribute(opened, attribute_id)
    if request.method != "POST":
        context = {"opened": opened, "attribute": attribute, "values": queries.values_under(attribute)}
        return render(request, "inquiry/people/attribute_remove.html", context)

    def act(version: int) -> int:
        return actions.remove_attribute(opened=opened, attribute_id=attribute_id, version=version)

    pressed(request, act, _("Taken away, with its values."))
    return to_page(opened, "attributes")
