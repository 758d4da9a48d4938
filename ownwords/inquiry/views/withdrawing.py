"""Somebody withdraws from a study: what will go is named, and a second press does it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.keys import look_at_key
from ownwords.inquiry.actions.withdrawing import Gone, withdraw_participant
from ownwords.inquiry.queries import withdrawal as queries
from ownwords.inquiry.queries.finding_leaving import answers_of, passages_of, resting_on, summaries_of
from ownwords.people.views.form_page import pressed


@study_page(Need.LEAD)
def participant_withdraw(request: HttpRequest, opened: OpenedStudy, participant_id: UUID) -> HttpResponse:
    """Take out what somebody said, after naming what goes."""
    person = queries.open_participant(opened, participant_id)
    if request.method != "POST":
        going = queries.leaving(opened, person)
        key = look_at_key(opened=opened, participant_id=person.id) if opened.has(Need.KEY) else None
        context = {
            "opened": opened,
            "person": person,
            "going": going,
            "resting": resting_on(opened, passages_of(opened, person, going.whole)),
            "summaries": summaries_of(person, going.whole),
            "answers": answers_of(person),
            "turns": queries.turns_leaving(person),
            "values": queries.what_describes(person),
            "memos": queries.memos_about(opened, person, going),
            "elsewhere": queries.elsewhere(opened, person, going, key.name if key else ""),
        }
        return render(request, "inquiry/texts/withdraw.html", context)

    def act(version: int) -> Gone:
        return withdraw_participant(opened=opened, participant_id=participant_id, version=version)

    pressed(request, act, _said)
    return HttpResponseRedirect(reverse("inquiry:texts", args=[opened.study.id]), status=303)


def _said(gone: Gone) -> str:
    whole = ngettext("%(n)s text went whole", "%(n)s texts went whole", gone.whole) % {"n": gone.whole}
    parts = ngettext(
        "from %(n)s text their turns were struck out",
        "from %(n)s texts their turns were struck out",
        gone.parts,
    ) % {"n": gone.parts}
    return _("What they said is gone: %(whole)s, %(parts)s.") % {"whole": whole, "parts": parts}
