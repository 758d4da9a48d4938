"""Papers of a study, each in all its versions."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Paper, StudyPaper
from ownwords.people.access import NotFound


@dataclass(frozen=True, slots=True)
class OnePaper:
    """A paper of a study: its newest version, and the older ones without their words. Empty before the first."""

    kind: str
    called: str
    newest: StudyPaper | None
    older: list[StudyPaper]


def _papers(opened: OpenedStudy) -> QuerySet[StudyPaper]:
    return StudyPaper.objects.filter(study_id=opened.study.id).select_related("made_by")


def papers_of(opened: OpenedStudy) -> list[OnePaper]:
    """Return each kind of paper with its versions, the newest first (two queries)."""
    every: dict[str, list[StudyPaper]] = {kind: [] for kind in Paper.values}
    for paper in _papers(opened).defer("words").order_by("kind", "-number"):
        every[paper.kind].append(paper)
    place = Window(RowNumber(), partition_by=F("kind"), order_by=F("number").desc())
    newest = {one.kind: one for one in _papers(opened).annotate(place=place).filter(place=1)}
    return [
        OnePaper(kind, str(Paper(kind).label), newest.get(kind), versions[1:])
        for kind, versions in every.items()
    ]


def newest_of(opened: OpenedStudy, kind: str) -> StudyPaper | None:
    """Return the newest version of one kind of paper."""
    return _papers(opened).filter(kind=kind).order_by("-number").first()


def open_paper(opened: OpenedStudy, paper_id: UUID) -> StudyPaper:
    """Return one version. Raises NotFound."""
    paper = _papers(opened).filter(pk=paper_id).first()
    if paper is None:
        raise NotFound
    return paper
