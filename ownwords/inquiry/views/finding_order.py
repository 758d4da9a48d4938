"""The order of findings, and taking one out of view or putting it back, by one press each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import findings_order as actions
from ownwords.inquiry.models import Finding
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import pressed


@study_page(Need.CODE)
def finding_move(request: HttpRequest, opened: OpenedStudy, finding_id: UUID) -> HttpResponse:
    """Move a finding one place up or down."""
    up = request.POST.get("way") != "down"

    def act(version: int) -> Finding:
        return actions.move_finding(opened=opened, finding_id=finding_id, version=version, up=up)

    if request.method == "POST":
        pressed(request, act, _("Moved."))
    return to_page(opened, "findings", part=f"finding-{finding_id}")


@study_page(Need.CODE)
def finding_remove(request: HttpRequest, opened: OpenedStudy, finding_id: UUID) -> HttpResponse:
    """Take a finding out of view."""

    def act(version: int) -> Finding:
        return actions.remove_finding(opened=opened, finding_id=finding_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Out of view now. You can put it back below."))
    return to_page(opened, "findings")


@study_page(Need.CODE)
def finding_restore(request: HttpRequest, opened: OpenedStudy, finding_id: UUID) -> HttpResponse:
    """Put a finding back."""

    def act(version: int) -> Finding:
        return actions.restore_finding(opened=opened, finding_id=finding_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Put back, last in the list."))
    return to_page(opened, "findings")
