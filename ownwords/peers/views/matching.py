"""Pages of finding a peer worker."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.peers.actions import matching as actions
from ownwords.peers.forms.matching import AnswerForm, ProfileForm, ProposeMatchForm, WishForm
from ownwords.peers.models import Match, PeerProfile, PeerWish
from ownwords.peers.queries import matching as queries
from ownwords.peers.views.between import page, see_other
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.beside import end_relationship
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page, role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, pressed, sent
from ownwords.people.wording import in_a_row, person_words

match_page = person_page(Permission.MATCH_PEER, part="peer")


def _who(opened: Opened) -> str:
    return in_a_row([person_words(opened), *circle_of(opened).teams])


def _may_answer(opened: Opened) -> bool:
    return opened.is_own or opened.person.account_id is None


def _who_wish(opened: Opened, wish: PeerWish | None) -> str:
    if wish is not None and wish.show_words:
        return _("%(these)s; and a peer worker who is asked") % {"these": _who(opened)}
    return _who(opened)


@match_page
def peer_match(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show what the person would like, who stands beside them, and what is proposed."""
    wish = queries.wish_of(opened)
    refused = wish is not None and wish.wanted is False
    answers = queries.given_answers(opened)
    found = [] if refused else list(queries.matches_of(opened))
    return page(
        request, opened, "matching/match", wish=wish, refused=refused, visible=_who_wish(opened, wish),
        beside=queries.relationships_of(opened),
        matches=[(one, answers.get(one.id, "")) for one in found],
        reasons=queries.own_reasons(opened.viewer), may_answer=_may_answer(opened),
        known=[] if refused else queries.peers_to_choose(opened),
    )  # fmt: skip


@match_page
def wish(request: HttpRequest, opened: Opened, wish_id: UUID | None = None) -> HttpResponse:
    """Say whether the person would like a peer worker, and what kind of person."""
    if wish_id is not None and wish_id != opened.person.id:
        raise NotFound
    found = queries.wish_of(opened)
    form = WishForm(sent(request), opened=opened, wish=found)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(
            request, opened, "matching/wish", status, form=form, visible=_who_wish(opened, found), wish=found
        )

    def act() -> PeerWish:
        typed = form.cleaned_data
        return actions.set_wish(
            opened=opened, version=typed["version"], wanted=form.wanted, words=typed["words"],
            show_words=typed.get("show_words", False),
        )  # fmt: skip

    def said(kept: PeerWish) -> str:
        return _("Kept. Nothing is offered until you change this.") if kept.wanted is False else _("Kept.")

    return form_page(
        request, form, page=shown, act=act, said=said,
        onwards=lambda _kept: see_other("peers:match", opened.person.id),
    )  # fmt: skip


@match_page
def match_propose(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Propose a peer worker."""
    known = queries.peers_to_choose(opened)
    form = ProposeMatchForm(sent(request), known=known)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        refused = queries.said_no(opened)
        return page(
            request, opened, "matching/propose", status, form=form, known=known, refused=refused,
            visible=_who(opened),
        )  # fmt: skip

    def act() -> Match:
        submission = form.cleaned_data["submission"]
        return actions.propose_match(opened=opened, peer_id=form.peer_id, submission=submission)

    return form_page(
        request, form, page=shown, act=act,
        said=_("Proposed. Each of the two answers for themselves, and may say no."),
        onwards=lambda _kept: see_other("peers:match", opened.person.id),
    )  # fmt: skip


_ANSWERED = {
    actions.WAITING: lambda: _("Kept. It begins when both have said yes."),
    actions.BEGAN: lambda: _("Both said yes. You can begin."),
    actions.CLOSED: lambda: _("Kept. This did not come about."),
}


@match_page
def match_answer(request: HttpRequest, opened: Opened, match_id: UUID) -> HttpResponse:
    """Say yes or no for the person."""
    match = queries.open_match(opened, match_id)
    if not _may_answer(opened) or queries.said_no(opened):
        raise NotFound
    form = AnswerForm(sent(request), reason=opened.is_own)
    known = {"account": match.account, "profile": queries.profile_words(match.account_id)}

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "matching/answer", status, form=form, match=match, known=known)

    def act() -> str:
        typed = form.cleaned_data
        return actions.answer_for_person(
            opened=opened, match_id=match_id, answer=typed["answer"], why=typed.get("why", "")
        )

    return form_page(
        request, form, page=shown, act=act, said=lambda kept: _ANSWERED[kept](),
        onwards=lambda _kept: see_other("peers:match", opened.person.id),
    )  # fmt: skip


@match_page
def match_close(request: HttpRequest, opened: Opened, match_id: UUID) -> HttpResponse:
    """Close a proposal, without a reason (POST)."""
    queries.open_match(opened, match_id)
    if request.method == "POST":
        pressed(
            request,
            lambda version: actions.close_match(opened=opened, match_id=match_id, version=version),
            _("Closed."),
        )
    return see_other("peers:match", opened.person.id)


@match_page
def peer_end(request: HttpRequest, opened: Opened, peer_id: UUID) -> HttpResponse:
    """The person ends walking with one peer worker, without a reason; they may choose another, or the same again."""
    row = next((one for one in queries.relationships_of(opened) if one.account_id == peer_id), None)
    if row is None or not opened.is_own:
        raise NotFound
    if request.method != "POST":
        return page(request, opened, "matching/end", row=row)
    end_relationship(opened=opened, relationship_id=row.id)
    notices.done(
        request, _("Ended. You can choose somebody else here, or the same again, whenever you like.")
    )
    return see_other("peers:match", opened.person.id)


@role_page(Permission.OWN_SPACE)
def match_offers(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show a peer worker what is proposed to them."""
    context = {"offers": queries.offers_to(viewer), "reasons": queries.own_reasons(viewer)}
    return render(request, "peers/matching/offers.html", context)


@role_page(Permission.OWN_SPACE)
def offer_answer(request: HttpRequest, viewer: Viewer, match_id: UUID) -> HttpResponse:
    """Say yes or no as the peer worker."""
    offer = next((one for one in queries.offers_to(viewer) if one.match == match_id), None)
    if offer is None or offer.state != "open":
        raise NotFound
    form = AnswerForm(sent(request))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"form": form, "offer": offer}
        return render(request, "peers/matching/offer.html", context, status=status)

    def act() -> str:
        typed = form.cleaned_data
        return actions.answer_as_peer(
            viewer=viewer, match_id=match_id, answer=typed["answer"], why=typed["why"]
        )

    return form_page(
        request, form, page=shown, act=act, said=lambda kept: _ANSWERED[kept](),
        onwards=lambda _kept: see_other("match_offers"),
    )  # fmt: skip


@role_page(Permission.OWN_SPACE)
def peer_profile(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say what people may read of oneself as a peer worker."""
    form = ProfileForm(sent(request), profile=queries.profile_of(viewer))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "peers/matching/profile.html", {"form": form}, status=status)

    def act() -> PeerProfile:
        typed = form.cleaned_data
        return actions.set_profile(
            viewer=viewer, version=typed["version"], words=typed["words"], would_like=typed["would_like"],
            taking_on=typed["taking_on"],
        )  # fmt: skip

    return form_page(
        request, form, page=shown, act=act, said=_("Saved."), onwards=lambda _kept: see_other("peer_profile")
    )
