"""Own words by a link: only their own turns, notes beside them, and words struck out of everything for good."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.correcting import correct_text
from ownwords.inquiry.models import Coding, OwnWordsNote, Participant, Source, SourceText, Study
from ownwords.inquiry.queries.text_search import search_texts
from ownwords.ledger.models import Act
from tests import studying as make
from tests.inquiry.asked_links import GROUP, group, page, shown, words_round
from tests.inquiry.bringing import at, words_of
from tests.inquiry.test_striking import kept_anywhere

pytestmark = pytest.mark.django_db
Talk = tuple[Source, Participant, Participant]
SECRET = "My sister Ottilie said so too."


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


@pytest.fixture
def talk(inquiry: Study) -> Talk:
    """A focus group."""
    return group(inquiry)


def strike(client: Client, secret: str, text: Source, turn: int = 2, **typed: object) -> int:
    """Press for good; return the status."""
    typed = {"sure": "yes", "version": text.text_version, **typed}
    return client.post(page("asked_strike", secret, text.id, turn), typed).status_code


def test_only_the_own_turns_are_shown(client: Client, talk: Talk) -> None:
    """inquiry 27: never another member of a focus group, nor who asks, nor what the text is called."""
    text, ash, birch = talk
    first, second = words_round(text, ash, birch)
    mine, theirs = (shown(client, page("asked_words", one, text.id)) for one in (first, second))
    assert "I felt heard for once." in mine
    assert "Yes, the waiting." in mine
    assert "To a question" in mine
    assert "corridors" not in mine
    assert "corridors" in theirs
    assert "heard for once" not in theirs
    for one in (mine, theirs, shown(client, page("asked", first))):
        assert "Who wants to begin" not in one
        assert "Group with" not in one


def test_turns_of_others_and_texts_outside_the_round_open_nothing(
    client: Client, inquiry: Study, talk: Talk
) -> None:
    """inquiry 27, attack: ids of somebody else's turns and texts, asked and sent."""
    text, ash, _birch = talk
    (secret,) = words_round(text, ash)
    outside = make.source(inquiry, "Ash: Said in confidence elsewhere.", "Interview 2")
    outside.speakers.update(participant=ash)
    for turn in (1, 3, 99, 10**12):
        for name in ("asked_turn", "asked_strike"):
            where = page(name, secret, text.id, turn)
            assert client.get(where).status_code == 404
            assert client.post(where, {"words": "x", "version": 1, "sure": "yes"}).status_code == 404
    assert client.get(page("asked_words", secret, outside.id)).status_code == 404
    assert strike(client, secret, outside, 1, words="confidence") == 404
    assert words_of(text) == GROUP
    assert OwnWordsNote.objects.count() == 0


def test_a_comment_and_something_to_add_stand_beside_the_words(client: Client, talk: Talk) -> None:
    """inquiry 27: comment on a turn, add to a text; a form sent twice is kept once."""
    text, ash, _birch = talk
    (secret,) = words_round(text, ash)
    form = uuid4()
    for _time in range(2):
        typed = {"words": "I would say relieved.", "version": 1, "submission": form}
        assert client.post(page("asked_turn", secret, text.id, 2), typed).status_code == 303
    assert (
        client.post(
            page("asked_add", secret, text.id), {"words": "And the garden.", "version": 1}
        ).status_code
        == 303
    )
    assert client.post(page("asked_add", secret, text.id), {"words": " ", "version": 1}).status_code == 422
    seen = shown(client, page("asked_words", secret, text.id))
    assert "I would say relieved." in seen
    assert "And the garden." in seen
    assert [(one.said, one.turn) for one in OwnWordsNote.objects.order_by("said_at")] == [
        ("comment", 2),
        ("added", None),
    ]
    assert words_of(text) == GROUP


def test_what_goes_is_shown_once_more_and_cannot_be_undone(client: Client, talk: Talk) -> None:
    """inquiry 27: chosen by sentence or typed, without a script; nothing happens before the second press."""
    text, ash, _birch = talk
    (secret,) = words_round(text, ash)
    where = page("asked_strike", secret, text.id, 2)
    sure = client.post(where, {"pieces": ["1"], "version": 1}).content.decode()
    assert "This cannot be undone" in sure
    assert f'<del class="inq-asked__goes">{SECRET}</del>' in sure
    assert words_of(text) == GROUP
    for typed in ({}, {"words": "Ottili"}, {"pieces": ["9"]}):
        assert client.post(where, {"version": 1, "sure": "yes", **typed}).status_code == 422
    assert words_of(text) == GROUP


def test_struck_words_are_gone_from_the_whole_database_and_a_dated_gap_stays(
    client: Client, opened: OpenedStudy, talk: Talk
) -> None:
    """inquiry 27: every version, search, history; it is kept without the words that somebody struck."""
    text, ash, _birch = talk
    correct_text(opened=opened, source_id=text.id, version=1, words=GROUP.replace("years", "many years"))
    text.refresh_from_db()
    (secret,) = words_round(text, ash)
    form = uuid4()
    for _time in range(2):
        assert strike(client, secret, text, pieces=["1"], submission=form) == 303
    assert words_of(text) == GROUP.replace("years", "many years").replace(SECRET, "[…]")
    assert kept_anywhere("Ottilie") == []
    assert search_texts(opened, "Ottilie") == ([], None)
    assert [one.made_by_id for one in SourceText.objects.order_by("number")] == [opened.me, opened.me, None]
    note = OwnWordsNote.objects.get()
    assert (note.said, note.words, note.turn) == ("struck", "", 2)
    act = Act.objects.get(verb="study_own_words_struck")
    assert act.actor_id is None
    seen = shown(client, page("asked_words", secret, text.id))
    assert "You struck words out here on" in seen


def test_a_name_typed_just_as_it_stands_goes_wherever_it_stands_in_the_turn(
    client: Client, talk: Talk
) -> None:
    """inquiry 27: only some words of a turn."""
    text, ash, _birch = talk
    (secret,) = words_round(text, ash)
    assert strike(client, secret, text, words="ottilie") == 303
    assert "My sister […] said so too." in words_of(text)
    assert kept_anywhere("Ottilie") == []


def test_codings_of_all_coders_follow_even_those_that_blind_coding_hides(
    client: Client, inquiry: Study, talk: Talk, leads: Client
) -> None:
    """inquiry 22, 27: one in the words is empty, one behind them moves; the page of versions still opens."""
    inquiry.blind = True
    inquiry.save()
    text, ash, _birch = talk
    coder = make.researcher(inquiry.organisation)
    make.member(inquiry, coder)
    code, start, behind = make.code(inquiry), GROUP.index("Ottilie"), GROUP.index("It took years")
    inside = make.coding(code, text, start, start + 7, coder)
    after = make.coding(code, text, behind, behind + 13)
    (secret,) = words_round(text, ash)
    assert strike(client, secret, text, pieces=["1"]) == 303
    now = words_of(text)
    assert [one.start == one.end for one in Coding.objects.filter(pk=inside.pk)] == [True]
    after.refresh_from_db()
    assert now[after.start : after.end] == "It took years"
    assert "whoever said it" in leads.get(at("text_version", inquiry, text.id, 2)).content.decode()


def test_a_text_corrected_meanwhile_is_looked_at_again_and_nothing_is_half_done(
    client: Client, opened: OpenedStudy, talk: Talk
) -> None:
    """inquiry 27, two at once: what was typed comes back with a clear message."""
    text, ash, _birch = talk
    (secret,) = words_round(text, ash)
    correct_text(opened=opened, source_id=text.id, version=1, words=f"{GROUP} Truly.")
    late = client.post(
        page("asked_strike", secret, text.id, 2), {"pieces": ["1"], "version": 1, "sure": "yes"}
    )
    assert late.status_code == 422
    assert "corrected while you were reading" in late.content.decode()
    noted = client.post(page("asked_turn", secret, text.id, 2), {"words": "Mine to keep", "version": 1})
    assert noted.status_code == 422
    assert "Mine to keep" in noted.content.decode()
    assert SECRET in words_of(text)
    assert OwnWordsNote.objects.count() == 0
