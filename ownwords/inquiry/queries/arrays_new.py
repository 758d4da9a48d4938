"""Which codes and properties each text has, in the order of analysis: what a plot of what was new is drawn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.method.queries.saturation import Asked, Session, Step, changed_before, saturation
from ownwords.inquiry.models import Incident, Paper, Source, StudyPaper
from ownwords.inquiry.queries.arrays_seen import Analysed
from ownwords.inquiry.queries.patience import patient


@dataclass(frozen=True, slots=True)
class Change:
    """A later version of the interview guide, and before which text it came (from 0; their number: after all)."""

    paper: StudyPaper
    before: int | None


@dataclass(frozen=True, slots=True)
class New:
    """What each coded text brought, how many texts have no passage yet, and the changes of the guide."""

    steps: Sequence[Step]
    waiting: int
    changes: Sequence[Change]

    @property
    def properties(self) -> bool:
        """Whether there is any property."""
        return bool(self.steps) and self.steps[-1].properties.so_far > 0


def what_was_new(analysed: Analysed) -> New:
    """Return what each text brought that was new (four queries). A property is met where an incident of it lies."""
    texts = Source.objects.filter(study_id=analysed.study.id, removed_at__isnull=True)
    columns = ("id", "title", "held_on", "guide__number")
    in_order = list(texts.order_by("position", "made_at", "id").values_list(*columns))
    with patient():
        codes = _met(analysed.codings.order_by().values_list("source_id", "code_id").distinct())
    here = Incident.objects.filter(
        study_id=analysed.study.id, coding__in=analysed.codings.order_by().values("id"),
        property__removed_at__isnull=True, property__category__removed_at__isnull=True,
    )  # fmt: skip
    properties = _met(here.order_by().values_list("coding__source_id", "property_id").distinct())
    coded = [row for row in in_order if codes[row[0]]]
    steps = saturation([Session(row[1], codes[row[0]], properties[row[0]]) for row in coded])
    return New(
        steps, len(in_order) - len(coded), _changes(analysed, [Asked(row[2], row[3]) for row in coded])
    )


def _met(rows: Iterable[tuple[UUID, UUID]]) -> defaultdict[UUID, set[UUID]]:
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for source, one in rows:
        found[source].add(one)
    return found


def _changes(analysed: Analysed, texts: Sequence[Asked]) -> list[Change]:
    later = StudyPaper.objects.filter(study_id=analysed.study.id, kind=Paper.GUIDE, number__gt=1)
    return [Change(one, changed_before(texts, one.number, one.dated)) for one in later.order_by("number")]
