"""Rounds of checking back: the list, one round step by step, beginning and changing one, opening and closing it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import rounds as actions
from ownwords.inquiry.forms.rounds import ChangedForm, RoundForm, TextsForm
from ownwords.inquiry.models import CheckingRound
from ownwords.inquiry.presenters.rounds import round_shown
from ownwords.inquiry.queries import rounds as queries
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.round_form import step_form
from ownwords.people.views.form_page import pressed, sent


@study_page()
def rounds(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the rounds of the study."""
    context = {"opened": opened, "rounds": list(queries.rounds_of(opened)), "writes": opened.has(Need.CODE)}
    return render(request, "inquiry/checking/rounds.html", context)


@study_page()
def round_page(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Show one round, step by step."""
    row = queries.open_round(opened, round_id)
    context: dict[str, Any] = {"opened": opened, "row": row, "writes": opened.has(Need.CODE)}
    return render(request, "inquiry/checking/round.html", context | round_shown(opened, row))


@study_page(Need.CODE)
def round_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Begin a round."""
    form = RoundForm(sent(request))

    def act() -> CheckingRound:
        typed = form.cleaned_data
        return actions.add_round(
            opened=opened, told=form.to_told(), puts=typed["puts"], submission=typed["submission"]
        )

    said = _("Kept. Say next what is put to people.")
    return step_form(request, opened, None, form, act, said=said, heading=_("Begin a round"))


@study_page(Need.CODE)
def round_change(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Call a round differently, or put its summary differently."""
    row = queries.open_round(opened, round_id)
    form = RoundForm(sent(request), row=row)

    def act() -> CheckingRound:
        version = form.cleaned_data["version"]
        return actions.change_round(opened=opened, round_id=row.id, version=version, told=form.to_told())

    heading = _("Change what the round says of itself")
    return step_form(request, opened, row, form, act, heading=heading)


@study_page(Need.CODE)
def round_texts(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Choose of which texts people get their own words back."""
    row = queries.open_round(opened, round_id)
    form = TextsForm(sent(request), opened=opened, row=row)

    def act() -> CheckingRound:
        version, chosen = form.cleaned_data["version"], form.to_sources()
        return actions.choose_texts(opened=opened, round_id=row.id, version=version, source_ids=chosen)

    heading = _("Which texts people get back")
    return step_form(request, opened, row, form, act, part="put", heading=heading)


@study_page(Need.CODE)
def round_open(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Open a round, or open it again (POST)."""

    def act(version: int) -> CheckingRound:
        return actions.open_round(opened=opened, round_id=round_id, version=version)

    queries.open_round(opened, round_id)
    if request.method == "POST":
        pressed(request, act, _("The round is open. Links that you make work from now on."))
    return to_page(opened, "round", round_id, part="open")


@study_page(Need.CODE)
def round_close(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Close a round (POST)."""

    def act(version: int) -> CheckingRound:
        return actions.close_round(opened=opened, round_id=round_id, version=version)

    queries.open_round(opened, round_id)
    if request.method == "POST":
        pressed(request, act, _("The round is closed. No link works any more; what was said stays."))
    return to_page(opened, "round", round_id, part="open")


@study_page(Need.CODE)
def round_changed(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Say what changed in the analysis because of a round."""
    row = queries.open_round(opened, round_id)
    form = ChangedForm(sent(request), row=row)

    def act() -> CheckingRound:
        typed = form.cleaned_data
        return actions.say_what_changed(
            opened=opened, round_id=row.id, version=typed["version"], words=typed["words"]
        )

    heading = _("What changed because of it")
    return step_form(request, opened, row, form, act, part="after", heading=heading)
