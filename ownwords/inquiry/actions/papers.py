"""Papers of a study: a version is kept for ever, and the next one says why it is different."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.models import Paper, Study, StudyPaper
from ownwords.inquiry.queries.papers import newest_of
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.actions.keeping import day_that_was
from ownwords.people.refusals import StaleEdit

MOST_WORDS, MOST_WHY = 50_000, 2_000


@dataclass(frozen=True, slots=True)
class Written:
    """One version of a paper. ``piloted``: for a guide only, whether it was tried out; None is not stated."""

    kind: str
    words: str
    why: str = ""
    dated: date | None = None
    piloted: bool | None = None


@dataclass(frozen=True, slots=True)
class Newest:
    """What stands there now, for a form that was opened before it did."""

    version: int


def keep_paper(
    *, opened: OpenedStudy, written: Written, after: int, submission: UUID | None = None
) -> StudyPaper:
    """Keep the next version of a paper.

    Args:
        after: the number of the version that was the newest when the form was opened; 0 for none.

    Raises:
        NotFound, StaleEdit: somebody wrote a version since. Refused: no words, or it does not say why it is different.
    """
    opened.needs(Need.CODE)
    kind = rules.one_of(written.kind, Paper.values, field="kind")
    words = rules.own_words(written.words, most=MOST_WORDS)
    why = rules.own_words(written.why, field="why", needed=after > 0, most=MOST_WHY) if after else ""
    dated = day_that_was(written.dated, field="dated")
    Study.objects.select_for_update().get(pk=opened.study.id)

    def keep() -> StudyPaper:
        newest = newest_of(opened, kind)
        sent_again = newest is not None and submission is not None and newest.submission == submission
        if not sent_again and (newest.number if newest else 0) != after:
            raise StaleEdit(Newest(newest.number if newest else 0))
        paper = StudyPaper.objects.create(
            study=opened.study, kind=kind, number=after + 1, words=words, why=why, dated=dated,
            piloted=written.piloted if kind == Paper.GUIDE else None, made_by_id=opened.me, submission=submission,
        )  # fmt: skip
        note_act(verb=Verb.STUDY_PAPER_KEPT, **opened.signature, thing=Ref("study", opened.study.id))
        return paper

    return kept_once(
        opened, StudyPaper, submission, keep, lambda before: (before.kind, before.words) == (kind, words)
    )
