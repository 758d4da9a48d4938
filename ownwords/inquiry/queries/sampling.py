"""Whom a study looks for, how many of them took part so far, and what was decided on the way."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Memo, Method, Participant, SamplingDecision, SamplingGroup, Source
from ownwords.inquiry.queries.sight import visible_memos
from ownwords.people.access import NotFound


def groups_of(opened: OpenedStudy) -> QuerySet[SamplingGroup]:
    """Return the sampling frame in the order it was made; `so_far`: who took part and has not withdrawn."""
    here = Participant.objects.filter(sampling_group_id=OuterRef("pk"), withdrew_on__isnull=True)
    so_far = here.order_by().values("sampling_group_id").annotate(n=Count("id")).values("n")
    groups = SamplingGroup.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    return groups.annotate(so_far=Subquery(so_far)).order_by("id")


def in_no_group(opened: OpenedStudy) -> int:
    """Count those who take part and belong to no group that is in view."""
    people = Participant.objects.filter(study_id=opened.study.id, withdrew_on__isnull=True)
    return people.filter(Q(sampling_group__isnull=True) | Q(sampling_group__removed_at__isnull=False)).count()


def open_group(opened: OpenedStudy, group_id: UUID) -> SamplingGroup:
    """Return one row of the frame. Raises NotFound."""
    group = groups_of(opened).filter(pk=group_id).first()
    if group is None:
        raise NotFound
    return group


def decides(opened: OpenedStudy) -> bool:
    """Whether decisions of theoretical sampling are offered: in grounded theory, or where the method is one's own."""
    return opened.study.method in (Method.GROUNDED, Method.OWN)


def decisions_of(opened: OpenedStudy) -> QuerySet[SamplingDecision]:
    """Return what was decided, the newest first; `memo_title` and `memo_words` where the viewer may read its memo."""
    seen = visible_memos(opened).filter(pk=OuterRef("memo_id"), removed_at__isnull=True)
    decisions = SamplingDecision.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    return (
        decisions.annotate(
            memo_words=Subquery(seen.values("words")[:1]), memo_title=Subquery(seen.values("title")[:1])
        )
        .select_related("made_by")
        .order_by(F("decided_on").desc(), "-id")
    )


def open_decision(opened: OpenedStudy, decision_id: UUID) -> SamplingDecision:
    """Return one decision. Raises NotFound."""
    decision = decisions_of(opened).filter(pk=decision_id).first()
    if decision is None:
        raise NotFound
    return decision


def memos_to_name(opened: OpenedStudy) -> list[tuple[str, str]]:
    """Return the newest two hundred memos in view as (id, its title or first words)."""
    memos = visible_memos(opened).filter(removed_at__isnull=True).order_by("-id")[:200]
    return [(str(memo.id), named(memo)) for memo in memos]


def named(memo: Memo) -> str:
    """Return what a memo is called in a list."""
    return memo.title or (memo.words if len(memo.words) <= 80 else f"{memo.words[:79]}…")


def texts_to_name(opened: OpenedStudy) -> list[tuple[str, str]]:
    """Return the texts in view as (id, title), in the order of the study."""
    texts = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True).order_by(
        "position", "id"
    )
    return [(str(one), title) for one, title in texts.values_list("id", "title")]
