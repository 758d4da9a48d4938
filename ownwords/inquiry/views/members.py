"""Who works in a study: letting somebody in, changing their duty, ending it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import members as actions
from ownwords.inquiry.forms.studies import MemberForm
from ownwords.inquiry.models import StudyMember
from ownwords.inquiry.queries.studies import member_named, researchers_to_ask
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.saving import saved_form
from ownwords.people.views.form_page import pressed, sent


@study_page(Need.LEAD)
def member_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Let a researcher into the study."""
    people = researchers_to_ask(opened)
    form = MemberForm(sent(request), people=people)

    def act() -> StudyMember:
        typed = dict(form.cleaned_data)
        return actions.set_member(opened=opened, account_id=UUID(typed.pop("account")), **typed)

    return _form(request, opened, form, act, people=people)


@study_page(Need.LEAD)
def member_change(request: HttpRequest, opened: OpenedStudy, member_id: UUID) -> HttpResponse:
    """Change what somebody does in the study."""
    member = member_named(opened, member_id)
    first = {"duty": member.duty, "keeps_key": member.keeps_key}
    form = MemberForm(sent(request), people=(), chosen=True, initial=first)

    def act() -> StudyMember:
        return actions.set_member(opened=opened, account_id=member.account_id, **form.cleaned_data)

    return _form(request, opened, form, act, member=member)


def _form(request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, **context: Any) -> HttpResponse:
    template = "inquiry/studies/member.html"
    return saved_form(request, opened, template, form, act, back="study", again=False, **context)


@study_page(Need.LEAD)
def member_end(request: HttpRequest, opened: OpenedStudy, member_id: UUID) -> HttpResponse:
    """End somebody's part in the study."""
    if request.method == "POST":

        def act(version: int) -> StudyMember:
            return actions.end_member(opened=opened, member_id=member_id, version=version)

        pressed(request, act, _("Ended today. What they coded stays, under their name."))
        return to_page(opened, "study")
    member = member_named(opened, member_id)
    return render(request, "inquiry/studies/member_end.html", {"opened": opened, "member": member})
