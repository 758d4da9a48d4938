"""What whoever holds the link of a respondent may see: what is put to them, and what they said. Nothing of others.

All of it is asked inside the door (`measures.queries.links.door`), where the database knows the link and nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db import connection

from ownwords.inquiry.method.text.striking import GAP
from ownwords.inquiry.models import CheckingFinding, CheckingReply, CheckingRound, Puts, Respondent
from ownwords.measures.queries.links import door
from ownwords.people.invitations import digest, is_secret


class LinkGone(Exception):
    """A link is wrong, withdrawn or expired, its round closed, or it opens no such thing: nobody is told which."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is asked, in the round that is open to them."""

    secret: str
    respondent: Respondent
    round: CheckingRound
    by: str
    leads: tuple[str, ...]

    @property
    def puts_words(self) -> bool:
        """Whether their own words are put to them."""
        return self.round.puts == Puts.WORDS


@dataclass(frozen=True, slots=True)
class Quote:
    """One illustration: what each of those said in it who agreed to be quoted, with their pseudonyms."""

    pieces: tuple[tuple[str, str], ...]


@contextmanager
def asked_by(secret: str) -> Iterator[Asked]:
    """Open the door of a link for one transaction. Raises LinkGone."""
    if not is_secret(secret):
        raise LinkGone
    with door("link", digest(secret)):
        yield _asked(secret)


def _asked(secret: str) -> Asked:
    mine = Respondent.objects.filter(secret_hash=digest(secret)).select_related("round").first()
    with connection.cursor() as cursor:
        cursor.execute("SELECT study, leads FROM ownwords_asked_by()")
        study = cursor.fetchone()
    if mine is None or study is None:
        raise LinkGone
    return Asked(secret, mine, mine.round, study[0], tuple(study[1]))


def findings_put(asked: Asked) -> list[CheckingFinding]:
    """Return what is put to them, in order (one query)."""
    rows = CheckingFinding.objects.filter(round=asked.round, removed_at__isnull=True)
    return list(rows.order_by("position", "made_at", "id"))


def finding_put(asked: Asked, put_id: UUID) -> CheckingFinding:
    """Return one finding that is put to them. Raises LinkGone: none of this round."""
    found = next((one for one in findings_put(asked) if one.id == put_id), None)
    if found is None:
        raise LinkGone
    return found


def replies_of(asked: Asked) -> dict[UUID | None, CheckingReply]:
    """Return what they said last to each finding, and under None to the whole (one query)."""
    rows = CheckingReply.objects.filter(respondent=asked.respondent)
    return {one.finding_id: one for one in rows.order_by("said_at", "id")}


def quotes_of(put_id: UUID) -> list[Quote]:
    """Return what illustrates a finding, as it stands in the texts now; what was struck or withdrawn is not there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coding, said_by, words FROM ownwords_asked_quotes(%s)", [put_id])
        rows = [(coding, who, words.strip()) for coding, who, words in cursor.fetchall()]
    told = [row for row in rows if row[2].replace(GAP, "").strip()]
    return [
        Quote(tuple((who, words) for _coding, who, words in pieces))
        for _coding, pieces in groupby(told, key=lambda row: row[0])
    ]
