"""What the record knows of talks and documents: when, where, how long, who led, who else was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Present, Source, SourceKind, Speaker

TALKS = (SourceKind.INTERVIEW, SourceKind.GROUP)


@dataclass(frozen=True, slots=True)
class Sessions:
    """The texts in view. ``led``: in how many talks each led; ``unled``: talks that name nobody; ``others``: what
    others there were, by talks; ``often``: participants in several talks, by how many.
    """

    texts: Sequence[Source]
    led: Counter[str]
    unled: int
    others: Counter[str]
    with_others: int
    often: Counter[int]

    def of_kind(self, *kinds: str) -> list[Source]:
        """Return the texts of some kinds."""
        return [one for one in self.texts if one.kind in kinds]

    @property
    def talks(self) -> list[Source]:
        """Interviews and groups."""
        return self.of_kind(*TALKS)

    @property
    def days(self) -> list[date]:
        """The days of talks that name one, in order."""
        return sorted(one.held_on for one in self.talks if one.held_on)


def sessions_of(opened: OpenedStudy) -> Sessions:
    """Return what is known (three queries)."""
    here = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    columns = (
        "id",
        "kind",
        "title",
        "held_on",
        "place",
        "minutes",
        "recorded_how",
        "guide_id",
        "text_version",
    )
    texts = list(here.only(*columns).order_by("position", "made_at", "id"))
    talks = {one.id for one in texts if one.kind in TALKS}
    led: Counter[str] = Counter()
    others: Counter[str] = Counter()
    leading: set[UUID] = set()
    beside: set[UUID] = set()
    rows = Present.objects.filter(study_id=opened.study.id, source_id__in=talks)
    for source, name, leads, what in rows.values_list("source_id", "name", "led", "what"):
        if leads:
            led[name] += 1
            leading.add(source)
        else:
            others[what] += 1
            beside.add(source)
    return Sessions(texts, led, len(talks - leading), others, len(beside), _often(opened, talks))


def _often(opened: OpenedStudy, talks: set[UUID]) -> Counter[int]:
    """Return how many participants speak in two talks, in three, and so on."""
    speaks = Speaker.objects.filter(study_id=opened.study.id, source_id__in=talks, participant__isnull=False)
    counts = speaks.values("participant_id").annotate(n=Count("source_id", distinct=True))
    return Counter(n for n in counts.values_list("n", flat=True) if n > 1)
