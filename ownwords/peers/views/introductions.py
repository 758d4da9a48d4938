"""Introductions: the list, a new one, what became of it, and how it was for the person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.peers.actions.introductions import change_introduction, keep_introduction, rate_introduction
from ownwords.peers.forms.introductions import IntroductionChangeForm, IntroductionForm, RatingForm
from ownwords.peers.models import Introduction
from ownwords.peers.presenters.attempts import introduction_card
from ownwords.peers.queries.introductions import introductions_of, open_introduction
from ownwords.peers.queries.sight import shares_of
from ownwords.peers.views.door_parts import page, see_other
from ownwords.people.access import Opened
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, sent

MOST = 200


@person_page(Permission.READ_RECORD, part="introductions")
def introductions(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List introductions, newest first."""
    found = list(introductions_of(opened)[:MOST])
    circle, shares = circle_of(opened), shares_of([one.id for one in found])
    cards = [introduction_card(opened, one, circle, shares.get(one.id, [])) for one in found]
    return page(request, opened, "introductions/introductions", cards=cards)


@person_page(Permission.READ_RECORD, part="introductions")
def introduction(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """One introduction in full."""
    row = open_introduction(opened, introduction_id)
    card = introduction_card(opened, row, circle_of(opened), shares_of([row.id]).get(row.id, []))
    return page(request, opened, "introductions/introduction", card=card)


@person_page(Permission.KEEP_CONTACT, part="introductions")
def introduction_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep an introduction."""
    form = IntroductionForm(sent(request), opened=opened, circle=circle_of(opened))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "introductions/add", status, form=form)

    def act() -> Introduction:
        return keep_introduction(
            opened=opened,
            introduced=form.to_introduced(),
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Kept. Say later whether it was taken up, when you know."),
        onwards=lambda _kept: see_other("introductions", opened.person.id),
    )  # fmt: skip


@person_page(Permission.KEEP_CONTACT, part="introductions")
def introduction_change(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """Say what became of an introduction."""
    row = open_introduction(opened, introduction_id)
    form = IntroductionChangeForm(sent(request), opened=opened, row=row)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "introductions/change", status, form=form)

    def act() -> Introduction:
        return change_introduction(
            opened=opened,
            introduction_id=introduction_id,
            version=form.cleaned_data["version"],
            introduced=form.to_introduced(),
        )

    return form_page(
        request, form, page=shown, act=act, again=True,
        said=_("Saved. What stood there before stays in its history."),
        onwards=lambda _kept: see_other("introductions", opened.person.id),
    )  # fmt: skip


@person_page(Permission.OWN_HOME, part="introductions")
def introduction_rate(request: HttpRequest, opened: Opened, introduction_id: UUID) -> HttpResponse:
    """The person says how an introduction was."""
    row = open_introduction(opened, introduction_id)
    form = RatingForm(sent(request), row=row)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        card = introduction_card(opened, row, circle_of(opened), shares_of([row.id]).get(row.id, []))
        return page(request, opened, "introductions/rate", status, form=form, card=card)

    def act() -> Introduction:
        typed = form.cleaned_data
        return rate_introduction(
            opened=opened,
            introduction_id=introduction_id,
            version=typed["version"],
            rating=form.to_rating(),
            words=typed["rating_words"],
        )

    return form_page(
        request, form, page=shown, act=act, again=True,
        said=_("Kept. Only you can say this, and you can change it."),
        onwards=lambda _kept: see_other("introductions", opened.person.id),
    )  # fmt: skip
