"""Who can see an entry: only the person decides."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.forms.sight import SightForm
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.sight import Sight
from ownwords.people.wording import who_can_see
from ownwords.record.actions.entries import set_sight
from ownwords.record.models import Entry
from ownwords.record.queries.entries import open_entry, shares_of
from ownwords.record.views.entry import done
from ownwords.record.views.shown import address, gather


def _from_now_on(opened: Opened, kept: Entry, circle: Circle) -> str:
    """Say in names who can see an entry that was just changed."""
    names = who_can_see(opened, kept.visibility, circle, shares_of([kept]).get(kept.id, []))
    return _("Who can see it from now on: %(names)s.") % {"names": names}


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def entry_sight(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Change who can see an entry, from now on."""
    found = open_entry(opened, entry_id)
    circle = circle_of(opened)
    named = [str(who) for who in shares_of([found]).get(found.id, [])]
    back = address(opened.person.id, found.id, found.kind)

    def make(data: Any = None) -> SightForm:
        first = {"visibility": found.visibility, "named": named, "version": found.version}
        return SightForm(data, opened=opened, circle=circle, initial=first)

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = {
            "opened": opened,
            "person": opened.person,
            "entry": found,
            "shown": gather(opened, [found], circle=circle)[found.id],
            "team": circle,
            "form": form,
            "back": back,
        }
        return render(request, "record/entry/sight.html", context, status=status)

    if request.method != "POST":
        return page(make())
    form = make(request.POST)
    kept = save_or_explain(
        request,
        form,
        lambda: set_sight(
            opened=opened,
            entry_id=found.id,
            version=form.cleaned_data["version"],
            sight=form.to_sight() or Sight(found.visibility),
        ),
        page=page,
        again=True,
    )
    if isinstance(kept, HttpResponse):
        return kept
    return done(request, opened, kept, _from_now_on(opened, kept, circle), to=back)
