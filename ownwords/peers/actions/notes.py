"""Notes by two: one proposes words, the other changes them or agrees; only then are they in the record (PS-03).

Words are kept letter for letter, blanks at the ends included. Only line ends are made alike, as everywhere: a browser
sends every new line of a text box as two signs, whatever was typed.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.peers.models import Recording, SharedNote
from ownwords.peers.queries.notes import between, is_of_the_two, notes_of, peers_beside, recording_rule
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import (
    keep_act,
    kept_once,
    locked,
    may_write,
    save_change,
    share_with,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight, check_sight

AGREE = Permission.AGREE_NOTE
MOST_WORDS = 5_000
NOTES = KeptKind(rows=notes_of, shared=Verb.NOTE_SHARED)


def propose_note(
    *, opened: Opened, words: str, peer_id: UUID | None = None, submission: UUID | None = None
) -> SharedNote:
    """Propose the words of a note; whoever proposes them agrees to them.

    Args:
        peer_id: with which peer worker, when the person proposes.

    Raises:
        Refused: the service's rule is no notes; nobody there to agree; words that do not fit.
    """
    may_write(opened, AGREE)
    words = rules.own_words(words, most=MOST_WORDS)
    peer = _with_whom(opened, peer_id)
    mine = "person_agreed_to" if opened.is_own else "peer_agreed_to"

    def make() -> SharedNote:
        note = SharedNote.objects.create(
            **signed(opened),
            peer_id=peer,
            words=words,
            visibility=opened.person.default_visibility,
            submission=submission,
            **{mine: 1},
        )
        keep_act(opened, Verb.NOTE_PROPOSED, note)
        return note

    return kept_once(notes_of(opened), opened, submission, make, same=lambda before: before.words == words)


def _with_whom(opened: Opened, peer_id: UUID | None) -> UUID:
    if recording_rule(opened) is Recording.NO_NOTES:
        raise Refused({"": _("The rule of this service is that peer workers write no notes.")})
    if not is_of_the_two(opened):
        raise NotFound
    if opened.person.account_id is None:
        raise Refused(
            {
                "": _("A note by two needs two who agree, and %(person)s does not sign in here.")
                % {"person": opened.person.called}
            }
        )
    if not opened.is_own:
        return opened.viewer.account_id
    if peer_id not in {peer.id for peer in peers_beside(opened)}:
        raise Refused({"peer": _("Choose a peer worker who stands beside you.")})
    return peer_id


def _one(opened: Opened, note_id: UUID, version: int, *, agreed: bool) -> SharedNote:
    """Lock one of the two's notes, as it was seen, that is or is not agreed yet."""
    note = locked(opened, notes_of(opened).filter(between(opened)), note_id, version, permission=AGREE)
    if agreed and note.agreed_at is None:
        raise Refused({"": _("This note is not agreed yet.")})
    if not agreed and note.agreed_at is not None:
        raise Refused({"": _("Both have agreed to these words, so they stay. Write another note beside it.")})
    return note


@transaction.atomic
def reword_note(*, opened: Opened, note_id: UUID, version: int, words: str) -> SharedNote:
    """Change the wording; the other agrees to it anew, or changes it again.

    Raises:
        Refused: both have agreed already, or nothing is different.
    """
    note = _one(opened, note_id, version, agreed=False)
    words = rules.own_words(words, most=MOST_WORDS)
    if words == note.words:
        raise Refused(
            {"words": _("These are the words that stand there. To accept them, agree to the note.")}
        )
    before = state_of(note)
    note.words, note.wording = words, note.wording + 1
    _agree(opened, note)
    return save_change(opened, note, Verb.NOTE_REWORDED, before)


def _agree(opened: Opened, note: SharedNote) -> None:
    setattr(note, "person_agreed_to" if opened.is_own else "peer_agreed_to", note.wording)


@transaction.atomic
def agree_note(*, opened: Opened, note_id: UUID, version: int, sight: Sight | None = None) -> SharedNote:
    """Agree to the very words that were seen; with both agreed they are in the record.

    Args:
        sight: who sees it, when the person agrees and says so.
    """
    note = _one(opened, note_id, version, agreed=False)
    before = state_of(note)
    _agree(opened, note)
    if sight is not None and opened.is_own:
        check_sight(opened, sight.visibility, sight.named)
        note.visibility = sight.visibility
        share_with(opened, note, sight.named)
    if note.peer_agreed_to == note.person_agreed_to == note.wording:
        note.agreed_at = timezone.now()
    return save_change(opened, note, Verb.NOTE_AGREED, before)


@transaction.atomic
def let_go(*, opened: Opened, note_id: UUID, version: int) -> SharedNote:
    """Either of the two lets a proposal go: it was in no record, and now stands on no page."""
    note = _one(opened, note_id, version, agreed=False)
    before = state_of(note)
    note.removed_at, note.removed_by_id, note.removed_reason = timezone.now(), opened.viewer.account_id, "-"
    return save_change(opened, note, Verb.NOTE_REMOVED, before)


@transaction.atomic
def take_back(*, opened: Opened, note_id: UUID, version: int) -> SharedNote:
    """The person takes an agreed note back from view, at any time, without a reason."""
    return _in_view(opened, note_id, version, back=True)


@transaction.atomic
def put_in_view(*, opened: Opened, note_id: UUID, version: int) -> SharedNote:
    """The person lets what they took back be seen again, in the words that both agreed to."""
    return _in_view(opened, note_id, version, back=False)


def _in_view(opened: Opened, note_id: UUID, version: int, *, back: bool) -> SharedNote:
    if not opened.is_own:
        raise NotFound
    note = _one(opened, note_id, version, agreed=True)
    if (note.taken_back_at is not None) is back:
        raise Refused({"": _("That is how it stands already.")})
    before = state_of(note)
    note.taken_back_at = timezone.now() if back else None
    return save_change(opened, note, Verb.NOTE_TAKEN_BACK if back else Verb.NOTE_RESTORED, before)
