"""The chain from findings to places in texts, row by row, for a file: no words of anybody stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.finding_rows import ChainRow
from ownwords.inquiry.models import Code, Finding, SourceText, Theme, Turn
from ownwords.inquiry.queries.findings import findings_shown
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.inquiry.queries.theme_extracts import extracts_seen
from ownwords.inquiry.queries.theme_members import codes_by_theme
from ownwords.people.method.practice import Element


def chain_rows(opened: OpenedStudy) -> Iterator[ChainRow]:
    """Yield finding, theme, code and place of each passage chosen (seven queries, whatever there is).

    A code of which nothing was chosen has a row without a place, and so has a theme or a finding with nothing below.
    """
    shown = findings_shown(opened)
    themes = list({theme.id for one in shown for theme in one.themes})
    codes = codes_by_theme(opened, themes)
    places = _places(opened, themes)
    for one in shown:
        for theme in one.themes:
            yield from _of_theme(one.finding, one.elements, theme, codes.get(theme.id, []), places)
        if not one.themes:
            yield _row(one.finding, one.elements)


def _of_theme(
    finding: Finding, elements: tuple[Element, ...], theme: Theme, codes: list[Code],
    places: dict[UUID, list[dict[str, Any]]],
) -> Iterator[ChainRow]:  # fmt: skip
    named = set()
    for place in places.get(theme.id, []):
        named.add(place["code"])
        yield _row(finding, elements, theme=theme.name, **place)
    left = [one.name for one in codes if one.name not in named]
    for name in left:
        yield _row(finding, elements, theme=theme.name, code=name)
    if not named and not left:
        yield _row(finding, elements, theme=theme.name)


def _row(finding: Finding, elements: tuple[Element, ...], **more: Any) -> ChainRow:
    return ChainRow(finding.statement, tuple(one.key for one in elements), **more)


def _places(opened: OpenedStudy, themes: list[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    """Return for each theme where its chosen passages stand; one that was taken back only says so."""
    rows = extracts_seen(opened).filter(theme_id__in=themes).select_related("coding")
    extracts = list(rows.order_by("position", "id"))
    where = _where(opened, [one.coding_id for one in extracts])
    found: dict[UUID, list[dict[str, Any]]] = {}
    for one in extracts:
        gone = one.coding.start == one.coding.end
        if gone or one.coding_id in where:
            place = {"gone": True, "code": ""} if gone else where[one.coding_id]
            found.setdefault(one.theme_id, []).append({**place, "stands": one.stands})
    return found


def _where(opened: OpenedStudy, ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
    turns = Turn.objects.filter(source_id=OuterRef("source_id"), start__lte=OuterRef("start"))
    last = turns.order_by("-start")
    texts = SourceText.objects.filter(
        source_id=OuterRef("source_id"), number=OuterRef("source__text_version")
    )
    rows = visible_codings(opened).filter(pk__in=ids).select_related("code", "source")
    rows = rows.annotate(
        turn=Subquery(last.values("number")[:1]),
        called=Subquery(last.values("speaker__label")[:1]),
        pseudonym=Subquery(last.values("speaker__participant__pseudonym")[:1]),
        pages=Subquery(texts.values("pages")[:1]),
    )
    return {one.id: _place(one) for one in rows}


def _place(one: Any) -> dict[str, Any]:
    return {
        "code": one.code.name, "text": one.source.title, "who": one.pseudonym or one.called or "",
        "page": bisect_right(one.pages or [], one.start) or None, "turn": one.turn,
        "start": one.start, "end": one.end,
    }  # fmt: skip
