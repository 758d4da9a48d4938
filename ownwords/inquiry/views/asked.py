"""The pages of whoever is asked back: what is put to them, and one finding after another."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from ownwords.inquiry.actions.asked import reply
from ownwords.inquiry.forms.asked import ReplyForm
from ownwords.inquiry.models import Answer as Said
from ownwords.inquiry.queries.asked import (
    Asked,
    LinkGone,
    finding_put,
    findings_put,
    quotes_of,
    replies_of,
)
from ownwords.inquiry.queries.asked_words import own_texts
from ownwords.inquiry.views.asked_door import Answer, Shown, asked_page, refused, to
from ownwords.people.forms.saving import note_refusal
from ownwords.people.refusals import Refused
from ownwords.people.routes import open_page
from ownwords.people.views.form_page import sent


@open_page
@asked_page
def asked_back(request: HttpRequest, asked: Asked) -> Answer:
    """Show what is put to whoever holds the link, and what they have said so far."""
    replies = replies_of(asked)
    context = {
        "findings": [] if asked.puts_words else [(one, replies.get(one.id)) for one in findings_put(asked)],
        "texts": own_texts() if asked.puts_words else [],
        "whole": replies.get(None),
        "answers": dict(Said.choices),
        "kept": request.GET.get("kept", ""),
    }
    return Shown("inquiry/asked/asked.html", context)


@open_page
@asked_page
def asked_finding(request: HttpRequest, asked: Asked, put_id: UUID) -> Answer:
    """Show one finding with what illustrates it; keep what is said to it, and go on to the next."""
    if asked.puts_words:
        raise LinkGone
    put, all_put = finding_put(asked, put_id), findings_put(asked)
    form = ReplyForm(sent(request), before=replies_of(asked).get(put.id), version=put.version)
    ids = [one.id for one in all_put]
    at = ids.index(put.id)
    nexts = ids[at + 1] if at + 1 < len(ids) else None
    context = {
        "put": put, "quotes": quotes_of(put.id), "number": at + 1, "of": len(ids), "next_id": nexts, "form": form,
        "kept": request.GET.get("kept", ""),
    }  # fmt: skip
    if not _keeps(asked, form, put.id):
        if form.is_bound:
            form.read_again(put.version)
        return (refused if form.is_bound else Shown)("inquiry/asked/finding.html", context)
    return to(asked, "asked_finding", nexts) if nexts else to(asked)


@open_page
@asked_page
def asked_whole(request: HttpRequest, asked: Asked) -> Answer:
    """Keep a word to the whole."""
    form = ReplyForm(sent(request), before=replies_of(asked).get(None), whole=True)
    if _keeps(asked, form, None):
        return to(asked)
    context = {"form": form, "back": reverse("asked", args=[asked.secret])}
    return (refused if form.is_bound else Shown)("inquiry/asked/whole.html", context)


def _keeps(asked: Asked, form: ReplyForm, put_id: UUID | None) -> bool:
    """Keep what a form says; False where it was not sent, or is refused with its words."""
    if not form.is_bound or not form.is_valid():
        return False
    typed = form.cleaned_data
    try:
        reply(
            asked=asked, put_id=put_id, answer=typed.get("answer", ""), words=typed["words"],
            submission=typed["submission"], version=typed["version"],
        )  # fmt: skip
    except Refused as no:
        note_refusal(form, no)
        return False
    return True
