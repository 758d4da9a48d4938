"""What rests on passages that are about to go: findings, themes, charts, and what was put to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import (
    ChartCell,
    CheckingFinding,
    CheckingReply,
    Coding,
    Finding,
    Participant,
    Source,
    Theme,
    Turn,
)
from ownwords.inquiry.queries.chart_sight import visible_cells
from ownwords.inquiry.queries.sight import open_to_me


@dataclass(frozen=True, slots=True)
class Resting:
    """What loses passages; each theme with ``going``, how many of those chosen for it or against it."""

    findings: list[Finding]
    themes: Sequence[Theme]
    cells: list[ChartCell]
    put: list[CheckingFinding]

    def __bool__(self) -> bool:
        """Whether anything rests on them."""
        return bool(self.themes or self.cells or self.put)


def resting_on(opened: OpenedStudy, codings: QuerySet[Coding]) -> Resting:
    """Return what rests on some passages, as far as the viewer sees it (five queries)."""
    study = {"study_id": opened.study.id}
    ids = list(codings.order_by().values_list("id", flat=True))
    if not ids:
        return Resting([], [], [], [])
    themes = Theme.objects.filter(extracts__coding_id__in=ids, removed_at__isnull=True, **study)
    themes = themes.annotate(going=Count("extracts", filter=Q(extracts__coding_id__in=ids)))
    shown = list(themes.order_by("position", "id"))
    findings = Finding.objects.filter(
        rests_on__theme_id__in=[one.id for one in shown], removed_at__isnull=True, **study
    )
    cells = visible_cells(opened).filter(rests_on__overlap=ids, chart__removed_at__isnull=True)
    put = CheckingFinding.objects.filter(quotes__overlap=ids, removed_at__isnull=True, **study)
    return Resting(
        list(findings.distinct().order_by("position", "id")),
        shown,
        list(
            cells.select_related("chart", "code", "participant", "source").order_by("chart__position", "id")
        ),
        list(put.select_related("round").order_by("round_id", "position")),
    )


def passages_in(opened: OpenedStudy, source: Source, start: int, end: int) -> QuerySet[Coding]:
    """Return the passages that hold words between two places of a text, of those that the viewer sees."""
    return _seen(opened).filter(source_id=source.id, start__lt=end, end__gt=start)


def passages_of(opened: OpenedStudy, person: Participant, whole: Sequence[Source]) -> QuerySet[Coding]:
    """Return the passages that go, or are shortened, when somebody withdraws, of those that the viewer sees.

    Args:
        whole: the texts that go whole; elsewhere it is what lies on a turn of theirs.
    """
    theirs = Turn.objects.filter(
        source_id=OuterRef("source_id"),
        speaker__participant=person,
        start__lt=OuterRef("end"),
        end__gt=OuterRef("start"),
    )
    return _seen(opened).filter(Q(source_id__in=[one.id for one in whole]) | Exists(theirs))


def answers_of(person: Participant) -> int:
    """Return how many answers they gave when they were asked back (one query)."""
    return CheckingReply.objects.filter(respondent__participant=person).count()


def summaries_of(person: Participant, whole: Sequence[Source]) -> int:
    """Return how many summaries in charts are of them, or of a text that goes whole (one query)."""
    ids: list[UUID] = [one.id for one in whole]
    return ChartCell.objects.filter(Q(participant=person) | Q(source_id__in=ids)).exclude(summary="").count()


def _seen(opened: OpenedStudy) -> QuerySet[Coding]:
    """Return codings that are not empty, those under codes or in texts out of view too."""
    here = Coding.objects.filter(study_id=opened.study.id, start__lt=F("end"))
    return here.filter(open_to_me(opened, "source_id", "coder_id"))
