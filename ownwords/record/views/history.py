"""Earlier versions of an entry, and what changed between two of them."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.queries.entries import open_entry
from ownwords.record.queries.history import Version, versions_of, words_between
from ownwords.record.views.shown import address


@person_page(Permission.READ_RECORD, part="history")
def entry_history(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Show every version that the viewer may read, and compare one of them with the one before."""
    found = open_entry(opened, entry_id, removed=True)
    versions = versions_of(opened, found)
    chosen = _chosen(versions, request.GET.get("version", ""))
    before = next((one for one in versions if chosen and one.number == chosen.before), None)
    context = {
        "opened": opened,
        "person": opened.person,
        "entry": found,
        "versions": versions,
        "chosen": chosen,
        "before": before,
        "words": words_between(before.words, chosen.words) if chosen and before else (),
        "rewording": words_between(before.rewording, chosen.rewording) if chosen and before else (),
        "levels": {str(value): str(label) for value, label in Visibility.choices},
        "hidden": bool(versions) and versions[-1].number > 1,
        "back": address(opened.person.id, found.id, found.kind)
        if found.removed_at is None
        else address_of_removed(opened),
    }
    return render(request, "record/entry/history.html", context)


def address_of_removed(opened: Opened) -> str:
    """Return the page that lists what was taken out of view."""
    return reverse("record:removed", args=[opened.person.id])


def _chosen(versions: list[Version], wanted: str) -> Version | None:
    """Return the version asked for, or the newest that differs in its words from the one before."""
    by_number = {str(version.number): version for version in versions}
    if wanted in by_number:
        return by_number[wanted]
    for newer, older in pairwise(versions):
        if newer.before == older.number and newer.words != older.words:
            return newer
    return versions[0] if versions else None
