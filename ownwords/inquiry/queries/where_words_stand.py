"""Where else in a study words stand that are to go: in memos, codes, notes, texts, and what rests on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import AttributeValue, Code, SourceText
from ownwords.inquiry.queries.sight import visible_codings, visible_memos
from ownwords.inquiry.queries.where_words_rest import places_above

MOST_LOOKED_FOR, MOST = 60, 100
CODE_WORDS = ("name", "definition", "use_when", "not_when", "example")


@dataclass(frozen=True, slots=True)
class Where:
    """One place: a "memo", "code", "passage", "text", "description", or a kind of `where_words_rest`; name and id."""

    kind: str
    called: str
    id: UUID


def where_they_stand(opened: OpenedStudy, wordings: Sequence[str], *, but: UUID | None = None) -> list[Where]:
    """Return up to a hundred places, capitals apart, in what the viewer sees (twenty queries at most).

    Args:
        wordings: stretches that tell, as `method.struck.wordings` gives them.
        but: the text that they are taken from, which is not named.
    """
    if not wordings:
        return []
    found: dict[Where, None] = {}
    for one in _places(opened, wordings[:MOST_LOOKED_FOR], but):
        found[one] = None
        if len(found) == MOST:
            break
    return list(found)


def _places(opened: OpenedStudy, wordings: Sequence[str], but: UUID | None) -> Iterator[Where]:
    study = {"study_id": opened.study.id}
    for memo in visible_memos(opened).filter(_holds(wordings, "words", "title"))[:MOST]:
        yield Where("memo", memo.title or memo.get_kind_display(), memo.id)
    for code in Code.objects.filter(_holds(wordings, *CODE_WORDS), **study)[:MOST]:
        yield Where("code", code.name, code.id)
    for coding in visible_codings(opened).filter(_holds(wordings, "memo")).select_related("code")[:MOST]:
        yield Where("passage", coding.code.name, coding.id)
    texts = SourceText.objects.filter(_holds(wordings, "words"), source__removed_at__isnull=True, **study)
    titles: Any = (
        texts.exclude(source_id__in=[but] if but else []).values_list("source_id", "source__title").distinct()
    )
    for source, title in titles[:MOST]:
        yield Where("text", title, source)
    values = AttributeValue.objects.filter(_holds(wordings, "value"), **study).select_related("attribute")
    for value in values[:MOST]:
        yield Where("description", value.attribute.name, value.id)
    for kind, called, place in places_above(opened, lambda *columns: _holds(wordings, *columns), MOST):
        yield Where(kind, called, place)


def _holds(wordings: Sequence[str], *columns: str) -> Q:
    found = Q()
    for column in columns:
        for words in wordings:
            found |= Q(**{f"{column}__icontains": words})
    return found
