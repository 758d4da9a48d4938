"""What is between two and can be erased: notes by two, what was passed on for safety, the words of a wish."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownwords.peers.models import PeerWish, SafetyShare, SharedNote
from ownwords.peers.queries.notes import notes_of
from ownwords.peers.queries.safety import safety_shares
from ownwords.people.access import Opened
from ownwords.people.erasable import Erasable
from ownwords.people.roles import Permission, RoleName


def _shares(opened: Opened) -> Iterable[UUID]:
    if opened.viewer.role is RoleName.SUPPORTER:
        return ()
    return safety_shares(opened).order_by().values_list("id", flat=True)


def _wishes(opened: Opened) -> Iterable[UUID]:
    if not (opened.sees_team_entries and opened.may(Permission.MATCH_PEER)):
        return ()
    return PeerWish.objects.filter(person_id=opened.person.id).values_list("pk", flat=True)


def _withheld(thing: UUID) -> str:
    """What is withheld would be gone before the person could ever read it."""
    if SafetyShare.objects.filter(pk=thing, withheld_at__isnull=False).exists():
        return gettext(
            "This is withheld from the person for a time. Release it first; then it can be erased."
        )
    return ""


KINDS = [
    Erasable(
        "sharednote",
        _("a note by two"),
        lambda o: notes_of(o).order_by().values_list("id", flat=True),
        lambda thing: SharedNote.objects.filter(pk=thing, erased_at__isnull=False).exists(),
        "peers:note",
    ),
    Erasable(
        "safetyshare",
        _("what was passed on for safety"),
        _shares,
        lambda thing: SafetyShare.objects.filter(pk=thing, erased_at__isnull=False).exists(),
        "peers:safety_share",
        _withheld,
    ),
    Erasable(
        "peerwish",
        _("the words of a wish for a peer worker"),
        _wishes,
        lambda thing: PeerWish.objects.filter(pk=thing, erased_at__isnull=False).exists(),
        "peers:wish_words",
    ),
]
