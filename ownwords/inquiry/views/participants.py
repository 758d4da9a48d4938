"""Participants: the table of all, one with everything known by the pseudonym, a new one, describing one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import participants as actions
from ownwords.inquiry.forms.participants import ParticipantForm
from ownwords.inquiry.method.pseudonyms import free_names
from ownwords.inquiry.models import About, Participant
from ownwords.inquiry.presenters.participants import described_by, rows_of
from ownwords.inquiry.queries import participants as queries
from ownwords.inquiry.queries.consents import answers_of
from ownwords.inquiry.queries.describing import beside_quotations
from ownwords.inquiry.queries.memos import memos_about
from ownwords.inquiry.queries.sampling import groups_of
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.views.form_page import form_page, sent


@study_page()
def participants(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show who takes part, by what describes them."""
    people, further = queries.people_after(opened, SubmissionField().clean(request.GET.get("after")))
    attributes = queries.attributes_of(opened)
    context = {
        "opened": opened,
        "attributes": attributes,
        "rows": rows_of(opened, people, attributes),
        "further": further,
        "writes": opened.has(Need.CODE),
        "keeps_key": opened.has(Need.KEY),
    }
    return render(request, "inquiry/people/participants.html", context)


@study_page()
def participant(request: HttpRequest, opened: OpenedStudy, participant_id: UUID) -> HttpResponse:
    """Show one participant."""
    who = queries.open_participant(opened, participant_id)
    context = {
        "opened": opened,
        "who": who,
        "described": described_by(opened, who.id, queries.attributes_of(opened)),
        "beside": beside_quotations(opened).get(who.id, []),
        "answers": answers_of(opened, who.id),
        "texts": queries.speaks_in(opened, who.id),
        "memos": memos_about(opened, About.PARTICIPANT, who.id),
        "writes": opened.has(Need.CODE),
        "keeps_key": opened.has(Need.KEY),
    }
    return render(request, "inquiry/people/participant.html", context)


@study_page(Need.CODE)
def participant_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Let somebody take part."""
    form = _form_for(request, opened, free=free_names(queries.pseudonyms_of(opened), 6))

    def act() -> Participant:
        submission = form.cleaned_data["submission"]
        return actions.add_participant(opened=opened, described=form.to_described(), submission=submission)

    return _saved(request, opened, form, act, _("Added. Say next what they agreed to."), who=None)


@study_page(Need.CODE)
def participant_change(request: HttpRequest, opened: OpenedStudy, participant_id: UUID) -> HttpResponse:
    """Describe a participant."""
    who = queries.open_participant(opened, participant_id)
    if who.withdrew_on:
        raise NotFound
    form = _form_for(request, opened)
    form.begin_with(who, queries.values_of(opened, [who.id]).get(who.id, {}))

    def act() -> Participant:
        version, described = form.cleaned_data["version"], form.to_described()
        return actions.change_participant(
            opened=opened, participant_id=participant_id, version=version, described=described
        )

    return _saved(request, opened, form, act, _("Saved."), who=who)


def _form_for(request: HttpRequest, opened: OpenedStudy, **options: Any) -> ParticipantForm:
    return ParticipantForm(
        sent(request),
        attributes=queries.attributes_of(opened),
        groups=list(groups_of(opened)),
        written=queries.written_so_far(opened),
        **options,
    )


def _saved(
    request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, said: str, **context: Any
) -> HttpResponse:
    def page(form: Any, status: int = 200) -> HttpResponse:
        found = {"opened": opened, "form": form, **context}
        return render(request, "inquiry/people/participant_form.html", found, status=status)

    return form_page(
        request, form, page=page, act=act, said=said, again=True,
        onwards=lambda kept: to_page(opened, "participant", kept.id),
    )  # fmt: skip
