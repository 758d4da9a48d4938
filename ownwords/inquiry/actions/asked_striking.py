"""Striking one's own words out by a link: the database checks whose they are, and that nothing else changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.asked import as_long_as_open, corrected_meanwhile, note_said
from ownwords.inquiry.actions.striking import strike_in
from ownwords.inquiry.method.struck import joined
from ownwords.inquiry.models import OwnWordsNote, Source, Study
from ownwords.inquiry.queries.asked import Asked, LinkGone
from ownwords.inquiry.queries.asked_words import own_turn
from ownwords.inquiry.queries.patience import patient
from ownwords.ledger.verbs import Verb
from ownwords.people.refusals import Refused

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Participating:
    """The hand of a participant, who has no account in the study."""

    study: Study
    me: UUID | None = None


def strike_own_words(
    *,
    asked: Asked,
    source_id: UUID,
    turn: int,
    version: int,
    stretches: Sequence[Stretch],
    chosen: bool = False,
    submission: UUID | None = None,
) -> None:
    """Strike stretches of one of their turns out of the text, for good. All of it, or nothing.

    Args:
        version: of the text that was on the page.
        chosen: the words themselves were given, so that a single one may be a name (`method.struck.wordings`).

    Raises:
        LinkGone: not open any more, or not their words. Refused: nothing chosen, or the text is another by now.
    """
    if _struck_before(asked, submission):
        return
    mine, stretches = own_turn(source_id, turn), joined(stretches)
    if mine.version != version:
        raise Refused({"": corrected_meanwhile()})
    if not stretches:
        raise Refused({"": _("Choose the words to strike out.")})
    if stretches[0][0] < mine.start or stretches[-1][1] > mine.end:
        raise LinkGone
    with as_long_as_open(), patient():
        _begin(source_id, version, stretches)
        source = Source.objects.get(pk=source_id)
        strike_in(Participating(Study(id=source.study_id)), source, stretches, chosen=chosen)
        with connection.cursor() as cursor:
            cursor.execute("SELECT ownwords_end_strike(%s, %s)", [turn, submission])
        note_said(asked, Verb.STUDY_OWN_WORDS_STRUCK, {"source": str(source_id), "turn": turn})


def _struck_before(asked: Asked, submission: UUID | None) -> bool:
    """Whether this very form was sent before: a second press strikes nothing more."""
    rows = OwnWordsNote.objects.filter(respondent=asked.respondent, submission=submission)
    return submission is not None and rows.exists()


def _begin(source_id: UUID, version: int, stretches: Sequence[Stretch]) -> None:
    """Lock the text and have the database check that these words are theirs. Raises Refused: it changed meanwhile."""
    starts, ends = [one[0] for one in stretches], [one[1] for one in stretches]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ownwords_begin_strike(%s, %s, %s::int[], %s::int[])", [source_id, version, starts, ends]
        )
        if not cursor.fetchone()[0]:
            raise Refused({"": corrected_meanwhile()})
