"""Looking for words in all texts of a study: turns that hold them in any form, with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from ownwords.inquiry.access import OpenedStudy
from ownwords.record.method.marking import START, STOP, marked

PAGE = 50
LONGEST = 200
#: Of a very long turn the words around what was found are looked for in so many characters.
LOOKED = 20_000

# Fifty turns are chosen first, and only of those are words cut out and marked.
_FIND = """
WITH wanted AS (SELECT websearch_to_tsquery('ownwords', %(query)s) AS q),
found AS (
  SELECT t.id, t.number, t.said_from, t."end", t.speaker_id, s.id AS source_id, s.title, s.position, s.text_version
  FROM inquiry_turn t JOIN inquiry_source s ON s.id = t.source_id, wanted
  WHERE t.study_id = %(study)s AND s.removed_at IS NULL AND t.search @@ wanted.q
    AND (%(source)s::uuid IS NULL OR s.id = %(source)s)
    AND (%(after)s::uuid IS NULL OR (s.position, s.id, t.number) > (%(position)s, %(after)s, %(number)s))
  ORDER BY s.position, s.id, t.number LIMIT %(most)s)
SELECT f.source_id, f.title, f.position, f.number, coalesce(p.pseudonym, k.label, ''), ts_headline('ownwords',
  substr(w.words, f.said_from + 1, least(f."end" - f.said_from, %(looked)s)), wanted.q, %(options)s)
FROM found f CROSS JOIN wanted
  JOIN inquiry_sourcetext w ON w.source_id = f.source_id AND w.number = f.text_version
  LEFT JOIN inquiry_speaker k ON k.id = f.speaker_id LEFT JOIN inquiry_participant p ON p.id = k.participant_id
ORDER BY f.position, f.source_id, f.number
"""
_OPTIONS = (
    f'StartSel={START}, StopSel={STOP}, MaxWords=45, MinWords=20, MaxFragments=2, FragmentDelimiter=" … "'
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of findings ended."""

    position: int
    source_id: UUID
    number: int

    @classmethod
    def read(cls, written: str) -> Place | None:
        """Return the place that an address names, or None."""
        try:
            position, source, number = written.split(".")
            place = cls(int(position), UUID(source), int(number))
        except ValueError:
            return None
        return place if max(place.position, place.number) < 2**31 else None

    def __str__(self) -> str:
        return f"{self.position}.{self.source_id}.{self.number}"


@dataclass(frozen=True, slots=True)
class Found:
    """A turn that holds what was looked for, in pieces (found?, words)."""

    source_id: UUID
    title: str
    number: int
    speaker: str
    pieces: list[tuple[bool, str]]


def clean_query(typed: str) -> str:
    """Return what is looked for: no signs that no text holds, one blank between words, 200 characters at most."""
    kept = "".join(sign for sign in typed[: LONGEST * 4] if sign.isprintable() or sign.isspace())
    return " ".join(kept.encode("utf-8", "ignore").decode("utf-8").split())[:LONGEST]


def search_texts(
    opened: OpenedStudy, query: str, *, source_id: UUID | None = None, after: Place | None = None
) -> tuple[list[Found], Place | None]:
    """Return up to fifty turns with the words, by text and place, and where the next page begins (one query).

    Accents and forms of a word are one; “two words” in quotation marks stand together, -word leaves out.
    """
    if not query:
        return [], None
    with connection.cursor() as cursor:
        cursor.execute(_FIND, {
            "query": query, "study": opened.study.id, "source": source_id, "most": PAGE + 1, "looked": LOOKED,
            "options": _OPTIONS, "after": after.source_id if after else None,
            "position": after.position if after else 0, "number": after.number if after else 0,
        })  # fmt: skip
        rows = cursor.fetchall()
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    found = [
        Found(source, title, number, speaker, marked(line))
        for source, title, _position, number, speaker, line in rows[:PAGE]
    ]
    return found, Place(last[2], last[0], last[3]) if last else None
