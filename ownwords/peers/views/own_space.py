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
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent

own = role_page(Permission.OWN_SPACE)


@own
def own_space(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show everything in it."""
    return render(request, "peers/own/space.html", {"notes": list(own_notes(viewer))})


@own
def own_note_add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Add something."""
    return _note_page(request, viewer, None)


@own
def own_note(request: HttpRequest, viewer: Viewer, own_id: UUID) -> HttpResponse:
    """Change something."""
    return _note_page(request, viewer, open_own_note(viewer, own_id))


def _note_page(request: HttpRequest, viewer: Viewer, note: OwnNote | None) -> HttpResponse:
    form = OwnNoteForm(sent(request), note=note)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "peers/own/note.html", {"form": form, "note": note}, status=status)

    def act() -> OwnNote:
        typed = form.cleaned_data
        said = {name: typed[name] for name in ("kind", "words", "for_supervision")}
        if note is None:
            return actions.add_own_note(viewer=viewer, submission=typed["submission"], **said)
        return actions.change_own_note(viewer=viewer, note_id=note.id, version=typed["version"], **said)

    return form_page(
        request, form, page=shown, act=act,
        said=_("Saved. What stood there before is gone.") if note else _("Kept, for you alone."),
        onwards=lambda _kept: see_other("own_space"),
    )  # fmt: skip


@own
def own_note_delete(request: HttpRequest, viewer: Viewer, own_id: UUID) -> HttpResponse:
    """Ask once, then delete for good."""
    note = open_own_note(viewer, own_id)
    if request.method != "POST":
        return render(request, "peers/own/delete.html", {"note": note})
    actions.delete_own_note(viewer=viewer, note_id=own_id)
    notices.done(request, _("Deleted for good."))
    return see_other("own_space")
