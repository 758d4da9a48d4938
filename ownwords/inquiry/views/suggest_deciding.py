"""Deciding on suggestions, one or several: each press is a form that works without a script."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import suggestions as actions
from ownwords.inquiry.forms.suggestions import chosen_ids
from ownwords.inquiry.presenters import suggestions as say
from ownwords.inquiry.queries.suggest_origin import known
from ownwords.people import notices
from ownwords.people.refusals import Refused

Act = Callable[..., actions.Decided]
#: What a press asks for, what it does, and what is said then.
WAYS: dict[str, tuple[Act, Callable[[int], str]]] = {
    "accept": (actions.accept, say.accepted),
    "aside": (actions.set_aside, say.set_aside),
    "back": (actions.put_back, say.put_back),
}


@study_page(Need.CODE)
def decide(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Accept the chosen suggestions, set them aside, or put them back."""
    return _decide(request, opened, chosen_ids(request.POST))


@study_page(Need.CODE)
def decide_one(request: HttpRequest, opened: OpenedStudy, proposal_id: UUID) -> HttpResponse:
    """Decide on one suggestion."""
    return _decide(request, opened, [known(opened, proposal_id)])


def _decide(request: HttpRequest, opened: OpenedStudy, ids: list[UUID]) -> HttpResponse:
    back = reverse("inquiry:suggestions_listed", args=[opened.study.id])
    onwards = HttpResponseRedirect(f"{back}?{request.GET.urlencode()}", status=303)
    way = WAYS.get(request.POST.get("do", ""))
    if request.method != "POST" or way is None:
        return onwards
    act, said = way
    try:
        decided = act(opened=opened, ids=ids)
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
        return onwards
    gone = _("%(n)s were not open any more.") % {"n": decided.gone} if decided.gone else ""
    notices.done(request, f"{said(decided.done)} {gone}".strip())
    return onwards
