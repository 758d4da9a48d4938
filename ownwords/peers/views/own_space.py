"""Pages of a peer worker's own space. Nobody else has a page of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.peers.actions import own_space as actions
from ownwords.peers.forms.own_space import OwnNoteForm
from ownwords.peers.models import OwnNote
from ownwords.peers.queries.own_space import open_own_note, own_notes
from ownwords.peers.views.between import see_other
from ownwords.people import notices
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer

own = role_page(Permission.OWN_SPACE)


@own
def own_space(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show everything in it."""
    return render(request, "peers/own/space.html", {"notes": list(own_notes(viewer))})


@own
def own_note_add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Add something."""
    form = OwnNoteForm(request.POST if request.method == "POST" else None)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "peers/own/note.html", {"form": form, "note": None}, status=status)

    if request.method != "POST":
        return shown(form)

    def act() -> OwnNote:
        typed = form.cleaned_data
        return actions.add_own_note(
            viewer=viewer, kind=typed["kind"], words=typed["words"],
            for_supervision=typed["for_supervision"], submission=typed["submission"],
        )  # fmt: skip

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept, for you alone."))
    return see_other("own_space")


@own
def own_note(request: HttpRequest, viewer: Viewer, own_id: UUID) -> HttpResponse:
    """Change something."""
    note = open_own_note(viewer, own_id)
    form = OwnNoteForm(request.POST if request.method == "POST" else None, note=note)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "peers/own/note.html", {"form": form, "note": note}, status=status)

    if request.method != "POST":
        return shown(form)

    def act() -> OwnNote:
        typed = form.cleaned_data
        return actions.change_own_note(
            viewer=viewer, note_id=own_id, version=typed["version"], kind=typed["kind"],
            words=typed["words"], for_supervision=typed["for_supervision"],
        )  # fmt: skip

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Saved. What stood there before is gone."))
    return see_other("own_space")


@own
def own_note_delete(request: HttpRequest, viewer: Viewer, own_id: UUID) -> HttpResponse:
    """Ask once, then delete for good."""
    note = open_own_note(viewer, own_id)
    if request.method != "POST":
        return render(request, "peers/own/delete.html", {"note": note})
    actions.delete_own_note(viewer=viewer, note_id=own_id)
    notices.done(request, _("Deleted for good."))
    return see_other("own_space")
