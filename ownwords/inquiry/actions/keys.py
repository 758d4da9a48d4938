"""The key of a study: who stands behind a pseudonym. Every look is kept in the ledger, every change as well."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import touch
from ownwords.inquiry.models import Participant, ParticipantKey
from ownwords.inquiry.queries.keys import key_of, keys_of, mark_of
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.actions.holding import hold
from ownwords.people.refusals import StaleEdit

MOST_NAME, MOST_CONTACT = 200, 300


@dataclass(frozen=True, slots=True)
class Standing:
    """How the key stands now, for a form that was opened before."""

    version: int


def look_at_keys(*, opened: OpenedStudy) -> list[tuple[Participant, ParticipantKey | None]]:
    """Return every participant with their key, and keep that somebody looked. Raises NotFound."""
    opened.needs(Need.KEY)
    _note(opened, Verb.STUDY_KEY_READ, None)
    return keys_of(opened)


def look_at_key(*, opened: OpenedStudy, participant_id: UUID) -> ParticipantKey | None:
    """Return who one participant is, and keep that somebody looked. Raises NotFound."""
    opened.needs(Need.KEY)
    key = key_of(opened, participant_id)
    _note(opened, Verb.STUDY_KEY_READ, participant_id)
    return key


@transaction.atomic
def keep_key(
    *, opened: OpenedStudy, participant_id: UUID, seen: int, name: str, contact: str = ""
) -> ParticipantKey:
    """Say who a participant is, and how they can be reached.

    Args:
        seen: the mark of what stood there when the form was opened (`queries.keys.mark_of`).

    Raises:
        NotFound: not who keeps the key, or the participant withdrew. StaleEdit: somebody changed it since. Refused.
    """
    opened.needs(Need.KEY)
    participant = _held(opened, Participant.objects.filter(withdrew_on__isnull=True), participant_id)
    name = " ".join(rules.own_words(name, field="name", most=MOST_NAME).split())
    contact = rules.own_words(contact, field="contact", needed=False, most=MOST_CONTACT).strip()
    key = _as_seen(opened, participant_id, seen)
    if key is None:
        key = ParticipantKey(participant=participant, study=opened.study)
    elif (key.name, key.contact) == (name, contact):
        return key
    key.name, key.contact = name, contact
    touch(key, opened.me)
    key.save()
    _note(opened, Verb.STUDY_KEY_CHANGED, participant_id)
    return key


@transaction.atomic
def destroy_key(*, opened: OpenedStudy, participant_id: UUID, seen: int) -> None:
    """Take the key of one participant away: nothing in the service says any more who they are, and no undo does.

    Raises:
        NotFound: not who keeps the key, or there is none. StaleEdit: somebody changed it since.
    """
    opened.needs(Need.KEY)
    _held(opened, Participant.objects.all(), participant_id)
    key = _as_seen(opened, participant_id, seen)
    if key is None:
        raise NotFound
    key.delete()
    _note(opened, Verb.STUDY_KEY_CHANGED, participant_id)


def hold_key(participant_id: UUID) -> None:
    """Let one thing happen to somebody's key at a time, until this transaction ends."""
    hold("study_key", participant_id)


def _held(opened: OpenedStudy, people: QuerySet[Participant], participant_id: UUID) -> Participant:
    """Return a participant whose key nobody else changes now; who keeps the key need not change participants."""
    hold_key(participant_id)
    participant = people.filter(study_id=opened.study.id, pk=participant_id).first()
    if participant is None:
        raise NotFound
    return participant


def _as_seen(opened: OpenedStudy, participant_id: UUID, seen: int) -> ParticipantKey | None:
    key = key_of(opened, participant_id)
    if mark_of(key) != seen:
        raise StaleEdit(Standing(mark_of(key)))
    return key


def _note(opened: OpenedStudy, verb: Verb, participant_id: UUID | None) -> None:
    """Keep a look or a change; a look at one names the participant, never who they are."""
    thing = Ref("study_participant", participant_id) if participant_id else Ref("study", opened.study.id)
    note_act(verb=verb, **opened.signature, thing=thing)
