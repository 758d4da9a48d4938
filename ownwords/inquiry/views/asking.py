"""Whom a round asks: its groups, people in them, and one of them with everything they said."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import asking as actions
from ownwords.inquiry.forms.asking import AskedGroupForm, PeopleForm
from ownwords.inquiry.models import CheckingGroup
from ownwords.inquiry.presenters.asking import reason, state
from ownwords.inquiry.queries import asking as queries
from ownwords.inquiry.queries.replies import notes_of, replies_of
from ownwords.inquiry.queries.rounds import open_group, open_round, runs
from ownwords.inquiry.views.round_form import step_form
from ownwords.people.views.form_page import sent


@study_page(Need.CODE)
def asked_group_add(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Name a group that is asked apart."""
    row = open_round(opened, round_id)
    form = AskedGroupForm(sent(request))

    def act() -> CheckingGroup:
        typed = form.cleaned_data
        return actions.add_group(
            opened=opened, round_id=row.id, name=typed["name"], submission=typed["submission"]
        )

    return step_form(request, opened, row, form, act, part="asked", heading=_("Add a group"))


@study_page(Need.CODE)
def asked_group_change(
    request: HttpRequest, opened: OpenedStudy, round_id: UUID, asked_group_id: UUID
) -> HttpResponse:
    """Call a group differently."""
    row = open_round(opened, round_id)
    group = open_group(row, asked_group_id)
    form = AskedGroupForm(sent(request), group=group)

    def act() -> CheckingGroup:
        typed = form.cleaned_data
        return actions.rename_group(
            opened=opened, round_id=row.id, asked_group_id=group.id, version=typed["version"],
            name=typed["name"],
        )  # fmt: skip

    return step_form(request, opened, row, form, act, part="asked", heading=_("Call the group differently"))


@study_page(Need.CODE)
def respondents_add(
    request: HttpRequest, opened: OpenedStudy, round_id: UUID, asked_group_id: UUID
) -> HttpResponse:
    """Put people into a group; who cannot be asked is listed with the reason."""
    row = open_round(opened, round_id)
    group = open_group(row, asked_group_id)
    people = queries.candidates(opened, row)
    form = PeopleForm(sent(request), row=row, candidates=people)

    def act() -> Any:
        return actions.ask_people(
            opened=opened, round_id=row.id, asked_group_id=group.id, participant_ids=form.to_people(),
            others=form.cleaned_data.get("others") or 0,
        )  # fmt: skip

    cannot = [(one.participant, reason(one.why_not)) for one in people if one.why_not]
    return step_form(
        request, opened, row, form, act, part="asked", template="inquiry/checking/people.html",
        heading=_("Whom to ask: %(group)s") % {"group": group.name}, cannot=cannot,
    )  # fmt: skip


@study_page()
def respondent(
    request: HttpRequest, opened: OpenedStudy, round_id: UUID, respondent_id: UUID
) -> HttpResponse:
    """Show somebody who is asked: how far it has come, and everything they said."""
    row = open_round(opened, round_id)
    who = queries.open_respondent(row, respondent_id)
    why = queries.why_not_asked(opened, row, who.participant) if who.participant else ""
    context = {
        "opened": opened,
        "row": row,
        "who": who,
        "why_not": reason(why) if why else "",
        "state": state(who),
        "link_works": queries.link_works(who),
        "runs": runs(row),
        "writes": opened.has(Need.CODE),
        "replies": replies_of(who),
        "notes": notes_of(who),
    }
    return render(request, "inquiry/checking/respondent.html", context)
