"""Another voice beside an entry: adding one's own view, taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.actions.drafts import forget_draft
from ownwords.record.actions.views import add_view, withdraw_view
from ownwords.record.forms.entries import WordsForm
from ownwords.record.models import OtherView
from ownwords.record.queries.entries import open_entry
from ownwords.record.views.drafts import with_draft
from ownwords.record.views.shown import address, gather, see_other


@person_page(Permission.WRITE_RECORD, part="write")
def view_add(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Put one's own view beside an entry; neither voice overwrites the other."""
    found = open_entry(opened, entry_id)
    name = f"view:{found.id}"
    back = address(opened.person.id, found.id, found.kind)

    def make(data: Any = None) -> WordsForm:
        hint = _("It stands beside the words, in the same size, with your name. Only you can take it back.")
        return WordsForm(data, field="words", label=_("How I see it"), hint=hint)

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = {
            "opened": opened,
            "person": opened.person,
            "entry": found,
            "shown": gather(opened, [found])[found.id],
            "heading": _("Add how you see it"),
            "back": back,
            **with_draft(request, opened, form, name),
            "form": form,
        }
        return render(request, "record/entry/beside.html", context, status=status)

    if request.method != "POST":
        return page(make())
    form = make(request.POST)
    kept = save_or_explain(request, form, lambda: _add(opened, found.id, form), page=page)
    if isinstance(kept, HttpResponse):
        return kept
    forget_draft(opened=opened, form=name, tab=request.POST.get("submission", ""))
    notices.done(request, _("Your view stands beside the words now."))
    return see_other(back)


def _add(opened: Opened, entry_id: UUID, form: WordsForm) -> OtherView:
    typed = form.cleaned_data
    return add_view(opened=opened, entry_id=entry_id, words=typed["words"], submission=typed["submission"])


@person_page(Permission.WRITE_RECORD, part="write")
def view_withdraw(request: HttpRequest, opened: Opened, entry_id: UUID, view_id: UUID) -> HttpResponse:
    """Take back one's own view."""
    found = open_entry(opened, entry_id)
    if request.method == "POST":
        withdraw_view(opened=opened, view_id=view_id)
        notices.done(request, _("You have taken back your view."))
    return see_other(address(opened.person.id, found.id, found.kind))
