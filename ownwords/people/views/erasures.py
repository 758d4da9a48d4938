"""Pages of erasing: asking, what was asked in one record, deciding, and what waits for a team lead."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.ledger.ids import Ref
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened, show_list
from ownwords.people.actions.erasure import MOST_REASON, ask_erasure, decide_erasure, may_decide
from ownwords.people.erasable import erasable
from ownwords.people.forms.fields import WordsField
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.models import ErasureRequest
from ownwords.people.queries.erasure import open_request_on, requests_of, waiting_for
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page, role_page
from ownwords.people.viewer import Viewer


class ReasonForm(forms.Form):
    """Why something should be erased."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"] = WordsField(
            label=_("Why should this be erased?"),
            help_text=_("A word or two is enough. Do not repeat what it says."),
            most=MOST_REASON,
            rows=2,
        )


def _to_list(opened: Opened) -> HttpResponse:
    return HttpResponseRedirect(reverse("erasures", args=[opened.person.id]), status=303)


@person_page(Permission.WRITE_RECORD, part="write")
def erase(request: HttpRequest, opened: Opened, kind: str, thing_id: UUID) -> HttpResponse:
    """Ask for something to be erased for good; somebody else decides."""
    found = erasable(kind)
    if found is None or thing_id not in set(found.seen(opened)) or found.erased(thing_id):
        raise NotFound

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = {
            "opened": opened,
            "person": opened.person,
            "form": form,
            "what": found.words,
            "waiting": open_request_on(thing_id),
            "back": reverse(found.page, args=[opened.person.id, thing_id]),
        }
        return render(request, "people/erasures/ask.html", context, status=status)

    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return page(form)
    kept = save_or_explain(
        request,
        form,
        lambda: ask_erasure(opened=opened, thing=Ref(kind, thing_id), reason=form.cleaned_data["reason"]),
        page=page,
    )
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(
        request, _("You have asked for this to be erased. Somebody else decides, and you will see it here.")
    )
    return _to_list(opened)


@person_page(Permission.WRITE_RECORD, part="entry")
def erasures(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Everything that was asked to be erased in one record, with who asked and what was decided."""
    return _erasures_page(request, opened)


def _erasures_page(
    request: HttpRequest, opened: Opened, refused: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "opened": opened,
        "person": opened.person,
        "rows": [_shown(opened, row) for row in requests_of(opened)],
        "refused": refused or {},
        "errors": [{"text": text, "href": f"#words-{row_id}"} for row_id, text in (refused or {}).items()],
        "typed": request.POST.get("words", ""),
        "back": reverse("record:record", args=[opened.person.id]),
    }
    return render(request, "people/erasures/list.html", context, status=status)


def _shown(opened: Opened, row: ErasureRequest) -> dict[str, Any]:
    kind = erasable(row.thing_kind)
    return {
        "row": row,
        "mine": row.decided_at is None and may_decide(opened, row),
        "what": kind.words if kind else "",
        "href": reverse(kind.page, args=[opened.person.id, row.thing_id]) if kind else "",
    }


@person_page(Permission.WRITE_RECORD, part="write")
def erasure_decide(request: HttpRequest, opened: Opened, request_id: UUID) -> HttpResponse:
    """Agree to an erasure, or refuse it with words."""
    if request.method != "POST" or request.POST.get("answer") not in ("agree", "refuse"):
        return _to_list(opened)
    agreed = request.POST["answer"] == "agree"
    try:
        decide_erasure(
            opened=opened, request_id=request_id, agreed=agreed, words=request.POST.get("words", "")
        )
    except Refused as no:
        return _erasures_page(request, opened, {str(request_id): " ".join(no.messages.values())}, 422)
    notices.done(
        request, _("It is erased. Only that it happened is kept.") if agreed else _("Your answer is kept.")
    )
    return _to_list(opened)


@role_page(Permission.DECIDE_ERASURE)
def waiting_erasures(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """For a team lead: every request of the team's people that waits for a decision."""
    rows = list(waiting_for(viewer)[:200])
    show_list(viewer, {row.person_id for row in rows}, part="erasures")
    return render(request, "people/erasures/waiting.html", {"rows": rows})
