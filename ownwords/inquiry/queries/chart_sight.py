"""Which summaries somebody sees, and over which codings they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.models import ChartCell, Finished, Source, Study
from ownwords.inquiry.queries.arrays_seen import Analysed, everything, seen_by_viewer


@dataclass(frozen=True, slots=True)
class Charting:
    """The codings and the summaries that whoever asks sees."""

    analysed: Analysed
    cells: QuerySet[ChartCell]

    @property
    def study(self) -> Study:
        """Return the study."""
        return self.analysed.study


def charting_seen(opened: OpenedStudy) -> Charting:
    """Return what a member sees."""
    return Charting(seen_by_viewer(opened), visible_cells(opened))


def charting_whole(study: Study) -> Charting:
    """Return all that counts, for the command line, which no blind condition binds."""
    return Charting(everything(study), ChartCell.objects.filter(study_id=study.id))


def visible_cells(opened: OpenedStudy) -> QuerySet[ChartCell]:
    """Return the summaries that the viewer sees.

    A summary tells how passages were coded. So in a blind study others' are hidden until both have finished every text
    that the case is in; who only reads sees what its writer has finished.
    """
    cells = ChartCell.objects.filter(study_id=opened.study.id)
    if not opened.study.blind:
        return cells
    cells = cells.annotate(writer=Coalesce(F("changed_by_id"), F("made_by_id")))
    finished: Any = ~Exists(_unfinished(OuterRef(OuterRef("writer"))))
    if opened.has(Need.CODE):
        finished &= ~Exists(_unfinished(opened.me))
    return cells.filter(Q(writer=opened.me) | finished)


def _unfinished(who: Any) -> QuerySet[Source]:
    """Return the texts of a cell's case that somebody has not finished."""
    texts = Source.objects.filter(
        Q(id=OuterRef("source_id")) | Q(speakers__participant_id=OuterRef("participant_id")),
        study_id=OuterRef("study_id"),
        removed_at__isnull=True,
    )
    return texts.filter(~Exists(Finished.objects.filter(source_id=OuterRef("pk"), coder_id=who)))
