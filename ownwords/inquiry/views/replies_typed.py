"""Typing in what somebody said on paper or in a talk."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.replies_typed import type_replies
from ownwords.inquiry.forms.replies_typed import RepliesForm
from ownwords.inquiry.queries.asking import open_respondent
from ownwords.inquiry.queries.replies import newest_of
from ownwords.inquiry.queries.rounds import findings_put, open_round
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.round_form import step_form
from ownwords.people.views.form_page import sent


@study_page(Need.CODE)
def reply_type(
    request: HttpRequest, opened: OpenedStudy, round_id: UUID, respondent_id: UUID
) -> HttpResponse:
    """Type in what somebody said; what holds already stands in the form."""
    row = open_round(opened, round_id)
    who = open_respondent(row, respondent_id)
    form = RepliesForm(sent(request), put=list(findings_put(row)), newest=newest_of(who))

    def act() -> Any:
        return type_replies(
            opened=opened, round_id=row.id, respondent_id=who.id, said=form.to_said(),
            submission=form.cleaned_data["submission"],
        )  # fmt: skip

    return step_form(
        request, opened, row, form, act, template="inquiry/checking/reply.html", who=who,
        said=_("Kept, with your name as who typed it. What was said before stays to be read."),
        onwards=lambda _kept: to_page(opened, "respondent", row.id, who.id),
    )  # fmt: skip
