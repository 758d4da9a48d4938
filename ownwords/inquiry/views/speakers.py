"""Looking at who speaks in a text, and saying who they are."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.speakers import correct_speakers
from ownwords.inquiry.forms.speakers import SpeakersForm
from ownwords.inquiry.models import Source
from ownwords.inquiry.queries import texts as queries
from ownwords.inquiry.views.texts import to_text
from ownwords.people.views.form_page import form_page, sent


@study_page(Need.CODE)
def speakers(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Say who each speaker of a text is."""
    source = queries.open_text(opened, source_id)
    form = SpeakersForm(
        sent(request),
        spoken=queries.speakers_of(source),
        participants=queries.participants_of(opened),
        version=source.version,
        checked=source.speakers_checked_at is not None,
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "source": source}
        return render(request, "inquiry/texts/speakers.html", context, status=status)

    def act() -> Source:
        version = form.cleaned_data["version"]
        return correct_speakers(opened=opened, source_id=source_id, version=version, who=form.to_who())

    said = _("Kept. From now on these speakers count.")
    return form_page(
        request,
        form,
        page=shown,
        act=act,
        said=said,
        onwards=lambda kept: to_text(opened, kept.id),
        again=True,
    )
