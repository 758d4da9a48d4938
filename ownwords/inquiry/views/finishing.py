"""Saying that one has finished coding a text, and taking that back, by one press."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.finishing import finish_source, unfinish_source
from ownwords.inquiry.views.desk import to_desk
from ownwords.people import notices
from ownwords.people.refusals import Refused


@study_page(Need.CODE)
def finish(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Finish a text, or take that back."""
    if request.method != "POST":
        return to_desk(opened, source_id)
    try:
        if request.POST.get("back"):
            source = unfinish_source(opened=opened, source_id=source_id)
            said = _("You can go on coding “%(title)s”.")
        else:
            source = finish_source(opened=opened, source_id=source_id)
            said = _("You have finished coding “%(title)s”.")
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
    else:
        notices.done(request, said % {"title": source.title})
    return to_desk(opened, source_id, "#finished")
