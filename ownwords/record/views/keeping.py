"""Undoing, taking out of view, and putting back."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.fields import VersionField
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.actions.entries import is_voice_of, remove_entry, restore_entry
from ownwords.record.actions.undo import undo_last
from ownwords.record.forms.entries import WordsForm
from ownwords.record.models import Entry
from ownwords.record.queries.entries import open_entry
from ownwords.record.queries.history import names_of
from ownwords.record.queries.values import removed_of
from ownwords.record.views.entry import done
from ownwords.record.views.shown import address, section_address, see_other


def _version(request: HttpRequest) -> int:
    return int(VersionField().clean(request.POST.get("version")))


@person_page(Permission.WRITE_RECORD, part="write")
def entry_undo(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Undo what the viewer has just done to an entry."""
    found = open_entry(opened, entry_id, removed=True)
    if request.method != "POST":
        return see_other(_whereabouts(opened, found))
    try:
        found = undo_last(opened=opened, entry_id=found.id, version=_version(request))
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
    except StaleEdit:
        notices.note(request, _("This was not undone: somebody changed it since. Look at the history first."))
    else:
        notices.done(request, _("Undone. What stood there before stands there again."))
    return see_other(_whereabouts(opened, found))


def _whereabouts(opened: Opened, entry: Entry) -> str:
    """Return where an entry stands now: its page, or the section it was in when it is out of view."""
    if entry.removed_at is None:
        return address(opened.person.id, entry.id, entry.kind)
    return section_address(opened.person.id, entry.kind)


@person_page(Permission.WRITE_RECORD, part="write")
def entry_remove(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Take an entry out of view, with a reason; it can be put back."""
    found = open_entry(opened, entry_id)
    if not (opened.is_own or is_voice_of(opened, found)):
        raise NotFound

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        return _let_go_page(request, opened, found, form, status)

    form = _reason_form(request, found, _("Why should this be out of view?"))
    if request.method != "POST":
        return page(form)
    kept = save_or_explain(
        request,
        form,
        lambda: remove_entry(
            opened=opened,
            entry_id=found.id,
            version=form.cleaned_data["version"],
            reason=form.cleaned_data["reason"],
        ),
        page=page,
        again=True,
    )
    if isinstance(kept, HttpResponse):
        return kept
    to = section_address(opened.person.id, kept.kind)
    return done(request, opened, kept, _("This is out of view now. You can put it back at any time."), to=to)


def _reason_form(request: HttpRequest, entry: Entry, label: str) -> WordsForm:
    data = request.POST if request.method == "POST" else None
    hint = _("A word or two is enough. Do not repeat what it says.")
    first = {"version": entry.version}
    return WordsForm(data, field="reason", label=label, hint=hint, most=500, rows=2, initial=first)


def _let_go_page(
    request: HttpRequest, opened: Opened, entry: Entry, form: forms.Form, status: int
) -> HttpResponse:
    context = {
        "opened": opened,
        "person": opened.person,
        "entry": entry,
        "form": form,
        "back": _whereabouts(opened, entry),
    }
    return render(request, "record/keeping/let_go.html", context, status=status)


@person_page(Permission.WRITE_RECORD, part="entry")
def removed(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What was taken out of view, with who did it and why; and what was erased, without its words."""
    rows = removed_of(opened)
    context = {
        "opened": opened,
        "person": opened.person,
        "rows": rows,
        "names": names_of(row.removed_by_id for row in rows if row.removed_by_id),
        "back": reverse("record:record", args=[opened.person.id]),
    }
    return render(request, "record/keeping/removed.html", context)


@person_page(Permission.WRITE_RECORD, part="write")
def entry_restore(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Put an entry back that was taken out of view."""
    back = reverse("record:removed", args=[opened.person.id])
    open_entry(opened, entry_id, removed=True)
    if request.method != "POST":
        return see_other(back)
    try:
        kept = restore_entry(opened=opened, entry_id=entry_id, version=_version(request))
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
    except StaleEdit:
        notices.note(request, _("Somebody changed this since you opened it. Look at it again."))
    else:
        notices.done(request, _("This stands in the record again."))
        back = address(opened.person.id, kept.id, kept.kind)
    return see_other(back)
