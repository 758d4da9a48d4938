"""Keeping what a participant agreed to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.consents import keep_consents
from ownwords.inquiry.forms.consents import ConsentForm
from ownwords.inquiry.queries.consents import answers_of
from ownwords.inquiry.queries.participants import open_participant
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, sent


@study_page(Need.CODE)
def consent_add(request: HttpRequest, opened: OpenedStudy, participant_id: UUID) -> HttpResponse:
    """Keep what a participant said on one day."""
    who = open_participant(opened, participant_id)
    form = ConsentForm(sent(request))

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "who": who, "answers": answers_of(opened, who.id)}
        return render(request, "inquiry/people/consent_form.html", context, status=status)

    def act() -> Any:
        typed = form.cleaned_data
        return keep_consents(
            opened=opened, participant_id=who.id, answers=form.to_answers(), said_on=typed["said_on"],
            how=typed["how"],
        )  # fmt: skip

    said = _("Kept. What was said before stays to be read.")
    return form_page(
        request,
        form,
        page=page,
        act=act,
        said=said,
        onwards=lambda _kept: to_page(opened, "participant", who.id),
    )
