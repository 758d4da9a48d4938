"""Which replies of a round can be brought in as a text: those with words that stand in no text yet."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import CheckingReply, CheckingRound, Source
from ownwords.ledger.models import Link

BROUGHT_FROM = "brought_from"


def to_bring(opened: OpenedStudy, row: CheckingRound) -> list[CheckingReply]:
    """Return replies with words, earlier ones too, by group, person and time; none of who withdrew (three queries)."""
    there = Q(respondent__participant__isnull=True) | Q(respondent__participant__withdrew_on__isnull=True)
    rows = CheckingReply.objects.filter(there, respondent__round=row).exclude(words="")
    rows = rows.exclude(pk__in=brought(opened)).select_related("respondent__group", "finding")
    return list(rows.order_by("respondent__group__position", "respondent_id", "finding__position", "said_at"))


def brought(opened: OpenedStudy) -> set[UUID]:
    """Return the replies that stand in a text in view (two queries)."""
    links = Link.objects.filter(about_id=opened.study.id, relation=BROUGHT_FROM, to_kind="checkingreply")
    pairs = list(links.values_list("from_id", "to_id"))
    there = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    seen = set(there.filter(pk__in={source for source, _reply in pairs}).values_list("id", flat=True))
    return {reply for source, reply in pairs if source in seen}


def texts_brought(opened: OpenedStudy, row: CheckingRound) -> list[Source]:
    """Return the texts in view that were made of replies of this round, in order (three queries)."""
    replies = CheckingReply.objects.filter(respondent__round=row).values_list("id", flat=True)
    links = Link.objects.filter(about_id=opened.study.id, relation=BROUGHT_FROM, to_id__in=list(replies))
    ids = set(links.values_list("from_id", flat=True))
    rows = Source.objects.filter(study_id=opened.study.id, pk__in=ids, removed_at__isnull=True)
    return list(rows.order_by("position", "id"))
