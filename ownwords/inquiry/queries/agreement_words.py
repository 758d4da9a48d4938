"""The words of passages that coders saw differently, and what was settled about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Case, F, Q, When
from django.db.models.functions import Substr

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import About, Memo, MemoKind, Source, SourceText, Turn
from ownwords.inquiry.queries.sight import visible_memos

if TYPE_CHECKING:
    from ownwords.inquiry.queries.agreement_apart import Apart

AROUND = 80
MOST_SHOWN = 1_500


@dataclass(frozen=True, slots=True)
class Seen:
    """One passage with the words around it, where it stands, and the notes on it."""

    apart: Apart
    title: str
    turn: int
    before: str
    words: str
    after: str
    notes: Sequence[Memo]


def shown(opened: OpenedStudy, found: Sequence[Apart]) -> list[Seen]:
    """Return passages with their words and where they stand (four queries)."""
    notes, cuts = settled(opened, [one.coding for one in found]), _cuts(found)
    titles = dict(Source.objects.filter(pk__in=[one.source for one in found]).values_list("id", "title"))
    places = Q(pk__in=[])
    for one in found:
        places |= Q(source_id=one.source, start__lte=one.start, end__gt=one.start)
    turns = {(source, start): number for source, start, number in _turns(places)}
    return [
        _seen(one, titles[one.source], _turn(turns, one), cut, notes.get(one.coding, []))
        for one, cut in zip(found, cuts, strict=True)
    ]


def _turns(places: Q) -> Iterable[tuple[UUID, int, int]]:
    return Turn.objects.filter(places).values_list("source_id", "start", "number")


def _turn(turns: Mapping[tuple[UUID, int], int], one: Apart) -> int:
    """Return the number of the turn in which a passage begins, 1 where the text has none."""
    starts = [start for source, start in turns if source == one.source and start <= one.start]
    return turns[one.source, max(starts)] if starts else 1


def _begin(one: Apart) -> int:
    return max(one.start - AROUND, 0)


def _end(one: Apart) -> int:
    return min(one.end, one.start + MOST_SHOWN)


def _cuts(found: Sequence[Apart]) -> list[str]:
    """Return each passage with what stands around it, cut out by the database, all in one query."""
    pieces = {
        f"piece_{n}": Case(When(
            source_id=one.source, then=Substr("words", _begin(one) + 1, _end(one) - _begin(one) + AROUND)
        ))
        for n, one in enumerate(found)
    }  # fmt: skip
    texts = SourceText.objects.filter(
        source_id__in={one.source for one in found}, number=F("source__text_version")
    )
    rows = list(texts.annotate(**pieces).values(*pieces)) if found else []
    return [next((row[name] for row in rows if row[name] is not None), "") for name in pieces]


def _seen(one: Apart, title: str, turn: int, cut: str, notes: Sequence[Memo]) -> Seen:
    first, last = one.start - _begin(one), _end(one) - _begin(one)
    after = cut[last:].split("\n", maxsplit=1)[0] if _end(one) == one.end else ""
    return Seen(one, title, turn, cut[:first].rsplit("\n", maxsplit=1)[-1], cut[first:last], after, notes)


def settled(opened: OpenedStudy, codings: Collection[UUID]) -> dict[UUID, list[Memo]]:
    """Return the comparisons that were noted about passages, the newest first (one query)."""
    rows = visible_memos(opened).filter(
        about=About.CODING, about_id__in=codings, kind=MemoKind.COMPARISON, removed_at__isnull=True
    )
    found: dict[UUID, list[Memo]] = {}
    for one in rows.select_related("made_by").order_by("-id"):
        found.setdefault(one.about_id, []).append(one)  # type: ignore[arg-type]
    return found
