"""Links for people who are asked: made after a check, shown once with a sheet to print, withdrawn; and paper alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import asking_links as actions
from ownwords.inquiry.actions.asking import say_still_right
from ownwords.inquiry.forms.asking import RightForm
from ownwords.inquiry.presenters.sheet import sheet_of
from ownwords.inquiry.queries.asking import open_respondent
from ownwords.inquiry.queries.rounds import open_round
from ownwords.inquiry.views.onwards import to_page
from ownwords.people import notices
from ownwords.people.forms.saving import REFUSED, note_refusal
from ownwords.people.refusals import Refused
from ownwords.people.views.form_page import sent


@study_page(Need.CODE)
def link_make(request: HttpRequest, opened: OpenedStudy, round_id: UUID, respondent_id: UUID) -> HttpResponse:
    """Ask whether it is still right; a POST makes a link, which is shown once, on this answer only."""
    row = open_round(opened, round_id)
    context: dict[str, Any] = {"opened": opened, "row": row, "who": open_respondent(row, respondent_id)}
    form, status = RightForm(sent(request)), 200
    if form.is_bound and form.is_valid():
        try:
            made = _make(opened, round_id, respondent_id, right=form.cleaned_data["right"])
        except Refused as no:
            note_refusal(form, no)
            status = REFUSED
        else:
            context |= {"link": request.build_absolute_uri(made.path), "until": made.respondent.expires_at}
            context["sheet"] = sheet_of(opened, row)
            answer = render(request, "inquiry/checking/link.html", context)
            add_never_cache_headers(answer)
            return answer
    return render(request, "inquiry/checking/right.html", {**context, "form": form}, status=status)


@transaction.atomic
def _make(opened: OpenedStudy, round_id: UUID, respondent_id: UUID, *, right: bool) -> actions.Made:
    if not right:
        raise Refused({"right": _("Check first that it is still right to ask them, then tick the box.")})
    say_still_right(opened=opened, round_id=round_id, respondent_id=respondent_id)
    return actions.make_link(opened=opened, respondent_id=respondent_id)


@study_page(Need.CODE)
def link_withdraw(
    request: HttpRequest, opened: OpenedStudy, round_id: UUID, respondent_id: UUID
) -> HttpResponse:
    """Make somebody's link stop working (POST)."""
    row = open_round(opened, round_id)
    who = open_respondent(row, respondent_id)
    if request.method == "POST":
        actions.withdraw_link(opened=opened, respondent_id=who.id)
        notices.done(request, _("The link no longer works. What they said stays."))
    return to_page(opened, "respondent", row.id, who.id)


@study_page()
def paper(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Show the form on paper, without a link, for a talk or a letter."""
    row = open_round(opened, round_id)
    context = {"opened": opened, "row": row, "sheet": sheet_of(opened, row)}
    return render(request, "inquiry/checking/paper_form.html", context)
