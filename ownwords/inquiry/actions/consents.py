"""What participants agree to: each answer is kept beside those before it, and the last one holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import locked
from ownwords.inquiry.models import AgreedTo, Consent, Participant
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.actions.keeping import day_that_was
from ownwords.people.refusals import Refused

MOST_HOW = 200


@transaction.atomic
def keep_consents(
    *,
    opened: OpenedStudy,
    participant_id: UUID,
    answers: Mapping[str, bool],
    said_on: date | None = None,
    how: str = "",
) -> list[Consent]:
    """Keep what a participant said on one day; what was not asked is left out of `answers` and stays as it was.

    The same answers of the same day, kept just before by the same person, are not kept twice.

    Raises:
        NotFound: no such participant. Refused: nothing was answered, or the day has not come yet.
    """
    opened.needs(Need.CODE)
    participant = locked(opened, Participant.objects.all(), participant_id, None)
    for asked_for in answers:
        rules.one_of(asked_for, AgreedTo.values, field=asked_for)
    if not answers:
        raise Refused({"": _("Choose an answer to at least one of the questions.")})
    day = day_that_was(said_on, field="said_on")
    how = rules.own_words(how, field="how", needed=False, most=MOST_HOW).strip()
    kept = [_keep_one(opened, participant, to, agreed, day, how) for to, agreed in answers.items()]
    after = {"participant": str(participant.id), **dict(answers)}
    note_act(
        verb=Verb.STUDY_CONSENT_KEPT, **opened.signature, thing=Ref("study", opened.study.id), after=after
    )
    return kept


def _keep_one(
    opened: OpenedStudy, participant: Participant, to: str, agreed: bool, day: date, how: str
) -> Consent:
    before = Consent.objects.filter(participant=participant, to=to).order_by("made_at").last()
    if before and (before.agreed, before.said_on, before.how, before.made_by_id) == (
        agreed,
        day,
        how,
        opened.me,
    ):
        return before
    return Consent.objects.create(
        study=opened.study, participant=participant, to=to, agreed=agreed, said_on=day, how=how,
        made_by_id=opened.me,
    )  # fmt: skip
