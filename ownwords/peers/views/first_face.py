"""How the first meeting was: a question that is asked once, and can be skipped for good."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.peers.actions.first_face import say_first_face, skip_first_face
from ownwords.peers.forms.attempts import FirstFaceForm
from ownwords.peers.models import FirstFace
from ownwords.peers.queries.attempts import first_face_of
from ownwords.peers.views.door_parts import everybody_beside, page, see_other
from ownwords.people.access import NotFound, Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, pressed, sent


@person_page(Permission.HOLD_DOOR, part="contacts")
def first_face(request: HttpRequest, opened: Opened, face_id: UUID) -> HttpResponse:
    """Who met the person first, and how that was for them; only the person answers."""
    face = first_face_of(opened.person.id)
    if face is None or face.id != face_id:
        raise NotFound
    form = FirstFaceForm(sent(request))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        may_answer = opened.is_own and not (face.answered_at or face.skipped_at)
        return page(
            request, opened, "attempts/first_face", status, form=form, face=face, may_answer=may_answer,
            visible=everybody_beside(opened),
        )  # fmt: skip

    if request.method != "POST":
        return shown(form)
    if not opened.is_own:
        raise NotFound
    if "skip" in request.POST:
        pressed(
            request, lambda _version: skip_first_face(opened=opened), _("Skipped. It is not asked again.")
        )
        return see_other("peer", opened.person.id)

    def act() -> FirstFace:
        return say_first_face(opened=opened, answer=form.to_answer(), words=form.cleaned_data["words"])

    return form_page(
        request, form, page=shown, act=act, said=_("Kept. It is not asked again."),
        onwards=lambda _kept: see_other("peer", opened.person.id),
    )  # fmt: skip
