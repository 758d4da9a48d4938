"""The page of peer support: who walks beside the person, what they may write down, and the way to everything else."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.peers.actions.first_face import note_shown
from ownwords.peers.actions.rules import tell_rule
from ownwords.peers.forms.attempts import FirstFaceForm
from ownwords.peers.models import FirstFace
from ownwords.peers.presenters.attempts import contact_card
from ownwords.peers.presenters.door import door_words
from ownwords.peers.presenters.rules import always, rule_words
from ownwords.peers.queries.attempts import attempts_of, first_face_of, peers_beside
from ownwords.peers.queries.door import door_now
from ownwords.peers.queries.messages import unread_about
from ownwords.peers.queries.notes import notes_waiting
from ownwords.peers.queries.rules import rule_for
from ownwords.peers.queries.sight import shares_of
from ownwords.peers.views.door_parts import everybody_beside, page, see_other
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page

LATEST = 3


@person_page(Permission.READ_RECORD, part="peer")
def peer(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show who the peer worker is, the rule about notes, the door, and the latest contacts."""
    holds = opened.may(Permission.HOLD_DOOR)
    now = door_now(opened) if holds else None
    face = first_face_of(opened.person.id) if holds else None
    asks = _asks(opened, face)
    if asks and face is not None:
        note_shown(opened=opened, face=face)
    rule, circle = rule_for(opened), circle_of(opened)
    latest = list(attempts_of(opened)[:LATEST])
    shares = shares_of([one.id for one in latest])
    return page(
        request,
        opened,
        "door/peer",
        peers=[name for _who, name in peers_beside(opened.person.id)],
        rule=rule,
        rule_words=rule_words(rule.rule, own=opened.is_own, person=opened.person.called),
        always=always(own=opened.is_own),
        door=door_words(opened, now.standing, quiet_after=now.quiet_after, supported=now.supported)
        if now
        else None,
        face=face,
        face_form=FirstFaceForm() if asks else None,
        cards=[contact_card(opened, one, circle, shares.get(one.id, [])) for one in latest],
        unread=unread_about(opened),
        waiting=notes_waiting(opened),
        visible=everybody_beside(opened),
    )


def _asks(opened: Opened, face: FirstFace | None) -> bool:
    """Whether to ask how the first meeting was: on the first day on which the person opens this page, then never."""
    if face is None or not opened.is_own or face.answered_at or face.skipped_at:
        return False
    return face.shown_at is None or timezone.localdate(face.shown_at) == timezone.localdate()


@person_page(Permission.HOLD_DOOR, part="peer")
def rule_told(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The person has read the rule, or was told of it (POST)."""
    if request.method == "POST":
        try:
            tell_rule(opened=opened, seen=_seen(request))
        except Refused as no:
            notices.note(request, " ".join(no.messages.values()))
        else:
            notices.done(request, _("Kept."))
    return see_other("peer", opened.person.id)


def _seen(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("rule", ""))
    except ValueError:
        return None
