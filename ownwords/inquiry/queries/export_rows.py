"""Every coded passage of a study, text after text: one text and two thousand passages are held at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from ownwords.inquiry.method.passage_files.rows import Origin, Row
from ownwords.inquiry.models import Source, SourceText
from ownwords.inquiry.queries.export_names import Names
from ownwords.inquiry.queries.export_scope import Scope
from ownwords.inquiry.queries.export_turns import Turns

MANY = 2_000
COLUMNS = (
    "id", "guid", "code_id", "start", "end", "coder_id", "brought_by", "memo", "strength", "how",
    *(f"suggestion__{name}" for name in ("model", "model_version", "score", "decided_by_id", "decided_at")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    id: UUID


def passages_to_go(scope: Scope) -> Iterator[Row]:
    """Yield the passages in the order of the texts. Each question is its own short transaction where a page asks."""
    with scope.asked():
        names = Names(scope)
        sources = Source.objects.filter(study_id=scope.study.id, removed_at__isnull=True)
        found = list(
            sources.order_by("position", "made_at", "id").only("id", "guid", "title", "kind", "text_version")
        )
    for source in found:
        yield from _of_source(scope, source, names)


def _of_source(scope: Scope, source: Source, names: Names) -> Iterator[Row]:
    after: _Place | None = None
    text: SourceText | None = None
    turns = Turns.none()
    while True:
        with scope.asked():
            rows = _some(scope, source, after)
            if rows and text is None:
                text = SourceText.objects.filter(source_id=source.id, number=source.text_version).first()
                turns = Turns.of(source.id, source.kind, names.quoting)
        for row in rows:
            yield _row(row, source, text, turns, names)
        if len(rows) < MANY:
            return
        after = _Place(rows[-1][3], rows[-1][0])


def _some(scope: Scope, source: Source, after: _Place | None) -> list[tuple[Any, ...]]:
    rows = scope.codings.filter(source_id=source.id)
    if after is not None:
        rows = rows.filter(
            Q(start__gt=after.start) | Q(start=after.start, id__gt=after.id), start__gte=after.start
        )
    return list(rows.order_by("start", "id").values_list(*COLUMNS)[:MANY])


def _row(row: tuple[Any, ...], source: Source, text: SourceText | None, turns: Turns, names: Names) -> Row:
    _, guid, code, start, end, coder, brought_by, memo, strength, *origin = row
    pages = text.pages if text else []
    said = turns.said(start, end)
    return Row(
        code=names.path(code), text=source.title, who=said.who, page=bisect_right(pages, start) or None,
        turn=said.turn, at_ms=said.at_ms, words=text.words[start:end] if text else "",
        coder=brought_by or names.coder(coder), memo=memo, strength=strength, may_be_quoted=said.may_be_quoted,
        coding_guid=str(guid), code_guid=names.guid(code), text_guid=str(source.guid),
        origin=_origin(origin, names),
    )  # fmt: skip


def _origin(row: list[Any], names: Names) -> Origin:
    how, model, version, score, who, when = row
    if model is None:
        return Origin(how)
    return Origin(how, model, version, score, names.coder(who), timezone.localdate(when).isoformat())
