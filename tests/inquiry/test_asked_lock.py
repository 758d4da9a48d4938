"""The second lock behind a link: asked past every page, the database gives and takes one's own words only."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from ownwords.inquiry.models import (
    CheckingReply,
    OwnWordsNote,
    Participant,
    Respondent,
    Source,
    SourceText,
    Study,
)
from ownwords.measures.queries.links import door
from ownwords.people.invitations import digest
from tests import studying as make
from tests.inquiry.all_addresses import tables
from tests.inquiry.asked_links import GROUP, group, link_for, opened_round, put, words_round

pytestmark = pytest.mark.django_db
Talk = tuple[Source, Participant, Participant]
BEGIN = "SELECT ownwords_begin_strike(%s, %s, %s::int[], %s::int[])"


@pytest.fixture
def talk(inquiry: Study) -> Talk:
    """A focus group."""
    return group(inquiry)


def ask(sql: str, *values: Any) -> list[Any]:
    """Return what the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def refused(sql: str, *values: Any) -> bool:
    """Whether the database refuses something outright."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except DatabaseError:
        return True
    return False


def test_a_link_reaches_no_text_code_or_person_of_the_study(talk: Talk) -> None:
    """inquiry 27, 28: of every table, the holder sees the round, their own row and what they said."""
    text, ash, birch = talk
    secret, _other = words_round(text, ash, birch)
    with door("link", digest(secret)):
        seen = {name for name, rows in tables().items() if rows}
        turns = ask("SELECT turn FROM ownwords_my_turns(%s, 0, 50)", text.id)
    assert seen == {"inquiry_respondent", "inquiry_checkinground"}
    assert turns == [(2,), (4,)]


@pytest.mark.parametrize(
    ("starts", "ends"),
    [([0], [20]), ([20], [130]), ([GROUP.index("For me")], [GROUP.index("For me") + 6]), ([-4], [5]),
     ([40, 35], [42, 38]), ([40, 41], [42, 45]), ([40], [40]), ([], []), ([40, 50], [42])],
)  # fmt: skip
def test_a_forged_stretch_strikes_nothing(talk: Talk, starts: list[int], ends: list[int]) -> None:
    """inquiry 27, attack: every stretch lies within one turn of theirs, in order, or nothing begins."""
    text, ash, _birch = talk
    (secret,) = words_round(text, ash)
    with door("link", digest(secret)):
        assert ask(BEGIN, text.id, 1, starts, ends) == [(False,)]
        assert ask("SELECT ownwords_striking()") == [(None,)]
        assert SourceText.objects.count() == 0


def test_an_open_strike_lets_just_those_words_go(talk: Talk) -> None:
    """inquiry 27, attack: another new text, a codings' move elsewhere, a struck note without striking."""
    text, ash, _birch = talk
    other = make.source(text.study, title="Interview 9")
    (secret,) = words_round(text, ash)
    start = GROUP.index("My sister")
    with door("link", digest(secret)):
        assert ask(BEGIN, text.id, 1, [start], [start + 30]) == [(True,)]
        assert list(Source.objects.values_list("id", flat=True)) == [text.id]
        insert = (
            "INSERT INTO inquiry_sourcetext (id, study_id, source_id, number, words, pages, why, made_at)"
            " VALUES (gen_random_uuid(), %s, %s, 2, %s, '[]', '', now())"
        )
        assert refused(insert, text.study_id, text.id, GROUP.replace("corridors", "heaven"))
        assert refused("SELECT ownwords_end_strike(2, NULL)")
        assert ask("SELECT * FROM ownwords_coding_spans(%s)", other.id) == []
        assert not refused(insert, text.study_id, text.id, GROUP[:start] + "[…]" + GROUP[start + 30 :])


def test_nobody_without_the_link_goes_on_with_an_open_strike(talk: Talk) -> None:
    """inquiry 27, attack: another link in the same transaction, and no link at all."""
    text, ash, birch = talk
    mine, theirs = words_round(text, ash, birch)
    start = GROUP.index("My sister")
    with door("link", digest(mine)):
        assert ask(BEGIN, text.id, 1, [start], [start + 30]) == [(True,)]
    with door("link", digest(theirs)):
        assert ask("SELECT ownwords_striking()") == [(None,)]
        assert SourceText.objects.count() == 0


def test_answers_and_notes_are_refused_for_what_is_not_theirs(inquiry: Study, talk: Talk) -> None:
    """inquiry 27, attack: a finding of another round, another respondent, somebody else's turn, one's own row."""
    text, ash, birch = talk
    secret, _other = words_round(text, ash, birch)
    mine, them = Respondent.objects.order_by("made_at")
    elsewhere = put(opened_round(inquiry, title="Another"))
    link_for(make.asked(inquiry, called="Else", round=elsewhere.round))
    reply = {"study": inquiry, "answer": "no"}
    note = {"study": inquiry, "source": text, "words": "x", "said": "comment"}
    bad: list[tuple[type[Any], dict[str, Any]]] = [
        (CheckingReply, {**reply, "respondent": mine, "finding": elsewhere}),
        (CheckingReply, {"study": inquiry, "words": "x", "respondent": them}),
        (OwnWordsNote, {**note, "respondent": mine, "turn": 3}),
        (OwnWordsNote, {**note, "respondent": them, "turn": 3}),
        (OwnWordsNote, {**note, "respondent": mine, "turn": 2, "said": "struck", "words": ""}),
    ]
    with door("link", digest(secret)):
        for model, columns in bad:
            with pytest.raises(DatabaseError), transaction.atomic():
                model.objects.create(**columns)
        assert Respondent.objects.update(called="Me") == 0
