"""Deciding on suggestions: what is accepted becomes a coding, what is set aside is shown no more until put back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.coding_checks import code_to_use, source_to_code
from ownwords.inquiry.actions.doing import Doing
from ownwords.inquiry.models import Coding, Suggestion
from ownwords.inquiry.queries.suggest_open import open_suggestions
from ownwords.ledger.ids import new_id
from ownwords.people.refusals import Refused

MOST_AT_ONCE = 200
COPIED = (
    "study_id", "source_id", "code_id", "text_version", "start", "end", "by", "model", "model_version", "score",
    "asked_by_id", "made_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """How many were decided on, and how many were not open any more."""

    done: int
    gone: int


@transaction.atomic
def accept(*, opened: OpenedStudy, ids: Iterable[UUID]) -> Decided:
    """Make codings of suggestions, by the viewer's own hand. Undone, the suggestions are open again.

    Raises:
        NotFound: not who codes. Refused: none is open any more, or the viewer has finished a text.
    """
    chosen, asked = _chosen(opened, ids)
    doing = Doing(opened, "suggestions_accepted", _about(chosen))
    made: dict[tuple[object, ...], Coding] = {}
    decided = []
    for one in chosen:
        place = (one.source_id, one.start, one.end, one.code_id)
        # One passage that was suggested both ways is coded once.
        if place not in made:
            made[place] = Coding(
                study_id=opened.study.id, source_id=one.source_id, code_id=one.code_id, coder_id=opened.me,
                start=one.start, end=one.end, how=one.by,
            )  # fmt: skip
            decided.append(_decision(opened, one, coding=made[place]))
    doing.make_many(list(made.values()))
    Suggestion.objects.bulk_create(decided)
    doing.keep()
    return Decided(len(chosen), asked - len(chosen))


@transaction.atomic
def set_aside(*, opened: OpenedStudy, ids: Iterable[UUID]) -> Decided:
    """Show suggestions no more. Raises NotFound: not who codes. Refused: as `accept`."""
    chosen, asked = _chosen(opened, ids)
    Suggestion.objects.bulk_create([_decision(opened, one, coding=None) for one in chosen])
    return Decided(len(chosen), asked - len(chosen))


@transaction.atomic
def put_back(*, opened: OpenedStudy, ids: Iterable[UUID]) -> Decided:
    """Open again what the viewer has set aside. Raises NotFound: not who codes. Refused: nothing was chosen."""
    opened.needs(Need.CODE)
    wanted = list(dict.fromkeys(ids))[:MOST_AT_ONCE]
    if not wanted:
        raise Refused({"": _("Choose a suggestion first.")})
    mine = Suggestion.objects.filter(study_id=opened.study.id, accepted=False, decided_by_id=opened.me)
    gone, _kinds = mine.filter(pk__in=wanted).delete()
    return Decided(gone, len(wanted) - gone)


def _chosen(opened: OpenedStudy, ids: Iterable[UUID]) -> tuple[list[Suggestion], int]:
    """Return the chosen that are open, locked, and how many were chosen. Texts are held first, then codes."""
    opened.needs(Need.CODE)
    wanted = list(dict.fromkeys(ids))[:MOST_AT_ONCE]
    if not wanted:
        raise Refused({"": _("Choose a suggestion first.")})
    rows = open_suggestions(opened).filter(pk__in=wanted)
    places = list(rows.values_list("source_id", "code_id"))
    for source_id in sorted({source for source, _code in places}):
        source_to_code(opened, source_id)
    for code_id in sorted({code for _source, code in places}):
        code_to_use(opened, code_id)
    held = Suggestion.objects.filter(study_id=opened.study.id, accepted__isnull=True, pk__in=wanted)
    list(held.order_by("id").select_for_update(of=("self",)).values_list("id", flat=True))
    strongest = F("score").desc(nulls_last=True)
    chosen = list(rows.select_related("code", "source").order_by("source_id", "start", strongest, "id"))
    if not chosen:
        raise Refused({"": _("That is not open any more: somebody has decided, or the text has changed.")})
    return chosen, len(wanted)


def _decision(opened: OpenedStudy, one: Suggestion, coding: Coding | None) -> Suggestion:
    same = {name: getattr(one, name) for name in COPIED}
    return Suggestion(
        id=new_id(), **same, accepted=coding is not None, coding=coding, decided_by_id=opened.me,
        decided_at=timezone.now(),
    )  # fmt: skip


def _about(chosen: list[Suggestion]) -> str:
    names = dict.fromkeys(f"{one.code.name} · {one.source.title}" for one in chosen)
    return ", ".join(names)
