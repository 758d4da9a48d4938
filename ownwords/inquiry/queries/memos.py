"""Memos: all of a study, by kind and by what they are about; and what each is about, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import About, Code, Memo, Participant, Source
from ownwords.inquiry.queries.sight import visible_codings, visible_memos
from ownwords.people.access import NotFound

PAGE = 50
Thing = tuple[str, UUID | None]


@dataclass(frozen=True, slots=True)
class AboutWhat:
    """Which memos are looked for; "" and None: any."""

    kind: str = ""
    about: str = ""
    about_id: UUID | None = None
    only_mine: bool = False


def memos_of(
    opened: OpenedStudy, wanted: AboutWhat, after: UUID | None = None
) -> tuple[list[Memo], UUID | None]:
    """Return up to fifty memos in view, newest first, and after which one the next page begins.

    Ids are in the order of time.
    """
    found = visible_memos(opened).filter(removed_at__isnull=True)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    found = found.filter(_about(wanted))
    if wanted.only_mine:
        found = found.filter(made_by_id=opened.me)
    if after is not None:
        found = found.filter(id__lt=after)
    rows = list(found.select_related("made_by").order_by("-id")[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else None


def _about(wanted: AboutWhat) -> Q:
    """Return the condition that a memo is about what is looked for; a comparison is about both of its things."""
    if wanted.about_id is None:
        return Q(about=wanted.about) | Q(beside=wanted.about) if wanted.about else Q()
    about, beside = Q(about_id=wanted.about_id), Q(beside_id=wanted.about_id)
    return about & Q(about=wanted.about) | beside & Q(beside=wanted.about) if wanted.about else about | beside


def memos_out_of_view(opened: OpenedStudy) -> QuerySet[Memo]:
    """Return the viewer's own memos that they have taken out of view, the newest first."""
    return Memo.objects.filter(
        study_id=opened.study.id, made_by_id=opened.me, removed_at__isnull=False
    ).order_by("-removed_at")[:PAGE]


def things_of(memos: Iterable[Memo]) -> list[Thing]:
    """Return everything that these memos are about, or compare."""
    return [one for memo in memos for one in ((memo.about, memo.about_id), (memo.beside, memo.beside_id))]


def memos_about(opened: OpenedStudy, about: str, about_id: UUID) -> list[Memo]:
    """Return the memos about one thing, the newest first (one query)."""
    return memos_of(opened, AboutWhat(about=about, about_id=about_id))[0]


def open_memo(opened: OpenedStudy, memo_id: UUID) -> Memo:
    """Return one memo that the viewer sees, also out of view. Raises NotFound."""
    found = visible_memos(opened).filter(Q(removed_at__isnull=True) | Q(made_by_id=opened.me), pk=memo_id)
    memo = found.select_related("made_by").first()
    if memo is None:
        raise NotFound
    return memo


def is_there(opened: OpenedStudy, about: str, about_id: UUID | None) -> bool:
    """Whether the viewer sees what a memo would be about."""
    if about == About.STUDY:
        return about_id is None
    if about_id is None:
        return False
    return bool(names_of(opened, [(about, about_id)]))


def names_of(opened: OpenedStudy, things: Iterable[Thing]) -> dict[Thing, str]:
    """Return what each thing is called: code, text, participant; a passage by its code and text (a query a kind)."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for about, about_id in things:
        if about_id is not None:
            wanted[about].add(about_id)
    columns = {
        About.CODE: (Code.objects.filter(study_id=opened.study.id), "name"),
        About.SOURCE: (Source.objects.filter(study_id=opened.study.id), "title"),
        About.PARTICIPANT: (Participant.objects.filter(study_id=opened.study.id), "pseudonym"),
    }
    found: dict[Thing, str] = {}
    for about, (rows, column) in columns.items():
        if ids := wanted.get(about):
            found |= {
                (str(about), one): name for one, name in rows.filter(pk__in=ids).values_list("pk", column)
            }
    if ids := wanted.get(About.CODING):
        codings = visible_codings(opened).filter(pk__in=ids).values_list("pk", "code__name", "source__title")
        found |= {(str(About.CODING), one): f"{code} · {title}" for one, code, title in codings}
    return found
