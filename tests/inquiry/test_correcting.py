"""Correcting a transcript after coding: every coder's passages follow, and undoing brings everything back."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.codings import uncode
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.models import Coding, Source, SourceText, StudyStep, Turn
from ownwords.inquiry.queries.identifying import may_identify
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.inquiry.queries.text_search import search_texts
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.inquiry.bringing import TALK, at, brought, words_of

pytestmark = pytest.mark.django_db
CORRECTED = TALK.replace("carefull", "careful").replace("helps too", "helps me too")


@pytest.fixture
def text(opened: OpenedStudy) -> Source:
    """A text that came in."""
    return brought(opened)


def lay(source: Source, words: str, coder: Account | None = None, code: str = "") -> Coding:
    """Code these words of the talk."""
    start = TALK.index(words)
    return make.coding(make.code(source.study, code or words[:20]), source, start, start + len(words), coder)


def correct(client: Client, source: Source, words: str, version: int = 1) -> object:
    """Send a corrected text as its page does."""
    typed = {"words": words.replace("\n", "\r\n"), "why": "heard again", "version": version}
    return client.post(at("text_correct", source.study, source.id), typed)


def said(coding: Coding) -> str:
    """Return the words that a coding stands on now."""
    coding.refresh_from_db()
    return words_of(coding.source)[coding.start : coding.end]


def test_passages_follow_and_those_with_other_words_are_listed(
    leads: Client, text: Source, coder: Account
) -> None:
    """inquiry 5: before and after stand beside each other; what only moved is not listed."""
    before, inside = lay(text, "Walking with the dog"), lay(text, "carefull with", coder)
    behind = lay(text, "Ana was there")
    answer = correct(leads, text, CORRECTED)
    assert answer.headers["Location"] == at("text_version", text.study, text.id, 2)
    assert [said(one) for one in (before, inside, behind)] == [
        "Walking with the dog",
        "careful with",
        "Ana was there",
    ]
    page = leads.get(answer.headers["Location"]).content.decode()
    assert "1 passage has other words now" in page
    assert "carefull with" in page
    assert "heard again" in page


def test_a_passage_whose_words_went_is_empty_and_listed(leads: Client, text: Source) -> None:
    """inquiry 5: a clipped one keeps what is left of it."""
    gone, clipped = lay(text, "Ana was"), lay(text, "medication, and Ana")
    correct(leads, text, TALK.replace(", and Ana was there", ""))
    assert said(gone) == ""
    assert said(clipped) == "medication"
    page = leads.get(at("text_version", text.study, text.id, 2)).content.decode()
    assert "Its words are gone" in page


def test_turns_search_and_length_follow(leads: Client, opened: OpenedStudy, text: Source) -> None:
    """inquiry 5: a turn typed in between is one; words are found as they are spelt now."""
    words = CORRECTED.replace("Interviewer: And", "Rose: Quite a lot.\nInterviewer: And")
    correct(leads, text, words)
    text.refresh_from_db()
    kept = words_of(text)
    turns = Turn.objects.filter(source=text).order_by("number").select_related("speaker")
    assert [(one.speaker.label, kept[one.said_from : one.end]) for one in turns][2] == (
        "Rose",
        "Quite a lot.",
    )
    assert len(turns) == 5
    assert text.length == len(kept)
    assert search_texts(opened, "carefull")[0] == []
    assert [one.number for one in search_texts(opened, "careful")[0]] == [5]


def test_undoing_brings_back_text_and_passages_exactly(
    opened: OpenedStudy, leads: Client, text: Source
) -> None:
    """inquiry 5, 10: also a passage that was emptied; doing it again follows again."""
    codings = [lay(text, "carefull with"), lay(text, "Ana"), lay(text, "Ana was", code="other")]
    places = [(one.start, one.end) for one in codings]
    correct(leads, text, CORRECTED.replace(", and Ana was there", ""))
    with seen_by(opened.me, "researcher"):
        undo(opened=opened, step_id=next_undo(opened).id)
    assert words_of(text) == TALK
    for one in codings:
        one.refresh_from_db()
    assert [(one.start, one.end) for one in codings] == places
    assert Turn.objects.filter(source=text).count() == 4
    with seen_by(opened.me, "researcher"):
        redo(opened=opened, step_id=next_redo(opened).id)
    assert [said(one) for one in codings] == ["careful with", "", ""]


def test_passages_that_blind_coding_hides_follow_too(leads: Client, text: Source, coder: Account) -> None:
    """inquiry 5, 22: the other's passage moves although whoever corrects does not see it, and is not listed."""
    text.study.blind = True
    text.study.save()
    hidden = lay(text, "carefull with", coder, "Hidden code")
    correct(leads, text, CORRECTED)
    assert said(hidden) == "careful with"
    page = leads.get(at("text_version", text.study, text.id, 2)).content.decode()
    assert "Hidden code" not in page
    assert "carefull" not in page


def test_two_passages_that_come_to_lie_on_the_same_words_are_one(
    opened: OpenedStudy, leads: Client, text: Source
) -> None:
    """inquiry 5: the second is empty, and undoing tells them apart again."""
    code = make.code(text.study)
    start = TALK.index("medication")
    long, short = (
        make.coding(code, text, start, start + n) for n in (len("medication, and Ana"), len("medication"))
    )
    correct(leads, text, TALK.replace(", and Ana was there", ""))
    assert sorted([said(long), said(short)]) == ["", "medication"]
    with seen_by(opened.me, "researcher"):
        undo(opened=opened, step_id=next_undo(opened).id)
    assert [said(long), said(short)] == ["medication, and Ana", "medication"]


def test_passages_of_one_code_move_over_each_others_places(leads: Client, text: Source) -> None:
    """inquiry 5: where one goes another stood a moment ago."""
    code = make.code(text.study)
    first, second = make.coding(code, text, 0, 3), make.coding(code, text, 3, 6)
    correct(leads, text, "abc" + TALK)
    second.refresh_from_db()
    first.refresh_from_db()
    assert (second.start, second.end) == (6, 9)
    assert first.end == 6


def test_the_slower_of_two_sees_both_texts(leads: Client, text: Source) -> None:
    """DESIGN 2.7: nothing is written over; what was typed stands beside what is there now."""
    correct(leads, text, CORRECTED)
    answer = correct(leads, text, TALK.replace("dog", "cat"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "with the cat" in page
    assert "helps me too" in page
    assert correct(leads, text, TALK.replace("dog", "cat"), version=2).status_code == 303
    assert SourceText.objects.filter(source=text).count() == 3


def test_a_code_taken_off_before_a_correction_is_not_put_on_other_words(
    opened: OpenedStudy, leads: Client, text: Source, codes: Client
) -> None:
    """inquiry 10: its places mean other words now, so undoing is refused with a reason."""
    coding = lay(text, "Ana was there")
    uncode(opened=opened, coding_id=coding.id)
    correct(codes, text, CORRECTED)
    with pytest.raises(Refused, match="corrected or struck"):
        undo(opened=opened, step_id=next_undo(opened).id)
    assert not Coding.objects.exists()


def test_the_same_text_is_refused_and_leaves_no_step(leads: Client, text: Source) -> None:
    """platform 10: nothing different, nothing kept."""
    assert correct(leads, text, TALK.rstrip("\n") if words_of(text) != TALK else TALK).status_code == 422
    assert not StudyStep.objects.filter(did="text_corrected").exists()


def test_what_may_identify_somebody_is_replaced_only_where_something_was_typed(
    leads: Client, opened: OpenedStudy, text: Source
) -> None:
    """inquiry 28: suggestions of a place; a press is a correction, and passages follow."""
    coding = lay(text, "café on Hill Street")
    page = leads.get(at("text_names", text.study, text.id)).content.decode()
    assert "Hill Street" in page
    number = [one.words for one in may_identify(opened, text)[1]].index("Hill Street")
    assert leads.post(at("text_names", text.study, text.id), {"version": 1}).status_code == 422
    leads.post(at("text_names", text.study, text.id), {f"by-{number}": "a street", "version": 1})
    assert said(coding) == "café on a street"
