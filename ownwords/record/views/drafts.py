"""Keeping what is being typed, and throwing it away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from ownwords.people.access import Opened
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.actions.drafts import forget_draft, keep_draft
from ownwords.record.queries.drafts import started
from ownwords.record.views.shown import see_other

LEFT_OUT = frozenset({"csrfmiddlewaretoken", "draft_moment", "submission"})
NO_CONTENT, REFUSED = 204, 422


@person_page(Permission.WRITE_RECORD, part="write")
def draft(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep a form as it stands now: 204, or 422 with the reason in plain text. Reading is refused: pages do that."""
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST"})
    values = {name: several for name, several in request.POST.lists() if name not in LEFT_OUT}
    moment = request.POST.get("draft_moment", "")
    try:
        keep_draft(
            opened=opened,
            form=request.GET.get("form", ""),
            values=values,
            tab=request.POST.get("submission", "")[:40],
            moment=int(moment) if moment.isascii() and moment.isdigit() and len(moment) < 16 else 0,
        )
    except Refused as no:
        return HttpResponse(str(no), status=REFUSED, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=NO_CONTENT)


@person_page(Permission.WRITE_RECORD, part="write")
def draft_drop(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Throw a draft away, and show its form empty."""
    back = request.POST.get("back", "")
    if request.method == "POST":
        forget_draft(opened=opened, form=request.POST.get("form", ""))
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None) or not back.startswith("/"):
        back = reverse("record:record", args=[opened.person.id])
    return see_other(back)


def with_draft(request: HttpRequest, opened: Opened, form: forms.Form, name: str) -> dict[str, Any]:
    """Return what a page needs to keep drafts of a form, filling a fresh form with what was typed before.

    Args:
        name: which form, the same on every visit: "add:meaning", "change:<id>".
    """
    address = reverse("record:draft", args=[opened.person.id])
    found = None if form.is_bound else started(opened, name)
    if found is not None:
        form.fill(found.values)  # type: ignore[attr-defined]
    return {
        "draft": found,
        "draft_name": name,
        "draft_url": f"{address}?{urlencode({'form': name})}",
        "draft_back": request.get_full_path(),
    }
