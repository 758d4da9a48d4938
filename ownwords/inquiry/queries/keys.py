"""The key of a study, read only by `actions.keys`, which keeps every look."""

from __future__ import annotations

from uuid import UUID

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.models import Participant, ParticipantKey
from ownwords.people.access import NotFound


def keys_of(opened: OpenedStudy) -> list[tuple[Participant, ParticipantKey | None]]:
    """Return every participant, by pseudonym, with their key where there is one (two queries)."""
    opened.needs(Need.KEY)
    keys = {key.participant_id: key for key in ParticipantKey.objects.filter(study_id=opened.study.id)}
    people = Participant.objects.filter(study_id=opened.study.id).order_by("pseudonym", "id")
    return [(one, keys.get(one.id)) for one in people]


def key_of(opened: OpenedStudy, participant_id: UUID) -> ParticipantKey | None:
    """Return the key of one participant, or None. Raises NotFound: no such participant in the study."""
    opened.needs(Need.KEY)
    here = Participant.objects.filter(study_id=opened.study.id, pk=participant_id)
    if not here.exists():
        raise NotFound
    return ParticipantKey.objects.filter(study_id=opened.study.id, participant_id=participant_id).first()


def mark_of(key: ParticipantKey | None) -> int:
    """Return a number that is another one after each change of a key; 0 for none."""
    return 0 if key is None else 1 + int(key.changed_at.timestamp() * 1000) % 999_999_937
