"""What summaries rest on, as it goes out: who said it, where it stands, the words, and whether they may be quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Substr

from ownwords.inquiry.method.charting.rows import Reference
from ownwords.inquiry.models import SourceText
from ownwords.inquiry.queries.chart_sight import Charting
from ownwords.inquiry.queries.consents import quoting
from ownwords.inquiry.queries.export_turns import Turns
from ownwords.inquiry.queries.patience import patient


def references(charting: Charting, wanted: Sequence[UUID]) -> dict[UUID, Reference]:
    """Return the passages that whoever asks sees, numbered from 1 in the order wanted.

    Two queries, and one for each text that they stand in.
    """
    with patient():
        rows = _rows(charting, wanted)
        agreed = quoting(charting.study)
        kinds = {row["source_id"]: row["source__kind"] for row in rows.values()}
        turns = {source: Turns.of(source, kind, agreed) for source, kind in kinds.items()}
    there = [one for one in dict.fromkeys(wanted) if one in rows]
    return {one: _reference(n, rows[one], turns[rows[one]["source_id"]]) for n, one in enumerate(there, 1)}


def _rows(charting: Charting, wanted: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    texts = SourceText.objects.filter(
        source_id=OuterRef("source_id"), number=OuterRef("source__text_version")
    )
    length = OuterRef("end") - OuterRef("start")
    rows = charting.analysed.codings.filter(pk__in=set(wanted)).annotate(
        words=Subquery(texts.values(piece=Substr("words", OuterRef("start") + 1, length))),
        pages=Subquery(texts.values("pages")),
    )
    columns = ("id", "source_id", "source__title", "source__kind", "start", "end", "words", "pages")
    return {row["id"]: row for row in rows.values(*columns)}


def _reference(number: int, row: dict[str, Any], turns: Turns) -> Reference:
    said = turns.said(row["start"], row["end"])
    page = bisect_right(row["pages"] or [], row["start"]) or None
    return Reference(
        number, said.who, row["source__title"], said.turn, page, row["words"] or "", said.may_be_quoted
    )
