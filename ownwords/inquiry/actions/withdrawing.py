"""Somebody withdraws: what they said goes, the key to who they are goes, what described them goes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.actions.keys import hold_key
from ownwords.inquiry.actions.striking import strike_history, strike_in
from ownwords.inquiry.actions.text_versions import locked_source
from ownwords.inquiry.method.struck import wordings
from ownwords.inquiry.models import Participant, Source, Speaker, Turn
from ownwords.inquiry.queries.patience import patient
from ownwords.inquiry.queries.withdrawal import leaving
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb


@dataclass(frozen=True, slots=True)
class Gone:
    """How many texts went whole, and of how many parts were struck out."""

    whole: int
    parts: int


@transaction.atomic
def withdraw_participant(*, opened: OpenedStudy, participant_id: UUID, version: int) -> Gone:
    """Take out of the study what a participant said, who they are, and what describes them. Nothing brings it back.

    A text in which nobody else took part goes whole; from others their turns are struck. Pseudonym and consents stay,
    so that it can be shown that somebody withdrew and when. Memos are left to who wrote them (`queries.withdrawal`).

    Raises:
        NotFound: not who leads the study, or they have withdrawn already. StaleEdit.
    """
    opened.needs(Need.LEAD)
    hold_key(participant_id)
    people = Participant.objects.filter(withdrew_on__isnull=True)
    person = locked(opened, people, participant_id, version)
    going = leaving(opened, person)
    with patient():
        for source in going.whole:
            _forget(source.id)
        for source in going.parts:
            _strike_turns(opened, source, person)
        with connection.cursor() as cursor:
            cursor.execute("SELECT ownwords_forget_participant(%s)", [person.id])
    person.withdrew_on = timezone.localdate()
    touch(person, opened.me)
    person.save()
    gone = Gone(len(going.whole), len(going.parts))
    note_act(
        verb=Verb.STUDY_WITHDRAWN, **opened.signature, thing=Ref("study", opened.study.id),
        after={"participant": str(person.id), "whole": gone.whole, "parts": gone.parts},
    )  # fmt: skip
    return gone


def _forget(source_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_forget_source(%s, %s)", [source_id, _("Withdrawn")])


def _strike_turns(opened: OpenedStudy, source: Source, person: Participant) -> None:
    """Strike every turn of somebody out of a text, and what it calls them."""
    source = locked_source(opened, source.id, in_view=False)
    theirs = Turn.objects.filter(source=source, speaker__participant=person)
    strike_in(opened, source, list(theirs.values_list("start", "end")))
    for number, speaker in enumerate(Speaker.objects.filter(source=source, participant=person), 1):
        label, speaker.label = speaker.label, f"{_('Withdrawn')} {number} {str(speaker.id)[-4:]}"
        speaker.save(update_fields=["label"])
        strike_history(opened, wordings([label], chosen=True))
