"""Replies become data: choosing them, and bringing them in as texts to code."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.replies_as_text import bring_replies_in
from ownwords.inquiry.forms.replies_as_text import BringForm
from ownwords.inquiry.queries.replies_to_bring import to_bring
from ownwords.inquiry.queries.rounds import open_round
from ownwords.inquiry.views.round_form import step_form
from ownwords.people.views.form_page import sent


@study_page(Need.CODE)
def replies_bring(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Choose replies and bring them in, a text for each group."""
    row = open_round(opened, round_id)
    replies = to_bring(opened, row)
    form = BringForm(sent(request), replies=replies)

    def act() -> Any:
        return bring_replies_in(opened=opened, round_id=row.id, reply_ids=form.to_replies())

    return step_form(
        request, opened, row, form, act, said=_said, part="after", template="inquiry/checking/bring.html",
        heading=_("Code the replies as data"), replies=replies,
    )  # fmt: skip


def _said(texts: list[Any]) -> str:
    words = ngettext("%(n)s text of replies came in.", "%(n)s texts of replies came in.", len(texts))
    return words % {"n": len(texts)}
