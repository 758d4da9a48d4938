"""What there is to do, beside what somebody says of themselves: services that share the person's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from ownwords.connections.method.matching import Match, match, telling
from ownwords.connections.models import DirectoryService
from ownwords.connections.queries.directory_search import CONFIG
from ownwords.people.method.folding import fold

MOST_TEXTS, MOST_WORDS, CANDIDATES = 60, 80, 120


@dataclass(frozen=True, slots=True)
class Matched:
    """A service and why it is here: ``match.reasons`` name the text and the person's own words that are shared."""

    service: DirectoryService
    match: Match


def matches_for(texts: Sequence[str], *, most: int = 20) -> list[Matched]:
    """Return services that share telling words with texts of a person, those that share most first (connecting R22).

    Two queries at most; the texts are kept nowhere. The database finds candidates, the reason is worked out anew from
    the words themselves, and what has no exact reason is left out.

    Args:
        texts: strengths, interests, what somebody could offer, in their own words.
    """
    words = telling(texts[:MOST_TEXTS])
    typed = list(dict.fromkeys(fold(word.written) for text in words for word in text))[:MOST_WORDS]
    if not typed:
        return []
    query = reduce(or_, (SearchQuery(word, config=CONFIG, search_type="plain") for word in typed))
    rows = DirectoryService.objects.filter(listed=True).defer("details", "head", "words")
    found: list[DirectoryService] = list(
        rows.filter(head=query)
        .annotate(nearness=SearchRank(F("head"), query))
        .order_by("-nearness", "sort_key", "id")[:CANDIDATES]
    )
    if len(found) < most:
        also = rows.filter(words=query).exclude(head=query).order_by("sort_key", "id")
        found += list(also[:CANDIDATES])
    matched = [
        Matched(row, shared)
        for row in found
        if (shared := match(words, {"name": row.name, "kinds": ", ".join(row.kinds), "summary": row.summary}))
    ]
    return sorted(matched, key=lambda one: (-one.match.shared, one.service.sort_key, one.service.id))[:most]
