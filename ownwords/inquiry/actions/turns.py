"""Keeping the turns of a text, each with what it is searched by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from ownwords.inquiry.method.text.result import Turn as Read
from ownwords.inquiry.models import Source, Turn

MANY, MUCH = 2_000, 1_000_000
INDEXED = 200_000
"""A longer turn is found by its first 200,000 characters: PostgreSQL's search vectors end at a megabyte."""

# The vectors are made in the database from the words handed in: cutting them there out of a text of ten million
# characters would count from its beginning for every turn.
_INSERT = """
INSERT INTO inquiry_turn (study_id, source_id, number, start, said_from, "end", at_ms, speaker_id, search)
SELECT %s, %s, one.number, one.start, one.said_from, one.ends, one.at_ms, one.speaker,
  to_tsvector('ownwords', one.words)
FROM unnest(%s::int[], %s::int[], %s::int[], %s::int[], %s::int[], %s::uuid[], %s::text[])
  AS one (number, start, said_from, ends, at_ms, speaker, words)
"""


def write_turns(source: Source, words: str, turns: Sequence[Read], speakers: Mapping[str, UUID]) -> None:
    """Keep the turns of a source's present text in place of those that it had.

    Args:
        speakers: the id of each speaker by what the text calls them; other labels are nobody's.
    """
    Turn.objects.filter(source_id=source.id).delete()
    with connection.cursor() as cursor:
        for part in _parts(turns):
            columns: list[list[Any]] = [
                [number for number, _ in part],
                [one.start for _, one in part],
                [one.said_from for _, one in part],
                [one.end for _, one in part],
                [one.at_ms for _, one in part],
                [speakers.get(one.label or "") for _, one in part],
                [words[one.said_from : min(one.end, one.said_from + INDEXED)] for _, one in part],
            ]
            cursor.execute(_INSERT, [source.study_id, source.id, *columns])


def _parts(turns: Sequence[Read]) -> Iterator[list[tuple[int, Read]]]:
    """Yield turns with their numbers, at most 2,000 and about a million characters in one statement."""
    part: list[tuple[int, Read]] = []
    size = 0
    for number, turn in enumerate(turns, 1):
        part.append((number, turn))
        size += min(turn.end - turn.said_from, INDEXED)
        if len(part) == MANY or size > MUCH:
            yield part
            part, size = [], 0
    if part:
        yield part
