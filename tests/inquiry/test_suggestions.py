"""Deciding on suggestions: accepted, set aside, several at once, undone; and what a coding says of its origin."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.codings import uncode
from ownwords.inquiry.actions.finishing import finish_source
from ownwords.inquiry.actions.suggestions import accept, put_back, set_aside
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.models import Coding, Source, StudyStep, Suggestion
from ownwords.inquiry.queries.suggest_open import open_suggestions
from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.inquiry.suggesting import as_seen_by, ready, suggestion
from tests.queries import asked

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def ids(opened: OpenedStudy) -> set[Any]:
    """Return the suggestions that are open to somebody."""
    return set(open_suggestions(opened).values_list("id", flat=True))


def newest() -> Any:
    """Return the newest step."""
    return StudyStep.objects.latest("done_at").id


def test_the_page_of_a_text_marks_each_as_a_suggestion_with_what_suggested_it(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 9: by, model, version and likeness; a quiet link at the desk."""
    text, code = ready(opened)
    suggestion(code, text, 24, 47)
    page = leads.get(f"{at('suggestions_listed', opened)}?source={text.id}").content.decode()
    for words in (
        "Suggestion</strong>",
        "likeness 0.46 (small model, version 7)",
        "I walk my dog each day",
        "Walks",
    ):
        assert words in page
    assert "1 suggestion for this text" in leads.get(at("desk", opened, text.id)).content.decode()
    overview = leads.get(at("suggestions", opened)).content.decode()
    assert overview.count("1 suggestion</p>") == 2


def test_accepting_codes_the_passage_and_undoing_opens_it_again(opened: OpenedStudy) -> None:
    """inquiry 9, inquiry 10: and doing it again closes it again, by the same coding."""
    text, code = ready(opened)
    one = suggestion(code, text, 24, 47)
    accept(opened=opened, ids=[one.id])
    laid = Coding.objects.get()
    assert (laid.start, laid.end, laid.how, laid.coder_id) == (24, 47, "meaning", opened.me)
    assert ids(opened) == set()
    undo(opened=opened, step_id=newest())
    assert not Coding.objects.exists()
    assert ids(opened) == {one.id}
    redo(opened=opened, step_id=newest())
    again = Coding.objects.get()
    assert (again.id, ids(opened)) == (laid.id, set())
    assert again.suggestion.decided_by_id == opened.me
    uncode(opened=opened, coding_id=laid.id)
    assert ids(opened) == {one.id}
    undo(opened=opened, step_id=newest())
    assert Coding.objects.get().suggestion.score == 0.4567


def test_several_are_accepted_or_set_aside_at_once(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 9: one step; one passage suggested both ways is coded once; what has gone is told."""
    text, code = ready(opened)
    rows = [
        suggestion(code, text, 24, 47),
        suggestion(code, text, 24, 47, by="rule", model="own words", score=None),
    ]
    rows += [suggestion(code, text, 48, 60), suggestion(code, text, 60, 70)]
    address = f"{at('suggestions_decide', opened)}?source={text.id}"
    leads.post(address, {"do": "accept", "chosen": [str(one.id) for one in rows[:3]]})
    assert sorted(Coding.objects.values_list("start", "how")) == [(24, "meaning"), (48, "meaning")]
    assert StudyStep.objects.count() == 1
    back = leads.post(
        address, {"do": "aside", "chosen": [str(rows[0].id), str(rows[3].id), "x"]}, follow=True
    )
    assert "1 suggestion set aside. 1 were not open any more." in back.content.decode()
    assert ids(opened) == set()
    aside = leads.get(f"{at('suggestions_listed', opened)}?source={text.id}&aside=yes").content.decode()
    put = Suggestion.objects.get(accepted=False)
    assert str(put.id) in aside
    leads.post(at("suggestion_decide", opened, put.id), {"do": "back"})
    assert ids(opened) == {rows[3].id}


def test_what_is_coded_already_or_decided_by_another_is_not_open(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 9: two press at once: the second is told; a passage set aside is proposed by nothing again."""
    text, code = ready(opened)
    first, second = suggestion(code, text, 24, 47), suggestion(code, text, 60, 70)
    theirs = as_seen_by(coder, opened.study)
    set_aside(opened=theirs, ids=[first.id])
    make.coding(code, text, 65, 75, coder)
    for act in (accept, set_aside):
        with pytest.raises(Refused):
            act(opened=opened, ids=[first.id, second.id])
    suggestion(code, text, 24, 47, by="rule", model="own words", score=None)
    assert ids(opened) == set()
    mine = Suggestion.objects.get(accepted=False)
    assert put_back(opened=opened, ids=[mine.id]).done == 0
    assert put_back(opened=theirs, ids=[mine.id]).done == 1


def test_what_is_of_an_older_text_is_not_shown_but_counted(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 5: places of another version mean other words."""
    text, code = ready(opened)
    one = suggestion(code, text, 24, 47)
    Source.objects.filter(pk=text.id).update(text_version=2)
    page = leads.get(f"{at('suggestions_listed', opened)}?source={text.id}").content.decode()
    assert "1 suggestion is of an older version of its text" in page
    with pytest.raises(Refused):
        accept(opened=opened, ids=[one.id])


def test_a_finished_text_takes_none_and_who_reads_decides_nothing(opened: OpenedStudy) -> None:
    """inquiry 21: as with coding by hand."""
    text, code = ready(opened)
    one = suggestion(code, text, 24, 47)
    finish_source(opened=opened, source_id=text.id)
    with pytest.raises(Refused, match="finished"):
        accept(opened=opened, ids=[one.id])
    opened.member.duty = "reader"
    for act in (accept, set_aside, put_back):
        with pytest.raises(NotFound):
            act(opened=opened, ids=[one.id])


def test_long_lists_go_on_where_they_ended(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 30: fifty a page by keyset, of a text in its order, of a code the most alike first; few questions."""
    text, code = ready(opened)
    for n in range(60):
        suggestion(code, text, n, n + 1, score=(n % 10) / 10)
    for column, row in (("source", text), ("code", code)):
        address: str | None = f"?{column}={row.id}"
        seen: list[str] = []
        pages = 0
        while address:
            with asked() as questions:
                page = leads.get(at("suggestions_listed", opened) + address).content.decode()
            assert len(questions) < 30
            seen += [part[:36] for part in page.split('name="chosen" value="')[1:]]
            found = page.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
            address = found.replace("&amp;", "&") if 'rel="next"' in page else None
            pages += 1
        rows = {str(one.id): one for one in Suggestion.objects.all()}
        order = [rows[one].start if column == "source" else -(rows[one].score or 0) for one in seen]
        assert (pages, len(set(seen)), order) == (2, 60, sorted(order))


def test_a_coding_says_who_accepted_it_when_and_what_had_suggested_it(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 9: from which model and version, with what score."""
    text, code = ready(opened)
    accept(opened=opened, ids=[suggestion(code, text, 24, 47).id])
    page = leads.get(at("passage", opened, Coding.objects.get().id)).content.decode()
    assert "a suggestion by meaning, accepted" in page
    assert "likeness 0.46 (small model, version 7)" in page
    assert "Accepted by Ines Okafor on" in page
