"""What whoever holds a link says: to a finding, to the whole, about their own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from ownwords.inquiry.models import Answer, CheckingReply, OwnWordsNote, SaidOfOwn
from ownwords.inquiry.queries.asked import Asked, LinkGone, finding_put, replies_of
from ownwords.inquiry.queries.asked_words import own_text, own_turn
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.actions.sent_again import sent_before
from ownwords.people.refusals import Refused

MOST = 10_000


def note_read() -> None:
    """Keep when the page was first opened."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_asked_read()")


@contextmanager
def as_long_as_open() -> Iterator[None]:
    """Run a block in a transaction of its own; a round that closes meanwhile is a link that is gone."""
    try:
        with transaction.atomic():
            yield
    except ProgrammingError as error:
        if "row-level security" not in str(error):
            raise
        raise LinkGone from None


def reply(
    *,
    asked: Asked,
    put_id: UUID | None,
    answer: str = "",
    words: str = "",
    submission: UUID | None = None,
    version: int = 0,
) -> None:
    """Keep what they say to a finding, or to the whole where `put_id` is None; the newest holds.

    Args:
        version: of what was put, as it stood on the page; 0 where that is not known.

    Raises:
        LinkGone: not open any more, or no such finding. Refused: nothing said, a form used before, or what is put was
        changed since the page was opened, so that the answer would stand beside words that nobody read.
    """
    put = None if put_id is None or asked.puts_words else finding_put(asked, put_id)
    if put_id is not None and put is None:
        raise LinkGone
    if put is not None and version not in (0, put.version):
        changed = _("This was put differently while you were reading it. Nothing was kept yet.")
        raise Refused({"": f"{changed} {_('Please read it again, then press once more.')}"})
    answer = rules.one_of(answer, Answer.values, field="answer", blank=True) if put else ""
    words = rules.own_words(words, field="words", needed=put is None, most=MOST)
    if not answer and not words:
        raise Refused({"": _("Choose an answer, or write something. You may also leave it out.")})
    before = replies_of(asked).get(put_id)
    if before is not None and (before.answer, before.words) == (answer, words):
        return
    row = CheckingReply(
        study_id=asked.round.study_id, respondent=asked.respondent, finding=put, answer=answer, words=words,
        submission=submission,
    )  # fmt: skip
    # Not the answer: acts stay for ever, and who withdraws takes back what they answered.
    _keep(asked, row, {"finding": str(put_id or "")})


def say_of_own_words(
    *,
    asked: Asked,
    source_id: UUID,
    turn: int | None,
    version: int,
    words: str,
    submission: UUID | None = None,
) -> None:
    """Keep a comment on one of their turns, or something to add to a text where `turn` is None.

    Raises:
        LinkGone: not open any more, or not their words. Refused: nothing written, the text is another by now.
    """
    text = own_text(source_id)
    if text.version != version:
        raise Refused({"": corrected_meanwhile()})
    if turn is not None:
        own_turn(source_id, turn)
    said = SaidOfOwn.ADDED if turn is None else SaidOfOwn.COMMENT
    row = OwnWordsNote(
        study_id=asked.round.study_id, respondent=asked.respondent, source_id=source_id, turn=turn, said=said,
        words=rules.own_words(words, most=MOST), submission=submission,
    )  # fmt: skip
    _keep(asked, row, {"source": str(source_id), "said": said})


def corrected_meanwhile() -> str:
    """Return what is said when the text was corrected since the page was opened."""
    return _(
        "This text was corrected while you were reading it. Nothing was changed. Please look at it again."
    )


def _keep(asked: Asked, row: CheckingReply | OwnWordsNote, told: dict[str, Any]) -> None:
    """Keep a row once, and that something was said, without the words."""
    try:
        with as_long_as_open():
            row.save(force_insert=True)
            note_said(asked, Verb.STUDY_REPLIED, told)
    except IntegrityError as error:
        if "saved_once" not in str(error):
            raise
        if not _same(row):
            raise sent_before() from None


def _same(row: Model) -> bool:
    """Whether the form that was used before said just this."""
    columns = ("answer", "words") if isinstance(row, CheckingReply) else ("source_id", "turn", "words")
    keys = ("respondent_id", "submission", *(("finding_id",) if isinstance(row, CheckingReply) else ()))
    wanted = {name: getattr(row, name) for name in (*keys, *columns)}
    return type(row)._default_manager.filter(**wanted).exists()


def note_said(asked: Asked, verb: Verb, told: dict[str, Any]) -> None:
    """Keep in the ledger that somebody who was asked did something; they have no account in it."""
    note_act(
        verb=verb, actor_id=None, thing=Ref("study", asked.round.study_id), reason="By a link",
        after={"respondent": str(asked.respondent.id), **told},
    )  # fmt: skip
