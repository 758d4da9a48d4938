"""The own words of whoever holds a link: the turns in which they speak themselves, and what they said of these."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from ownwords.inquiry.models import OwnWordsNote, SourceKind
from ownwords.inquiry.queries.asked import Asked, LinkGone

PAGE = 40
MOST_TURN = 2_147_483_646


@dataclass(frozen=True, slots=True)
class OwnText:
    """One text in which they speak: what kind it is and when it was, never its title, which may name others."""

    id: UUID
    kind: str
    held_on: date | None
    version: int
    turns: int


@dataclass(frozen=True, slots=True)
class OwnTurn:
    """One turn of theirs; ``start`` and ``end`` are where its words stand in the text, in code points."""

    number: int
    version: int
    start: int
    end: int
    asked: bool
    words: str


def own_texts() -> list[OwnText]:
    """Return the texts of the round in which they speak, in the order of the study."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT source, kind, held_on, version, turns FROM ownwords_my_texts()")
        return [
            OwnText(source, str(SourceKind(kind).label), *rest) for source, kind, *rest in cursor.fetchall()
        ]


def own_text(source_id: UUID) -> OwnText:
    """Return one of these texts. Raises LinkGone: none of theirs."""
    found = next((one for one in own_texts() if one.id == source_id), None)
    if found is None:
        raise LinkGone
    return found


def own_turns(source_id: UUID, beyond: int = 0) -> tuple[list[OwnTurn], int | None]:
    """Return up to forty of their turns after one, and after which the next page begins, None when there is none."""
    rows = _turns(source_id, beyond, PAGE + 1)
    return rows[:PAGE], rows[PAGE - 1].number if len(rows) > PAGE else None


def own_turn(source_id: UUID, number: int) -> OwnTurn:
    """Return one turn of theirs. Raises LinkGone: somebody else's, or none."""
    rows = _turns(source_id, number - 1, 1)
    if not rows or rows[0].number != number:
        raise LinkGone
    return rows[0]


def _turns(source_id: UUID, beyond: int, most: int) -> list[OwnTurn]:
    if not -1 <= beyond <= MOST_TURN:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT turn, version, starts, ends, asked, words FROM ownwords_my_turns(%s, %s, %s)",
            [source_id, beyond, most],
        )
        return [OwnTurn(*row) for row in cursor.fetchall()]


def notes_by_turn(asked: Asked, source_id: UUID) -> dict[int | None, list[OwnWordsNote]]:
    """Return what they said of this text, by turn, in order; under None what they added (one query)."""
    found: dict[int | None, list[OwnWordsNote]] = defaultdict(list)
    rows = OwnWordsNote.objects.filter(respondent=asked.respondent, source_id=source_id)
    for one in rows.order_by("said_at", "id"):
        found[one.turn].append(one)
    return found
