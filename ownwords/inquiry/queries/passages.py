"""Quotations: passages of a code, or of the whole study, fifty a page, in the order of the texts.

A page begins after the last passage of the page before (keyset), never after a number of rows. Texts are gone through
a few at a time, so that a page of a code with a hundred thousand passages reads no more than a page of one with fifty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Greatest, Substr

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, Coding, Source, SourceText, StudyMember, Turn
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.inquiry.queries.counts import counted_by
from ownwords.inquiry.queries.desk import sources_in_view
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.people.access import NotFound

PAGE = 50
AROUND = 80
MOST_SHOWN = 1_500
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Sought:
    """Which passages are looked for; None: any. ``codes``: of any of these codes."""

    code_id: UUID | None = None
    source_id: UUID | None = None
    coder_id: UUID | None = None
    with_note: bool = False
    codes: Collection[UUID] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of passages ended."""

    source_id: UUID
    start: int
    coding_id: UUID

    @classmethod
    def read(cls, written: str) -> Place | None:
        """Return the place that an address names, or None."""
        try:
            source, start, coding = written.split(".")
            return cls(UUID(source), int(start), UUID(coding))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.source_id}.{self.start}.{self.coding_id}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One passage with the words around it, who said it, and in which turn it begins."""

    coding: Coding
    before: str
    words: str
    after: str
    cut: bool
    speaker: str
    turn: int | None


def sought(opened: OpenedStudy, wanted: Sought) -> QuerySet[Coding]:
    """Return the passages that are looked for, in no order."""
    found = visible_codings(opened)
    for column in ("code_id", "source_id", "coder_id"):
        if (value := getattr(wanted, column)) is not None:
            found = found.filter(**{column: value})
    if wanted.codes is not None:
        found = found.filter(code_id__in=wanted.codes)
    return found.exclude(memo="") if wanted.with_note else found


def page_of(opened: OpenedStudy, wanted: Sought, after: Place | None) -> tuple[list[Quotation], Place | None]:
    """Return up to fifty quotations after a place, and where the next page begins, None when there is none."""
    found: list[Coding] = []
    for sources in _few_at_a_time(_from(sources_in_view(opened), wanted, after)):
        rows = sought(opened, wanted).filter(source_id__in=[one.id for one in sources])
        if after is not None and sources[0].id == after.source_id:
            beyond = Q(start__gt=after.start) | Q(start=after.start, id__gt=after.coding_id)
            rows = rows.filter(beyond | ~Q(source_id=after.source_id))
        order = ("source__position", "source__made_at", "source_id", "start", "id")
        found += _with_words(rows).order_by(*order)[: PAGE + 1 - len(found)]
        if len(found) > PAGE:
            break
    last = found[PAGE - 1] if len(found) > PAGE else None
    page = _quotations(found[:PAGE])
    return page, Place(last.source_id, last.start, last.id) if last else None


def _from(sources: list[Source], wanted: Sought, after: Place | None) -> list[Source]:
    if wanted.source_id is not None:
        return [one for one in sources if one.id == wanted.source_id]
    ids = [one.id for one in sources]
    return sources[ids.index(after.source_id) :] if after and after.source_id in ids else sources


def _few_at_a_time(sources: list[Source]) -> Iterator[list[Source]]:
    """Yield one text, then four, sixteen...: where passages are many the first is enough, where few all come soon."""
    at, size = 0, 1
    while at < len(sources):
        yield sources[at : at + size]
        at, size = at + size, size * 4


def _with_words(rows: QuerySet[Any], who: str = "coder") -> QuerySet[Any]:
    begin = Greatest(OuterRef("start") - AROUND, Value(0))
    length = OuterRef("end") - begin + AROUND
    texts = SourceText.objects.filter(
        source_id=OuterRef("source_id"), number=OuterRef("source__text_version")
    )
    turns = Turn.objects.filter(source_id=OuterRef("source_id"), start__lte=OuterRef("start"))
    return rows.select_related("source", "code", who).annotate(
        cut=Subquery(texts.values(piece=Substr("words", begin + 1, length))),
        turn_id=Subquery(turns.order_by("-start").values("id")[:1]),
    )


def _quotations(rows: list[Any]) -> list[Quotation]:
    turns = Turn.objects.select_related("speaker__participant").in_bulk(
        [one.turn_id for one in rows if one.turn_id]
    )
    return [_quotation(one, turns.get(one.turn_id)) for one in rows]


def _quotation(row: Any, turn: Turn | None) -> Quotation:
    """Cut a passage out of what was read, with what stands around it in its own turn: no words of other people."""
    text, head = row.cut or "", min(AROUND, row.start)
    length = row.end - row.start
    said_from = max(0, turn.said_from - row.start + head) if turn else 0
    before, words, after = text[said_from:head], text[head : head + length], text[head + length :]
    whole_turn_before = said_from > 0 or head < AROUND
    speaker = turn.speaker if turn else None
    who = (speaker.participant.pseudonym if speaker.participant else speaker.label) if speaker else ""
    after_here, more_turns, _rest = after.partition("\n")
    cut_short = len(after) == AROUND and not more_turns
    return Quotation(
        row,
        before if whole_turn_before else before.partition(" ")[2],
        words[:MOST_SHOWN],
        after_here.rpartition(" ")[0] if cut_short else after_here,
        len(words) > MOST_SHOWN,
        who,
        turn.number if turn else None,
    )


def quoted(rows: QuerySet[Any], who: str) -> list[Quotation]:
    """Return other rows that have a source, a start and an end as quotations, in their order (two queries).

    ``who``: the column of the row that names an account.
    """
    return _quotations(list(_with_words(rows, who)))


def quotations_of(opened: OpenedStudy, ids: Collection[UUID]) -> dict[UUID, Quotation]:
    """Return some passages that the viewer sees as quotations, by coding (two queries)."""
    rows = list(_with_words(visible_codings(opened).filter(pk__in=ids)))
    return {one.coding.id: one for one in _quotations(rows)}


def how_many(opened: OpenedStudy, wanted: Sought) -> int:
    """Return how many passages are looked for, counted no further than one beyond `MOST_COUNTED` (one query)."""
    return sought(opened, wanted).order_by()[: MOST_COUNTED + 1].count()


def mine_by_source(opened: OpenedStudy) -> dict[UUID, int]:
    """Return how many passages of each text the viewer has coded (one query)."""
    mine = Coding.objects.filter(study_id=opened.study.id, coder_id=opened.me, start__lt=F("end"))
    return counted_by(mine, "source_id")


def coders(opened: OpenedStudy) -> list[tuple[UUID, str]]:
    """Return who works or has worked in the study, by name, to choose passages by."""
    rows = StudyMember.objects.filter(study_id=opened.study.id).exclude(duty="reader")
    return list(rows.order_by("account__name").values_list("account_id", "account__name").distinct())


def open_coding(opened: OpenedStudy, coding_id: UUID) -> Coding:
    """Return one passage. Raises NotFound: none such that the viewer sees."""
    found = visible_codings(opened).filter(pk=coding_id).select_related("code", "coder", "source").first()
    if found is None:
        raise NotFound
    return found


def open_code(opened: OpenedStudy, code_id: UUID) -> Code:
    """Return the code whose passages are wanted. Raises NotFound: none such in view."""
    code = codes_in_view(opened).filter(pk=code_id).first()
    if code is None:
        raise NotFound
    return code
