"""The audit trail: what was done in a study, by day, from steps, acts of the ledger and stages. Never what was said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, CodeOrigin, Source, SourceKind, Stage, StudyStep
from ownwords.inquiry.queries.patience import patient
from ownwords.ledger.models import Act
from ownwords.ledger.queries import acts_on
from ownwords.people.models import Account

PAGE = 14
#: What such a step is about may be words that somebody said: they stand in no trail.
SAID = ("coded", "coded_in_vivo", "coded_with_new", "passage_said", "suggestions_accepted")
FEW = 5


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody did on a day, how often, and how many of these were undone.

    ``did``: a word of `presenters.steps`, or ``verb`` of the ledger, or ``stage`` by its name. ``about``: some of what
    it was about, in words of the study's own. ``who``: "" where nobody's account did it; ``role`` tells then.
    """

    day: date
    who: str
    times: int
    undone: int = 0
    did: str = ""
    verb: str = ""
    stage: str = ""
    role: str = ""
    about: tuple[str, ...] = ()


def trail_days(opened: OpenedStudy, before: date | None) -> tuple[list[date], date | None]:
    """Return up to fourteen days on which something was done, newest first; and before which day the next page begins.

    Three queries.
    """
    found: set[date] = set()
    for rows, column in ((steps_there(opened), "done_at"), (acts_there(opened), "at")):
        earlier = Q() if before is None else Q(**{f"{column}__lt": _begin(before)})
        days = rows.filter(earlier).order_by().annotate(day=TruncDate(column)).values_list("day", flat=True)
        found.update(days.distinct().order_by("-day")[: PAGE + 1])
    stages = Stage.objects.filter(study_id=opened.study.id, removed_at__isnull=True, began_on__isnull=False)
    found.update(
        one for one in stages.values_list("began_on", flat=True) if one and (before is None or one < before)
    )
    newest = sorted(found, reverse=True)
    return newest[:PAGE], newest[PAGE - 1] if len(newest) > PAGE else None


def trail_of(opened: OpenedStudy, days: Sequence[date]) -> list[Line]:
    """Return what was done from the first to the last of these days, newest day first (five queries)."""
    if not days:
        return []
    return _between(opened, _begin(min(days)), _begin(max(days) + timedelta(days=1)))


def whole_trail(opened: OpenedStudy) -> list[Line]:
    """Return everything that was done, newest day first, as it may leave the study (six queries)."""
    with patient():
        return _between(opened, None, None)


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def steps_there(opened: OpenedStudy) -> QuerySet[StudyStep]:
    """Return the steps that the viewer sees: in a blind study, their own."""
    steps = StudyStep.objects.filter(study_id=opened.study.id)
    return steps.filter(account_id=opened.me) if opened.study.blind else steps


def acts_there(opened: OpenedStudy) -> QuerySet[Act]:
    """Return acts on the study by who works in it, or runs the service: never by somebody who takes part."""
    return acts_on(opened.study.id).filter(thing_kind="study", role__in=("researcher", "operator"))


def _within(column: str, first: datetime | None, end: datetime | None) -> Q:
    wanted = Q()
    if first is not None and end is not None:
        wanted = Q(**{f"{column}__gte": first, f"{column}__lt": end})
    return wanted


def _between(opened: OpenedStudy, first: datetime | None, end: datetime | None) -> list[Line]:
    unsaid = [*_in_vivo(opened), *(_titles(opened) if first is None else ())]
    lines = [
        *_steps(opened, _within("done_at", first, end), _finding(unsaid)),
        *_acts(opened, _within("at", first, end)),
    ]
    stages = Stage.objects.filter(study_id=opened.study.id, removed_at__isnull=True, began_on__isnull=False)
    if first is not None and end is not None:
        stages = stages.filter(began_on__gte=timezone.localdate(first), began_on__lt=timezone.localdate(end))
    lines += [Line(day, "", 1, stage=name) for name, day in stages.values_list("name", "began_on") if day]
    return sorted(lines, key=lambda one: one.day, reverse=True)


def _steps(opened: OpenedStudy, wanted: Q, unsaid: re.Pattern[str]) -> Iterable[Line]:
    rows = steps_there(opened).filter(wanted).order_by().annotate(day=TruncDate("done_at"))
    grouped = rows.values("day", "account__name", "did").annotate(
        times=Count("id"), undone=Count("id", filter=Q(undone_at__isnull=False)),
        about=ArrayAgg("about", distinct=True, default=[], filter=~Q(did__in=SAID) & ~Q(about="")),
    )  # fmt: skip
    for one in grouped.order_by("-day", "account__name", "did"):
        about = tuple(words for words in one["about"] if not unsaid.search(words))
        yield Line(one["day"], one["account__name"], one["times"], one["undone"], did=one["did"], about=about)


def _in_vivo(opened: OpenedStudy) -> list[str]:
    """Return the names, also past ones, of codes that are somebody's own words."""
    versions = Code.pgh_event_model.objects  # type: ignore[attr-defined]
    rows = versions.filter(study_id=opened.study.id, origin=CodeOrigin.IN_VIVO)
    return list(rows.values_list("name", flat=True).distinct())


def _titles(opened: OpenedStudy) -> list[str]:
    """Return the titles, also past ones, of texts that people spoke: they may tell a place, and stay in the study."""
    versions = Source.pgh_event_model.objects  # type: ignore[attr-defined]
    rows = versions.filter(study_id=opened.study.id).exclude(kind=SourceKind.DOCUMENT)
    return list(rows.values_list("title", flat=True).distinct())


def _finding(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of these names, wherever it stands among other words."""
    longest = sorted({one for one in names if one}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)" if longest else r"(?!)")


def _acts(opened: OpenedStudy, wanted: Q) -> Iterable[Line]:
    rows = acts_there(opened).filter(wanted).order_by().annotate(day=TruncDate("at"))
    grouped = list(rows.values("day", "actor_id", "role", "verb").annotate(times=Count("id")))
    names = _names(one["actor_id"] for one in grouped)
    found: dict[tuple[Any, ...], int] = defaultdict(int)
    for one in grouped:
        found[one["day"], names.get(one["actor_id"], ""), one["role"], one["verb"]] += one["times"]
    for (day, who, role, verb), times in sorted(found.items(), key=lambda row: str(row[0])):
        yield Line(day, who, times, verb=verb, role=role)


def _names(ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    return dict(Account.objects.filter(pk__in={one for one in ids if one}).values_list("id", "name"))
