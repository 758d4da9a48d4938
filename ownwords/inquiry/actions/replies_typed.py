"""What somebody said on paper or in a talk, typed in for them: kept with who typed it; nothing is written over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.asking import locked_respondent
from ownwords.inquiry.actions.rounds import locked_round
from ownwords.inquiry.models import Answer, CheckingReply, Respondent
from ownwords.inquiry.queries.replies import newest_of
from ownwords.inquiry.queries.rounds import findings_put, runs
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused

MOST = 10_000


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to one finding, or to the whole; "" and "" is nothing."""

    answer: str = ""
    words: str = ""


@transaction.atomic
def type_replies(
    *,
    opened: OpenedStudy,
    round_id: UUID,
    respondent_id: UUID,
    said: Mapping[UUID | None, Said],
    submission: UUID | None = None,
) -> list[CheckingReply]:
    """Keep replies by what is put (None: to the whole); what says the same as before is not kept again.

    Raises:
        NotFound: no such respondent, or something that is not put. Refused: the round is not open, they cannot be
        asked, or nothing was said.
    """
    row = locked_round(opened, round_id, None)
    respondent = locked_respondent(opened, row, respondent_id)
    before = CheckingReply.objects.filter(respondent=respondent, submission=submission)
    if submission and (kept := list(before)):
        return kept
    if not runs(row):
        raise Refused({"": _("This round is closed. Open it again to type in what somebody said.")})
    if not set(said) <= {None, *findings_put(row).values_list("id", flat=True)}:
        raise NotFound
    replies = _replies(opened, respondent, said, submission)
    if not replies:
        raise Refused({"": _("Nothing here differs from what is kept already.")})
    CheckingReply.objects.bulk_create(replies)
    note_act(
        verb=Verb.STUDY_REPLIED, **opened.signature, thing=Ref("study", opened.study.id),
        after={"respondent": str(respondent.id), "replies": [str(one.id) for one in replies]},
    )  # fmt: skip
    return replies


def _replies(
    opened: OpenedStudy, respondent: Respondent, said: Mapping[UUID | None, Said], submission: UUID | None
) -> list[CheckingReply]:
    newest = newest_of(respondent)
    made = []
    for put, one in said.items():
        field = f"words_{put}" if put else "words"
        words = rules.own_words(one.words, field=field, needed=False, most=MOST)
        answer = rules.one_of(one.answer, Answer.values, field=f"answer_{put}", blank=True) if put else ""
        was = newest.get(put)
        if (answer or words) and (was is None or (was.answer, was.words) != (answer, words)):
            made.append(
                CheckingReply(
                    study=opened.study, respondent=respondent, finding_id=put, answer=answer, words=words,
                    typed_by_id=opened.me, submission=submission,
                )
            )  # fmt: skip
    return made
