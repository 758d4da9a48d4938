"""Putting a code back by one press."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.code_restoring import restore_code
from ownwords.inquiry.models import Code
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import pressed


@study_page(Need.CODE)
def code_restore(request: HttpRequest, opened: OpenedStudy, code_id: UUID) -> HttpResponse:
    """Put a code back that was taken out of view."""

    def act(version: int) -> Code:
        return restore_code(opened=opened, code_id=code_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Put back, with its passages."))
    return to_page(opened, "codes")
