"""What is put to people in a round: choosing findings, saying each in plain words, taking one out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import round_findings as actions
from ownwords.inquiry.forms.round_findings import PutForm, SayForm
from ownwords.inquiry.models import CheckingFinding
from ownwords.inquiry.queries import rounds as queries
from ownwords.inquiry.queries.asking_quotes import quotes_to_choose
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.round_form import step_form
from ownwords.people.views.form_page import pressed, sent


@study_page(Need.CODE)
def round_put(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Choose which findings are put to people."""
    row = queries.open_round(opened, round_id)
    form = PutForm(sent(request), findings=queries.findings_to_put(opened, row))

    def act() -> Any:
        return actions.put_findings(opened=opened, round_id=row.id, finding_ids=form.to_findings())

    said = _("Put. Read each again and say it in plain words.")
    heading = _("Which findings are put to people")
    return step_form(request, opened, row, form, act, said=said, part="put", heading=heading)


@study_page(Need.CODE)
def put_change(request: HttpRequest, opened: OpenedStudy, round_id: UUID, put_id: UUID) -> HttpResponse:
    """Say a finding in plain words, and choose passages that illustrate it."""
    row = queries.open_round(opened, round_id)
    put = queries.open_put(row, put_id)
    form = SayForm(sent(request), put=put, offered=quotes_to_choose(opened, put))

    def act() -> CheckingFinding:
        typed = form.cleaned_data
        return actions.say_finding(
            opened=opened, round_id=row.id, put_id=put.id, version=typed["version"], words=typed["words"],
            quotes=form.to_quotes(),
        )  # fmt: skip

    return step_form(
        request, opened, row, form, act, part="put", heading=_("A finding in plain words"), put=put,
        template="inquiry/checking/put.html",
    )  # fmt: skip


@study_page(Need.CODE)
def put_remove(request: HttpRequest, opened: OpenedStudy, round_id: UUID, put_id: UUID) -> HttpResponse:
    """Put a finding to nobody any more in this round (POST)."""
    row = queries.open_round(opened, round_id)
    put = queries.open_put(row, put_id)

    def act(version: int) -> CheckingFinding:
        return actions.take_finding_out(opened=opened, round_id=row.id, put_id=put.id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Taken out of this round. What was said to it stays under the results."))
    return to_page(opened, "round", row.id, part="put")
