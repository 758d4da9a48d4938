"""Pages of what was passed on for safety."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.peers.actions import safety as actions
from ownwords.peers.forms.safety import PassOnForm, ReleaseForm, WithholdForm
from ownwords.peers.models import SafetyShare
from ownwords.peers.queries.safety import is_due, open_share, reviews_of, safety_shares, withheld_by_team
from ownwords.peers.views.between import page, see_other
from ownwords.people.access import NotFound, Opened, show_list
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page, role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent
from ownwords.people.wording import person_words


def _name(share: SafetyShare) -> str:
    return share.written_by.name if share.written_by else _("Somebody")


def _who(opened: Opened, share: SafetyShare) -> str:
    writer = _("you") if share.written_by_id == opened.viewer.account_id else _name(share)
    if share.withheld_at is not None:
        return _("%(writer)s and the team lead; not %(person)s for now") % {
            "writer": writer, "person": opened.person.called,
        }  # fmt: skip
    return _("%(person)s, %(writer)s and the team lead") % {"person": person_words(opened), "writer": writer}


@person_page(Permission.READ_RECORD, part="safety")
def shares(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List what was passed on, that the viewer sees."""
    found = [(one, _who(opened, one)) for one in safety_shares(opened)]
    return page(
        request, opened, "safety/shares", shares=found, may_add=opened.may(Permission.SHARE_FOR_SAFETY)
    )


@person_page(Permission.SHARE_FOR_SAFETY, part="safety")
def share_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep that something was passed on."""
    form = PassOnForm(sent(request), opened=opened)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "safety/add", status, form=form)

    def act() -> SafetyShare:
        return actions.pass_on(
            opened=opened, passed=form.to_passed(), submission=form.cleaned_data["submission"]
        )

    return form_page(
        request, form, page=shown, act=act,
        said=_("Kept. %(person)s can read it.") % {"person": opened.person.called},
        onwards=lambda kept: see_other("peers:safety_share", opened.person.id, kept.id),
    )  # fmt: skip


@person_page(Permission.READ_RECORD, part="safety")
def share(request: HttpRequest, opened: Opened, share_id: UUID) -> HttpResponse:
    """Show one share, with every decision about withholding it."""
    found = open_share(opened, share_id)
    decides = opened.may(Permission.WITHHOLD_SHARE) and found.written_by_id != opened.viewer.account_id
    return page(
        request, opened, "safety/share", share=found, visible=_who(opened, found), reviews=reviews_of(found),
        decides=decides and found.erased_at is None,
    )  # fmt: skip


def _decision(
    request: HttpRequest,
    opened: Opened,
    found: SafetyShare,
    form: Any,
    what: str,
    act: Callable[[], SafetyShare],
    said: str,
) -> HttpResponse:
    if found.written_by_id == opened.viewer.account_id:
        raise NotFound

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "safety/decide", status, form=form, share=found, what=what)

    return form_page(
        request, form, page=shown, act=act, again=True, said=said,
        onwards=lambda _kept: see_other("peers:safety_share", opened.person.id, found.id),
    )  # fmt: skip


@person_page(Permission.WITHHOLD_SHARE, part="safety")
def share_withhold(request: HttpRequest, opened: Opened, share_id: UUID) -> HttpResponse:
    """Withhold a share for a time; or, when it is withheld, for longer."""
    found = open_share(opened, share_id)
    form = WithholdForm(sent(request), share=found)
    longer = found.withheld_at is not None
    action = actions.keep_withheld if longer else actions.withhold

    def act() -> SafetyShare:
        typed = form.cleaned_data
        return action(
            opened=opened, share_id=share_id, version=typed["version"], reason=typed["reason"],
            review_on=typed["review_on"],
        )  # fmt: skip

    said = _("Withheld until it is looked at again. It stands on the list on that day.")
    return _decision(request, opened, found, form, "longer" if longer else "withhold", act, said)


@person_page(Permission.WITHHOLD_SHARE, part="safety")
def share_release(request: HttpRequest, opened: Opened, share_id: UUID) -> HttpResponse:
    """Let the person read it from now on."""
    found = open_share(opened, share_id)
    form = ReleaseForm(sent(request), share=found)

    def act() -> SafetyShare:
        typed = form.cleaned_data
        return actions.release(
            opened=opened, share_id=share_id, version=typed["version"], reason=typed["reason"]
        )

    said = _("Released. %(person)s can read it now.") % {"person": opened.person.called}
    return _decision(request, opened, found, form, "release", act, said)


@role_page(Permission.WITHHOLD_SHARE)
def withheld_shares(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List what is withheld among the people of the lead's teams, the review that is due first."""
    found = withheld_by_team(viewer)
    show_list(viewer, [one.person_id for one in found], part="withheld")
    rows = [(one, is_due(one)) for one in found]
    return render(request, "peers/safety/withheld.html", {"rows": rows, "viewer": viewer})
