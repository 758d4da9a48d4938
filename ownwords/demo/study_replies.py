"""What came back to the round: typed in for somebody, or given by their link; and replies brought in as a text.

The secret of a link is used in the moment in which it is made, and kept nowhere. So a link that stays open can be used
by nobody: whoever wants to see its page makes it anew, by the button on the page of the round.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making, PutDay
from ownwords.inquiry.actions.asked import note_read, reply
from ownwords.inquiry.actions.asking import say_still_right
from ownwords.inquiry.actions.asking_links import LIVES, make_link
from ownwords.inquiry.actions.replies_as_text import bring_replies_in
from ownwords.inquiry.actions.replies_typed import Said, type_replies
from ownwords.inquiry.models import Answer, Respondent, Source
from ownwords.inquiry.queries.asked import asked_by
from ownwords.inquiry.queries.replies_to_bring import to_bring
from ownwords.inquiry.queries.rounds import open_round

ANSWERS = {"a": Answer.AGREE, "p": Answer.PARTLY, "n": Answer.NO, "x": Answer.NOT_MINE, "-": ""}


def linked(making: Making, called: str, ago: int) -> None:
    """Check that it is right to ask somebody, and make their link."""
    respondent_id = making.ids[f"asked {called}"]
    say_still_right(opened=making.lead, round_id=making.ids["round"], respondent_id=respondent_id)
    made = make_link(opened=making.lead, respondent_id=respondent_id)
    making.secrets[called] = made.secret
    day = making.diary.clock.day(ago)
    ends = timezone.now() + LIVES - timedelta(days=ago)
    making.days += [
        PutDay(Respondent, respondent_id, "right_on", day),
        PutDay(Respondent, respondent_id, "expires_at", ends),
    ]


def said_back(making: Making, called: str, table: Table) -> None:
    """Keep what somebody said to each finding and to the whole: by their link, or typed in for them."""
    if table["by"] == "link":
        with asked_by(making.secrets.pop(called)) as asked:
            note_read()
            for put, answer, words in _each(making, table):
                reply(asked=asked, put_id=put, answer=answer, words=words)
            if whole := table.get("whole"):
                reply(asked=asked, put_id=None, words=whole)
        return
    said: dict[UUID | None, Said] = {put: Said(answer, words) for put, answer, words in _each(making, table)}
    type_replies(
        opened=making.lead, round_id=making.ids["round"], respondent_id=making.ids[f"asked {called}"], said=said
    )  # fmt: skip


def _each(making: Making, table: Table) -> Iterator[tuple[UUID, str, str]]:
    puts = [making.ids[f"put {one['finding']}"] for one in making.material.more["checking"]["put"]]
    for put, letter, words in zip(puts, table["answers"], table["words"], strict=True):
        if ANSWERS[letter]:
            yield put, ANSWERS[letter], words


def bring_in(making: Making, table: Table) -> None:
    """Bring the replies of some people in as a text."""
    row = open_round(making.lead, making.ids["round"])
    chosen = [one.id for one in to_bring(making.lead, row) if one.respondent.called in table["bring"]]
    for source in bring_replies_in(opened=making.lead, round_id=row.id, reply_ids=chosen):
        last = making.diary.clock.day(
            min(one["ago"] for one in _asked(table) if one["who"] in table["bring"])
        )
        making.days.append(PutDay(Source, source.id, "held_on", last))


def _asked(table: Table) -> Iterator[Table]:
    for group in table["group"]:
        yield from group["asked"]
