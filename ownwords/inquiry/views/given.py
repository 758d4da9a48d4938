"""Studies I take part in: what I agreed to, what I gave from my record, giving more, taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.actions import given as actions
from ownwords.inquiry.forms.given import GiveForm, JoinForm
from ownwords.inquiry.queries import given as queries
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, sent


@person_page(Permission.GIVE_TO_STUDY, part="studies")
def studies(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List the studies that the person takes part in, with what they gave."""
    gave = queries.given_by(opened)
    found = queries.my_studies(opened)
    context = {
        "opened": opened,
        "person": opened.person,
        "studies": [(one, [g for g in gave if g.participant_id == one.participant_id]) for one in found],
    }
    return render(request, "inquiry/given/studies.html", context)


@person_page(Permission.GIVE_TO_STUDY, part="studies")
def give(request: HttpRequest, opened: Opened, participant_id: UUID) -> HttpResponse:
    """Give single entries to one study."""
    study = queries.open_study_of_mine(opened, participant_id)
    things = queries.things_to_give(opened, participant_id)
    form = GiveForm(sent(request), things=things)

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "person": opened.person, "study": study, "things": things, "form": form}
        return render(request, "inquiry/given/give.html", context, status=status)

    def act() -> int:
        return actions.give_entries(opened=opened, participant_id=participant_id, refs=form.to_refs())

    def said(count: int) -> str:
        return ngettext(
            "Given. The study holds %(num)s more text of yours.",
            "Given. The study holds %(num)s more texts of yours.",
            count,
        ) % {"num": count}

    return form_page(request, form, page=page, act=act, said=said, onwards=lambda _n: _to_studies(opened))


@person_page(Permission.GIVE_TO_STUDY, part="studies")
def take_back(request: HttpRequest, opened: Opened, given_id: UUID) -> HttpResponse:
    """Say what goes; a POST takes it back."""
    one = queries.given_still(opened, given_id)
    if request.method == "POST":
        actions.take_back_entry(opened=opened, given_id=given_id)
        notices.done(request, _("Taken back. The study holds these words no more."))
        return _to_studies(opened)
    context = {"opened": opened, "person": opened.person, "given": one}
    return render(request, "inquiry/given/take_back.html", context)


@person_page(Permission.GIVE_TO_STUDY, part="studies")
def join(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say by a study's link that one takes part in it."""
    form = JoinForm(sent(request))

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "person": opened.person, "form": form}
        return render(request, "inquiry/given/join.html", context, status=status)

    def act() -> None:
        actions.say_it_is_me(opened=opened, link=form.cleaned_data["link"])

    return form_page(
        request,
        form,
        page=page,
        act=act,
        said=_("The study stands in your list now."),
        onwards=lambda _n: _to_studies(opened),
    )


def _to_studies(opened: Opened) -> HttpResponse:
    return HttpResponseRedirect(reverse("given:studies", args=[opened.person.id]), status=303)
