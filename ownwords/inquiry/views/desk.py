"""The desk: reading a text, choosing a passage, and coding it. Every press is a form that works without a script."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import codings as actions
from ownwords.inquiry.forms.coding import CodeForm
from ownwords.inquiry.models import Coding, Source
from ownwords.inquiry.presenters import desk as presenters
from ownwords.inquiry.presenters.steps import sentence
from ownwords.inquiry.queries import desk as queries
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.finished import finished_by, finished_in_study
from ownwords.inquiry.queries.passages import mine_by_source
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.inquiry.queries.suggest_open import open_in_text
from ownwords.people import notices
from ownwords.people.forms.fields import SubmissionField, VersionField
from ownwords.people.forms.saving import REFUSED
from ownwords.people.refusals import Refused


@study_page()
def coding(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the texts to code, with how far the viewer is in each."""
    context = {
        "opened": opened,
        "sources": queries.sources_in_view(opened),
        "mine": mine_by_source(opened),
        "finished": finished_in_study(opened),
        "codes_here": opened.has(Need.CODE),
    }
    return render(request, "inquiry/coding/texts.html", context)


@study_page()
def desk(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Show one text with what is coded in it, and the codes beside it."""
    return desk_page(request, opened, queries.open_source(opened, source_id))


@study_page(Need.CODE)
def passage_add(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Give a passage a code."""
    source = queries.open_source(opened, source_id)
    if request.method != "POST":
        return to_desk(opened, source.id)
    form = CodeForm(request.POST)
    form.is_valid()
    try:
        laid = actions.code_passage(
            opened=opened, source_id=source.id, chosen=form.to_chosen(), wanted=form.to_wanted(opened)
        )
    except Refused as no:
        return desk_page(request, opened, source, said=list(no.messages.values()), typed=form)
    notices.done(request, _("Coded: “%(code)s”.") % {"code": laid.code.name})
    return to_passage(opened, source, laid, mine=request.GET.get("mine") == "yes")


@study_page(Need.CODE)
def passage_uncode(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Take a code off a passage."""
    source = queries.open_source(opened, source_id)
    coding_id = SubmissionField().clean(request.POST.get("coding_id"))
    if request.method != "POST" or coding_id is None:
        return to_desk(opened, source.id)
    try:
        taken = actions.uncode(opened=opened, coding_id=coding_id)
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
        return to_desk(opened, source.id)
    notices.done(request, _("Taken off: “%(code)s”. You can undo this.") % {"code": taken.code.name})
    return to_passage(opened, source, taken, mine=request.GET.get("mine") == "yes")


def desk_page(
    request: HttpRequest,
    opened: OpenedStudy,
    source: Source,
    *,
    said: list[str] | None = None,
    typed: CodeForm | None = None,
) -> HttpResponse:
    """Draw the desk; with `said`, what did not fit, and everything typed still in it."""
    words, turns = queries.words_of(source), queries.turns_of(source)
    only_mine = request.GET.get("mine") == "yes"
    number = request.POST.get("turn") or request.GET.get("turn")
    turn = next((one for one in turns if str(one.number) == number), None)
    at = VersionField().clean(number or request.GET.get("at"))
    part = queries.part_of(opened, source, turns, at=at, only_mine=only_mine)
    here = queries.passages_here(opened, source)
    context: dict[str, Any] = {
        "opened": opened,
        "source": source,
        "study_url": reverse("inquiry:study", args=[opened.study.id]),
        "part": part,
        "turns": presenters.turns_shown(words, part.turns, part.codings),
        "chosen_turn": turn,
        "chosen_words": presenters.words_shown(words, turn) if turn else [],
        "codes": codebook(opened, counted=False),
        "here": here,
        "how_many": sum(here.values()),
        "only_mine": only_mine,
        "codes_here": opened.has(Need.CODE),
        "leads": opened.has(Need.LEAD),
        "finished": finished_by(opened, source.id),
        "suggested": open_in_text(opened, source.id),
        "undo": next_undo(opened),
        "redo": next_redo(opened),
        "did": sentence,
        "typed": typed.data if typed else {},
        "errors": [{"text": text, "href": "#inq-name"} for text in said or ()],
    }
    return render(request, "inquiry/coding/desk.html", context, status=REFUSED if said else 200)


def to_passage(opened: OpenedStudy, source: Source, laid: Coding, *, mine: bool = False) -> HttpResponse:
    """Go back to the desk, to the turn in which a passage begins; `mine`: with the viewer's own passages only."""
    turns = queries.turns_of(source)
    number = next((one.number for one in turns if one.end > laid.start), turns[-1].number)
    return to_desk(opened, source.id, f"?{'mine=yes&' if mine else ''}at={number}#turn-{number}")


def to_desk(opened: OpenedStudy, source_id: UUID, place: str = "") -> HttpResponse:
    """Go to the desk with this text."""
    address = reverse("inquiry:desk", args=[opened.study.id, source_id])
    return HttpResponseRedirect(f"{address}{place}", status=303)
