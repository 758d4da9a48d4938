"""What people did with their own words in a round: read, commented, added, struck. Struck words are nowhere."""

from __future__ import annotations

from collections import Counter

from ownwords.inquiry.method.checking_back.results import OwnWords
from ownwords.inquiry.models import CheckingRound, OwnWordsNote, SaidOfOwn
from ownwords.inquiry.queries.round_replies import Replies


def own_words_of(row: CheckingRound, replies: Replies) -> tuple[OwnWords, ...]:
    """Return for each group how many were asked, how many read, and what was done how many times (one query)."""
    asked = {one.id: group for group, people in replies.asked.items() for one in people}
    notes = OwnWordsNote.objects.filter(respondent__round=row, respondent_id__in=list(asked))
    done = Counter((asked[who], said) for who, said in notes.values_list("respondent_id", "said"))
    return tuple(
        OwnWords(
            group.id, group.name, len(people := replies.asked.get(group.id, [])),
            sum(one.read_at is not None for one in people),
            done[group.id, SaidOfOwn.COMMENT], done[group.id, SaidOfOwn.ADDED], done[group.id, SaidOfOwn.STRUCK],
        )
        for group in replies.groups
    )  # fmt: skip


def notes_in(row: CheckingRound, replies: Replies) -> list[OwnWordsNote]:
    """Return comments and additions with the words, by person; what was struck is only counted (one query)."""
    asked = [one.id for people in replies.asked.values() for one in people]
    rows = OwnWordsNote.objects.filter(respondent_id__in=asked).exclude(said=SaidOfOwn.STRUCK)
    return list(
        rows.select_related("respondent__group", "source").order_by("respondent__group__position", "-said_at")
    )
