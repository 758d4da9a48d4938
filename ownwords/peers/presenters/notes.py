"""Notes by two, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.peers.models import SharedNote
from ownwords.peers.queries.notes import is_of_the_two
from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle
from ownwords.people.wording import in_a_row, person_words, who_can_see


@dataclass(frozen=True, slots=True)
class Card:
    """One note, ready for the page."""

    note: SharedNote
    authors: str
    state: str
    visible: str
    may_agree: bool
    of_the_two: bool


def note_card(opened: Opened, note: SharedNote, circle: Circle, shared: Iterable[UUID]) -> Card:
    """Return one note as a card."""
    two = is_of_the_two(opened) and (opened.is_own or note.peer_id == opened.viewer.account_id)
    mine = note.person_agreed_to if opened.is_own else note.peer_agreed_to
    return Card(
        note=note,
        authors=_authors(opened, note),
        state=_state(opened, note, mine == note.wording),
        visible=_visible(opened, note, circle, shared),
        may_agree=two and note.agreed_at is None and mine != note.wording,
        of_the_two=two,
    )


def _peer(opened: Opened, note: SharedNote) -> str:
    return _("you") if note.peer_id == opened.viewer.account_id else note.peer.name


def _authors(opened: Opened, note: SharedNote) -> str:
    person, peer = person_words(opened), _peer(opened, note)
    both = in_a_row([person, peer] if opened.is_own or peer != _("you") else [peer, person])
    if note.agreed_at is None:
        proposed = note.written_by_id == opened.viewer.account_id
        other = peer if opened.is_own else person
        return _("Proposed by %(who)s") % {"who": _("you") if proposed else other}
    return _("Written by %(both)s") % {"both": both}


def _state(opened: Opened, note: SharedNote, agreed: bool) -> str:
    other = note.peer.name if opened.is_own else opened.person.called
    if note.agreed_at is not None:
        return _("Taken back from view.") if note.taken_back_at else ""
    if agreed:
        return _("Waits for %(other)s to agree or to change the words. It is in no record.") % {
            "other": other
        }
    return _("%(other)s agreed to these words. Agree to them, or change them. It is in no record yet.") % {
        "other": other
    }


def _visible(opened: Opened, note: SharedNote, circle: Circle, shared: Iterable[UUID]) -> str:
    between = in_a_row([person_words(opened), _peer(opened, note)])
    if note.agreed_at is None or note.taken_back_at is not None:
        return _("only %(both)s") % {"both": between}
    line = who_can_see(opened, note.visibility, circle, [who for who in shared if who != note.peer_id])
    return (
        _("%(these)s; and %(peer)s, who wrote it with them") % {"these": line, "peer": _peer(opened, note)}
        if (not opened.is_own)
        else _("%(these)s; and %(peer)s, who wrote it with you") % {"these": line, "peer": note.peer.name}
    )
