"""Contacts and attempts: the list, the one screen for a new one, and what can be done with each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.ledger.ids import new_id
from ownwords.peers.actions import attempts as actions
from ownwords.peers.forms.attempts import AttemptChangeForm, AttemptForm
from ownwords.peers.models import Attempt, Recording
from ownwords.peers.presenters.attempts import contact_card
from ownwords.peers.presenters.rules import rule_words
from ownwords.peers.queries.attempts import (
    attempts_of,
    last_of_mine,
    open_attempt,
    who_it_can_be_with,
)
from ownwords.peers.queries.rules import rule_for
from ownwords.peers.queries.sight import shares_of
from ownwords.peers.views.door_parts import page, see_other
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, pressed, sent

MOST = 200


@person_page(Permission.READ_RECORD, part="contacts")
def contacts(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List contacts and attempts, newest first."""
    found = list(attempts_of(opened)[: MOST + 1])
    circle, shares = circle_of(opened), shares_of([one.id for one in found])
    cards = [contact_card(opened, one, circle, shares.get(one.id, [])) for one in found[:MOST]]
    may_keep = opened.may(Permission.KEEP_CONTACT)
    return page(
        request,
        opened,
        "attempts/contacts",
        cards=cards,
        more=len(found) > MOST,
        again=last_of_mine(opened) if may_keep else None,
        key=new_id(),
    )


@person_page(Permission.KEEP_CONTACT, part="contacts")
def contact_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep that contact was tried or took place: a few taps, no text."""
    rule, circle = rule_for(opened), circle_of(opened)
    form = AttemptForm(
        sent(request),
        opened=opened,
        circle=circle,
        who=who_it_can_be_with(opened, circle),
        notes=rule.notes_allowed,
        ask_told=not rule.told,
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        words = rule_words(rule.rule, own=False, person=opened.person.called)
        return page(request, opened, "attempts/add", status, form=form, rule=rule, rule_words=words)

    def act() -> Attempt:
        typed = form.cleaned_data
        return actions.keep_attempt(
            opened=opened,
            tried=form.to_tried(),
            told=typed.get("told", False),
            sight=form.to_sight(),
            submission=typed["submission"],
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Kept. Nothing more is needed."),
        onwards=lambda _kept: see_other("contacts", opened.person.id),
    )  # fmt: skip


@person_page(Permission.KEEP_CONTACT, part="contacts")
def contact_again(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep one more, today, like the last one (POST)."""
    if request.method == "POST":
        try:
            key = SubmissionField().clean(request.POST.get("submission"))
            actions.keep_another(opened=opened, submission=key)
        except Refused as no:
            notices.note(request, " ".join(no.messages.values()))
        else:
            notices.done(request, _("Kept one more, today, like the last one."))
    return see_other("contacts", opened.person.id)


@person_page(Permission.READ_RECORD, part="contacts")
def contact(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """One contact or attempt in full."""
    one = open_attempt(opened, attempt_id)
    circle = circle_of(opened)
    card = contact_card(opened, one, circle, shares_of([one.id]).get(one.id, []))
    return page(request, opened, "attempts/contact", card=card)


@person_page(Permission.KEEP_CONTACT, part="contacts")
def contact_change(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """Say differently what was kept; only whoever kept it."""
    one = open_attempt(opened, attempt_id)
    if one.written_by_id != opened.viewer.account_id:
        raise NotFound
    who = who_it_can_be_with(opened, circle_of(opened)) | {one.with_account_id: one.with_account.name}
    form = AttemptChangeForm(
        sent(request),
        opened=opened,
        who=who,
        attempt=one,
        notes=one.rule.rule == Recording.NOTES_ALLOWED,
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "attempts/change", status, form=form, one=one)

    def act() -> Attempt:
        version = form.cleaned_data["version"]
        return actions.change_attempt(
            opened=opened, attempt_id=attempt_id, version=version, tried=form.to_tried()
        )

    return form_page(
        request, form, page=shown, act=act, again=True,
        said=_("Saved. What stood there before stays in its history."),
        onwards=lambda _kept: see_other("contacts", opened.person.id),
    )  # fmt: skip


@person_page(Permission.KEEP_CONTACT, part="contacts")
def followed_up(request: HttpRequest, opened: Opened, attempt_id: UUID) -> HttpResponse:
    """Say that somebody followed up in a friendly way (POST)."""
    if request.method == "POST":
        pressed(
            request,
            lambda version: actions.follow_up(opened=opened, attempt_id=attempt_id, version=version),
            _("Kept: followed up."),
        )
    there = "walking_beside" if opened.may(Permission.OWN_SPACE) else "follow_ups"
    return HttpResponseRedirect(reverse(there), status=303)
