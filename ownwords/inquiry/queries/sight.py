"""Which codings and memos somebody sees: in a blind study, not others' of a source until both have finished it.

Row-level security holds the same rule in the database (migration 0002), as a second lock.
"""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.models import About, Coding, Finished, Memo, Study


def open_to_me(opened: OpenedStudy, source: str, coder: str) -> Q:
    """Return the condition that what a coder did with a source is not hidden from the viewer by blind coding.

    Args:
        source: the column that holds the source's id.
        coder: the column that holds the account that coded or wrote.

    Their own work everybody sees. Of others', who codes sees what both have finished, and who only reads what has been
    finished.
    """
    if not opened.study.blind:
        return Q()
    theirs = Finished.objects.filter(source_id=OuterRef(source), coder_id=OuterRef(coder))
    if opened.has(Need.CODE):
        mine = Finished.objects.filter(source_id=OuterRef("source_id"), coder_id=opened.me)
        theirs = theirs.filter(Exists(mine))
    return Q(**{coder: opened.me}) | Q(Exists(theirs))


def codings_that_count(study: Study) -> QuerySet[Coding]:
    """Return every coding of a study that is not empty and whose source and code are in view, whoever asks."""
    return Coding.objects.filter(
        study_id=study.id, start__lt=F("end"), source__removed_at__isnull=True, code__removed_at__isnull=True
    )


def visible_codings(opened: OpenedStudy) -> QuerySet[Coding]:
    """Return the codings of the study that count and that the viewer sees."""
    return codings_that_count(opened.study).filter(open_to_me(opened, "source_id", "coder_id"))


def visible_memos(opened: OpenedStudy) -> QuerySet[Memo]:
    """Return the memos of the study that the viewer sees, those out of view too.

    A memo about a coding is seen by whoever sees the coding, a comparison by whoever sees both; one about a source as
    codings of it by the same person.
    """
    memos = Memo.objects.filter(study_id=opened.study.id)
    if not opened.study.blind:
        return memos
    coding, beside = (
        Coding.objects.filter(
            open_to_me(opened, "source_id", "coder_id"), study_id=opened.study.id, id=OuterRef(column)
        )
        for column in ("about_id", "beside_id")
    )
    return memos.filter(
        ~Q(about=About.SOURCE) | open_to_me(opened, "about_id", "made_by_id"),
        ~Q(about=About.CODING) | Exists(coding),
        ~Q(beside=About.CODING) | Exists(beside),
    )
