"""Striking words out: gone from every version, from search and history, and nothing brings them back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import Coding, Memo, Source, SourceText, StudyStep, Turn
from ownwords.inquiry.queries.steps import next_undo
from ownwords.inquiry.queries.text_search import search_texts
from ownwords.ledger.models import Act
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.inquiry.bringing import TALK, at, brought, words_of

pytestmark = pytest.mark.django_db
SECRET = "The café on Hill Street helps too"


@pytest.fixture
def text(opened: OpenedStudy) -> Source:
    """A text whose title, too, holds words that will go."""
    return brought(opened, title="Talk about Hill Street")


def press(client: Client, source: Source, words: str, turn: int = 2, **more: object) -> object:
    """Choose these words in a turn, and press."""
    now = words_of(source)
    start = now.index(words)
    typed = {
        "turn": turn,
        "start": start,
        "end": start + len(words),
        "text_version": source.text_version,
        **more,
    }
    return client.post(at("text_strike", source.study, source.id), typed)


def kept_anywhere(words: str) -> list[str]:
    """Return the tables of the whole database that hold these words."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                       " WHERE n.nspname = 'public' AND c.relkind = 'r'")  # fmt: skip
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE strpos(t::text, %s) > 0', [words])
            found += [table] if cursor.fetchone()[0] else []
        return found


def test_words_are_named_before_they_go_and_a_second_press_strikes_them(leads: Client, text: Source) -> None:
    """inquiry 27: what goes and where it may also stand is shown first."""
    memo = Memo.objects.create(
        study=text.study, made_by=text.study.made_by, words=f"Think about: {SECRET}!", title="Place"
    )
    page = press(leads, text, SECRET).content.decode()
    assert "for good?" in page
    assert f"Memo: {memo.title}" in page
    assert SECRET in words_of(text)
    assert press(leads, text, SECRET, sure="yes").status_code == 303
    assert "dog helps. […]." in words_of(text)
    assert Act.objects.filter(verb="study_struck").count() == 1


def test_struck_words_are_in_no_version_search_history_or_step(
    leads: Client, opened: OpenedStudy, text: Source
) -> None:
    """inquiry 27: an older version in another spelling loses them too; the whole database is looked through."""
    words = TALK.replace("café on", "coffee place at")
    leads.post(at("text_correct", text.study, text.id), {"words": words, "version": 1})
    code = make.code(text.study)
    start = words.index("helps too")
    make.coding(code, text, start, start + 9, memo="The coffee place at Hill Street helps too")
    text.refresh_from_db()
    press(leads, text, "The coffee place at Hill Street helps too", sure="yes")
    assert [one.words.count("[…]") for one in SourceText.objects.order_by("number")] == [1, 1, 1]
    assert kept_anywhere("café on Hill Street") == []
    left = kept_anywhere("coffee place at Hill Street")
    assert left == ["inquiry_coding"], left
    assert search_texts(opened, "coffee") == ([], None)
    assert Turn.objects.filter(source=text).count() == 4


def test_passages_are_clipped_whoever_laid_them(leads: Client, text: Source, coder: Account) -> None:
    """inquiry 27: one round the words keeps the mark, one inside is empty; hidden ones follow too."""
    text.study.blind = True
    text.study.save()
    code = make.code(text.study)
    start, whole = TALK.index("café"), TALK.index("Walking")
    inside = make.coding(code, text, start, start + 4, coder)
    around = make.coding(code, text, whole, start + 40, coder)
    press(leads, text, SECRET, sure="yes")
    now = words_of(text)
    inside.refresh_from_db()
    around.refresh_from_db()
    assert inside.start == inside.end
    assert now[around.start : around.end].startswith("Walking with the dog helps. […]")


def test_nothing_brings_struck_words_back(leads: Client, opened: OpenedStudy, text: Source) -> None:
    """inquiry 27: undoing the correction before it is refused, with a reason."""
    leads.post(at("text_correct", text.study, text.id), {"words": TALK.replace("dog", "cat"), "version": 1})
    text.refresh_from_db()
    press(leads, text, SECRET, sure="yes")
    with seen_by(opened.me, "researcher"), pytest.raises(Refused):
        undo(opened=opened, step_id=next_undo(opened).id)
    assert StudyStep.objects.filter(undone_at__isnull=False).count() == 0
    assert SECRET not in words_of(text)


def test_a_whole_turn_goes_by_one_press_more(leads: Client, text: Source) -> None:
    """inquiry 27: without a script, by one press more."""
    page = leads.post(at("text_strike", text.study, text.id), {"turn": 2, "whole": "yes", "text_version": 1})
    assert "Walking with the dog helps. The café" in page.content.decode()
    turn = Turn.objects.get(source=text, number=2)
    typed = {"turn": 2, "start": turn.said_from, "end": turn.end, "text_version": 1, "sure": "yes"}
    leads.post(at("text_strike", text.study, text.id), typed)
    turn = Turn.objects.get(source=text, number=2)
    assert words_of(text)[turn.start : turn.end] == "Rose: […]"


@pytest.mark.parametrize("more", [{"text_version": 9}, {"start": 0, "end": 5}, {"start": 90, "end": 30}])
def test_other_words_than_those_of_the_turn_are_refused(
    leads: Client, text: Source, more: dict[str, int]
) -> None:
    """bad input: an older text, another turn, nothing."""
    assert press(leads, text, SECRET, sure="yes", **more).status_code == 422
    assert words_of(text).count("[…]") == 0
    assert Coding.objects.count() == 0
