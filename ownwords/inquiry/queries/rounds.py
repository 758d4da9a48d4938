"""Rounds of checking back with what is put in them, and what could be."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import (
    CheckingFinding,
    CheckingGroup,
    CheckingReply,
    CheckingRound,
    Finding,
    Puts,
    Source,
)
from ownwords.people.access import NotFound


def rounds_of(opened: OpenedStudy) -> QuerySet[CheckingRound]:
    """Return the rounds of the study, the newest first; `how_many_groups` of each."""
    rows = CheckingRound.objects.filter(study_id=opened.study.id)
    return rows.annotate(how_many_groups=Count("groups")).order_by("-id")


def open_round(opened: OpenedStudy, round_id: UUID) -> CheckingRound:
    """Return one round. Raises NotFound."""
    row = CheckingRound.objects.filter(study_id=opened.study.id, pk=round_id).first()
    if row is None:
        raise NotFound
    return row


def runs(row: CheckingRound) -> bool:
    """Whether a round is open: links work, and replies come in."""
    return row.opened_on is not None and row.closed_on is None


def groups_in(row: CheckingRound) -> list[CheckingGroup]:
    """Return the groups of a round, in the order in which they were named (one query)."""
    return list(CheckingGroup.objects.filter(round=row).order_by("position", "id"))


def open_group(row: CheckingRound, asked_group_id: UUID) -> CheckingGroup:
    """Return one group of a round. Raises NotFound."""
    found = CheckingGroup.objects.filter(round=row, pk=asked_group_id).first()
    if found is None:
        raise NotFound
    return found


def findings_put(row: CheckingRound) -> QuerySet[CheckingFinding]:
    """Return what is put now, in order; `answered`: whether somebody has answered these words."""
    said = CheckingReply.objects.filter(finding_id=OuterRef("pk"))
    rows = CheckingFinding.objects.filter(round=row, removed_at__isnull=True)
    return rows.annotate(answered=Exists(said)).select_related("finding").order_by("position", "id")


def open_put(row: CheckingRound, put_id: UUID) -> CheckingFinding:
    """Return one finding as it is put, with `answered`. Raises NotFound: none, or taken out."""
    found = findings_put(row).filter(pk=put_id).first()
    if found is None:
        raise NotFound
    return found


def findings_to_put(opened: OpenedStudy, row: CheckingRound) -> list[Finding]:
    """Return the findings in view that are not put in this round yet."""
    there = CheckingFinding.objects.filter(round=row, removed_at__isnull=True).values("finding_id")
    rows = Finding.objects.filter(study_id=opened.study.id, removed_at__isnull=True).exclude(pk__in=there)
    return list(rows.order_by("position", "id"))


def texts_to_put(opened: OpenedStudy) -> list[tuple[str, str]]:
    """Return (id, title) of the texts in view in which a participant speaks who has not withdrawn."""
    rows = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    speaks = Q(speakers__participant__isnull=False, speakers__participant__withdrew_on__isnull=True)
    rows = rows.filter(speaks).order_by("position", "id").distinct()
    return [(str(one), title) for one, title in rows.values_list("id", "title")]


def texts_put(row: CheckingRound) -> list[Source]:
    """Return the texts of a round of own words that are in view, in order."""
    rows = Source.objects.filter(study_id=row.study_id, pk__in=row.sources, removed_at__isnull=True)
    return list(rows.order_by("position", "id"))


def put_in(row: CheckingRound) -> bool:
    """Whether anything is put to people in this round."""
    return bool(texts_put(row)) if row.puts == Puts.WORDS else findings_put(row).exists()
