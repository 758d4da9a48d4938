"""Adding an entry, its own page, and changing, rewording and answering it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.queries.erasure import open_request_on
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.actions.details import (
    preference_columns,
    preference_row,
    strength_columns,
    strength_row,
)
from ownwords.record.actions.drafts import forget_draft
from ownwords.record.actions.entries import add_entry, answer_entry, change_entry, reword_entry
from ownwords.record.forms.common import EntryForm
from ownwords.record.forms.entries import FORMS, AnswerForm, WordsForm, asked, may_add
from ownwords.record.forms.preferences import PreferenceForm
from ownwords.record.forms.strengths import StrengthForm
from ownwords.record.models import Entry, Kind, Standing
from ownwords.record.queries.entries import open_entry
from ownwords.record.queries.history import sees_first_words, views_of
from ownwords.record.views.drafts import with_draft
from ownwords.record.views.shown import OWN_PAGES, address, gather, may_change, section_address, see_other

DETAILED: dict[str, tuple[type[EntryForm], Callable[..., Any], Callable[..., dict[str, Any]]]] = {
    Kind.STRENGTH: (StrengthForm, strength_row, strength_columns),
    Kind.PREFERENCE: (PreferenceForm, preference_row, preference_columns),
}
#: What a link to a fresh form may fill in already: the box of the sheet that was pressed.
PREFILLED = ("domain", "time", "subject")


def form_of(kind: str) -> type[EntryForm]:
    """Return the form for a kind of entry. Raises NotFound for one that has its own pages, or does not exist."""
    found = DETAILED[kind][0] if kind in DETAILED else FORMS.get(kind)
    if found is None:
        raise NotFound
    return found


@person_page(Permission.WRITE_RECORD, part="write")
def entry_add(request: HttpRequest, opened: Opened, kind: str) -> HttpResponse:
    """One short form to add something of one kind."""
    if kind not in DETAILED and not may_add(opened, kind):
        raise NotFound
    back = section_address(opened.person.id, kind)
    name = f"add:{kind}"

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = {
            "opened": opened,
            "person": opened.person,
            "asked": asked(kind),
            "back": back,
            "kind": kind,
            **with_draft(request, opened, form, name),
            "form": form,
        }
        return render(request, "record/entry/add.html", context, status=status)

    circle = circle_of(opened)
    if request.method != "POST":
        first = {key: request.GET[key] for key in PREFILLED if key in request.GET}
        return page(form_of(kind)(opened=opened, circle=circle, initial=first))
    form = form_of(kind)(request.POST, opened=opened, circle=circle)
    kept = save_or_explain(
        request,
        form,
        lambda: _add(opened, kind, form),
        page=page,
        keep_url=back,
        save_url=lambda current: address(opened.person.id, current.id, kind, "change"),
    )
    if isinstance(kept, HttpResponse):
        return kept
    forget_draft(opened=opened, form=name, tab=request.POST.get("submission", ""))
    return done(request, opened, kept, _("This is kept."), to=f"{back.split('#')[0]}#entry-{kept.id}")


def _add(opened: Opened, kind: str, form: EntryForm) -> Entry:
    detail = DETAILED[kind][1](**form.to_detail()) if kind in DETAILED else None  # type: ignore[attr-defined]
    return add_entry(
        opened=opened,
        kind=kind,
        wording=form.to_wording(),
        sight=form.to_sight(),
        detail=detail,
        submission=form.cleaned_data["submission"],
        **form.to_said(),
    )


def done(request: HttpRequest, opened: Opened, entry: Entry, text: str, *, to: str = "") -> HttpResponse:
    """Say what happened, offer to undo it, and go on to `to` or to the entry's page."""
    undo = reverse("record:entry_undo", args=[opened.person.id, entry.id])
    notices.done(request, text, undo_url=undo, version=entry.version)
    return see_other(to or address(opened.person.id, entry.id, entry.kind))


@person_page(Permission.READ_RECORD, part="entry")
def entry(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """One entry: its words first, then every other voice, who can see it, where it is used."""
    found = open_entry(opened, entry_id)
    if found.kind in OWN_PAGES:
        return see_other(address(opened.person.id, found.id, found.kind))
    writes = opened.may(Permission.WRITE_RECORD)
    context = {
        "opened": opened,
        "person": opened.person,
        "entry": found,
        "shown": gather(opened, [found])[found.id],
        "views": views_of(found),
        "first_words": found.original_words if _first_differ(opened, found) else "",
        "erasure": open_request_on(found.id) if writes else None,
        "may_change": may_change(opened, found),
        "writes": writes,
        "back": section_address(opened.person.id, found.kind),
    }
    return render(request, "record/entry/entry.html", context)


def _first_differ(opened: Opened, entry: Entry) -> bool:
    return entry.original_words != entry.words and sees_first_words(opened, entry)


@person_page(Permission.WRITE_RECORD, part="write")
def entry_change(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Change words of one's own; the earlier ones stay readable."""
    found = open_entry(opened, entry_id)
    if not may_change(opened, found):
        raise NotFound
    name = f"change:{found.id}"
    back = address(opened.person.id, found.id, found.kind)

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = {
            "opened": opened,
            "person": opened.person,
            "asked": asked(found.kind),
            "entry": found,
            "back": back,
            **with_draft(request, opened, form, name),
            "form": form,
        }
        return render(request, "record/entry/change.html", context, status=status)

    circle = circle_of(opened)
    if request.method != "POST":
        return page(form_of(found.kind)(opened=opened, circle=circle, entry=found))
    form = form_of(found.kind)(request.POST, opened=opened, circle=circle, entry=found)
    kept = save_or_explain(request, form, lambda: _change(opened, found, form), page=page, keep_url=back)
    if isinstance(kept, HttpResponse):
        return kept
    forget_draft(opened=opened, form=name, tab=request.POST.get("submission", ""))
    return done(request, opened, kept, _("Your new words are kept. The earlier ones are in the history."))


def _change(opened: Opened, entry: Entry, form: EntryForm) -> Entry:
    detail = DETAILED[entry.kind][2](**form.to_detail()) if entry.kind in DETAILED else None  # type: ignore[attr-defined]
    return change_entry(
        opened=opened,
        entry_id=entry.id,
        version=form.cleaned_data["version"],
        wording=form.to_wording(),
        detail=detail,
    )


@person_page(Permission.WRITE_RECORD, part="write")
def entry_reword(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Staff put another wording beside the person's own words, which stay first."""
    found = open_entry(opened, entry_id)
    if opened.is_own:
        raise NotFound

    def make(data: Any = None) -> WordsForm:
        return WordsForm(
            data,
            field="rewording",
            label=_("Put another way"),
            hint=_(
                "It stands beside the person’s own words, never in place of them. Leave it empty to take it away."
            ),
            required=False,
            initial={"rewording": found.rewording, "version": found.version},
        )

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        return _beside_page(request, opened, found, form, _("Put it another way"), status)

    if request.method != "POST":
        return page(make())
    form = make(request.POST)
    kept = save_or_explain(
        request,
        form,
        lambda: reword_entry(
            opened=opened,
            entry_id=found.id,
            version=form.cleaned_data["version"],
            rewording=form.cleaned_data["rewording"],
        ),
        page=page,
        keep_url=address(opened.person.id, found.id, found.kind),
    )
    if isinstance(kept, HttpResponse):
        return kept
    return done(request, opened, kept, _("The other wording stands beside the words now."))


def _beside_page(
    request: HttpRequest, opened: Opened, entry: Entry, form: forms.Form, heading: str, status: int = 200
) -> HttpResponse:
    context = {
        "opened": opened,
        "person": opened.person,
        "entry": entry,
        "shown": gather(opened, [entry])[entry.id],
        "heading": heading,
        "form": form,
        "back": address(opened.person.id, entry.id, entry.kind),
    }
    return render(request, "record/entry/beside.html", context, status=status)


@person_page(Permission.DECIDE_VISIBILITY, part="entry")
def entry_answer(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """The person says what they make of words that somebody offered."""
    found = open_entry(opened, entry_id)
    if found.standing == Standing.OWN:
        raise NotFound

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        return _beside_page(request, opened, found, form, _("What do you say to this?"), status)

    if request.method != "POST":
        standing = "" if found.standing == Standing.OFFERED else found.standing
        first = {"version": found.version, "standing": standing, "answer_words": found.answer_words}
        return page(AnswerForm(entry=found, initial=first))
    form = AnswerForm(request.POST, entry=found)
    kept = save_or_explain(
        request,
        form,
        lambda: answer_entry(
            opened=opened, entry_id=found.id, version=form.cleaned_data["version"], **form.to_answer()
        ),
        page=page,
        again=True,
    )
    if isinstance(kept, HttpResponse):
        return kept
    to = section_address(opened.person.id, kept.kind).split("#")[0] + f"#entry-{kept.id}"
    return done(request, opened, kept, _("Your answer is kept."), to=to)
