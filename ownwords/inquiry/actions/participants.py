"""Participants: a new one under a pseudonym, another pseudonym or group, and what they are described by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.values import set_values
from ownwords.inquiry.models import Participant
from ownwords.inquiry.queries.sampling import groups_of
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_PSEUDONYM = 60


@dataclass(frozen=True, slots=True)
class Described:
    """A participant: their pseudonym, which part of the frame they belong to, their values by attribute.

    An attribute that is left out of ``values`` stays as it is; "" takes its value away: not stated.
    """

    pseudonym: str
    group_id: UUID | None = None
    values: Mapping[UUID, str] = field(default_factory=dict)

    def put_into(self, participant: Participant, opened: OpenedStudy) -> None:
        """Write pseudonym and group into a row. Raises Refused: field -> what does not fit."""
        name = rules.own_words(self.pseudonym, field="pseudonym", most=MOST_PSEUDONYM)
        participant.pseudonym = " ".join(name.split())
        here = Participant.objects.filter(study_id=opened.study.id, pseudonym__iexact=participant.pseudonym)
        before = here.exclude(pk=participant.pk).first()
        if before is not None and (
            participant.submission is None or before.submission != participant.submission
        ):
            raise Refused({"pseudonym": _("Somebody has this pseudonym already. Choose another.")})
        known = {participant.sampling_group_id, None, *groups_of(opened).values_list("id", flat=True)}
        if self.group_id not in known:
            raise Refused({"group": _("Choose one of the groups in the list.")})
        participant.sampling_group_id = self.group_id


def add_participant(
    *, opened: OpenedStudy, described: Described, submission: UUID | None = None
) -> Participant:
    """Let somebody take part, under a pseudonym. Raises NotFound. Refused: it is taken, or a value does not fit."""
    opened.needs(Need.CODE)
    who = Participant(study=opened.study, made_by_id=opened.me, submission=submission)
    described.put_into(who, opened)

    def keep() -> Participant:
        who.save(force_insert=True)
        _note(opened, who)
        set_values(opened=opened, participant=who, values=described.values)
        return who

    return kept_once(opened, Participant, submission, keep, lambda before: before.pseudonym == who.pseudonym)


@transaction.atomic
def change_participant(
    *, opened: OpenedStudy, participant_id: UUID, version: int, described: Described
) -> Participant:
    """Describe a participant differently. Values can be undone; another pseudonym stands in the history.

    Raises:
        NotFound: no such participant, or they have withdrawn. StaleEdit, Refused.
    """
    opened.needs(Need.CODE)
    who = locked(opened, Participant.objects.filter(withdrew_on__isnull=True), participant_id, version)
    before = state_of(who)
    described.put_into(who, opened)
    changed = set_values(opened=opened, participant=who, values=described.values)
    if changed or state_of(who) != before:
        touch(who, opened.me)
        who.save()
    if state_of(who) != before:
        _note(opened, who)
    return who


def _note(opened: OpenedStudy, who: Participant) -> None:
    thing, after = Ref("study", opened.study.id), {"participant": str(who.id), "pseudonym": who.pseudonym}
    note_act(verb=Verb.STUDY_PARTICIPANT_KEPT, **opened.signature, thing=thing, after=after)
