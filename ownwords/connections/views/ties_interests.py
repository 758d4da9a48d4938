"""Pages of what a person says to services of the directory: one answer for each, and all of them together."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions.interests import say_interest
from ownwords.connections.actions.ties import only_who_draws
from ownwords.connections.forms.ties_said import InterestForm
from ownwords.connections.models import Interest
from ownwords.connections.presenters.ties import writer
from ownwords.connections.queries.interests import interests as answers
from ownwords.connections.queries.interests import interests_of, service_named
from ownwords.connections.queries.sight import may_draw, shares_of
from ownwords.connections.views.ties_parts import page, see_other
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.wording import seen_by


@person_page(Permission.READ_RECORD, part="nearby")
def interests(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List what the person says to services nearby."""
    draws, circle, found = may_draw(opened), circle_of(opened), list(answers(opened))
    shares = shares_of([one.id for one in found])
    rows = [
        {
            "said": one,
            "who": writer(opened, one.written_by),
            "visible": seen_by(opened, one.visibility, circle, shares.get(one.id, [])),
            "may_change": draws,
            "may_remove": draws and (opened.is_own or one.written_by_id == opened.viewer.account_id),
        }
        for one in found
    ]
    return page(request, opened, "ties/interests", rows=rows, draws=draws)


@person_page(Permission.DRAW_MAP, part="nearby")
def interest(request: HttpRequest, opened: Opened, service_id: UUID) -> HttpResponse:
    """Say to one service: I could go, I could help run this, both, not for me; `?answer=` has been pressed already."""
    only_who_draws(opened)
    name = service_named(service_id)
    said = interests_of(opened, [service_id]).get(service_id)
    form = InterestForm(
        request.POST if request.method == "POST" else None,
        opened=opened,
        circle=circle_of(opened),
        interest=said,
        chosen=request.GET.get("answer", ""),
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "ties/interest", status, form=form, service=name, draws=True)

    if request.method != "POST":
        return shown(form)

    def act() -> Interest:
        typed = form.cleaned_data
        return say_interest(
            opened=opened,
            service_id=service_id,
            answer=typed["answer"],
            words=typed["words"],
            version=typed["version"],
            sight=form.to_sight(),
        )

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept: %(answer)s.") % {"answer": kept.get_answer_display()})
    return see_other("interests", opened.person.id)
