"""Passages that a code has already, as examples of what it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, OuterRef, Subquery, Window
from django.db.models.functions import RowNumber, Substr

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import SourceText
from ownwords.inquiry.queries.sight import visible_codings

MOST_EXAMPLES, MOST_CHARACTERS = 3, 2_000


def examples_of(opened: OpenedStudy, codes: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Return the words of the three newest passages of each code (one query).

    None in a blind study: what is suggested is open to everybody who codes, and would tell them what one of them coded.
    """
    if opened.study.blind:
        return {}
    newest = Window(RowNumber(), partition_by=F("code_id"), order_by=F("id").desc())
    texts = SourceText.objects.filter(
        source_id=OuterRef("source_id"), number=OuterRef("source__text_version")
    )
    length = OuterRef("end") - OuterRef("start")
    rows = (
        visible_codings(opened)
        .filter(code_id__in=codes, end__lte=F("start") + MOST_CHARACTERS)
        .annotate(newest=newest)
        .filter(newest__lte=MOST_EXAMPLES)
        .annotate(words=Subquery(texts.values(piece=Substr("words", OuterRef("start") + 1, length))))
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for code_id, words in rows.order_by("code_id", "newest").values_list("code_id", "words"):
        found[code_id].append(words or "")
    return found
