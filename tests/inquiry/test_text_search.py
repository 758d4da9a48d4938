"""Looking for words in all texts of a study."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.texts import remove_text
from ownwords.inquiry.queries.text_search import PAGE, clean_query, search_texts
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.inquiry.bringing import at, brought
from tests.queries import asked

pytestmark = pytest.mark.django_db


def test_a_word_is_found_in_any_form_and_without_its_accent(leads: Client, opened: OpenedStudy) -> None:
    """inquiry, material: cafe finds café, walk finds Walking; what was found is marked, with a link to its turn."""
    source = brought(opened)
    for typed in ("cafe", "walk", '"hill street"'):
        found, _ = search_texts(opened, typed)
        assert [(one.number, one.speaker) for one in found] == [(2, "Rose")], typed
    page = leads.get(at("text_search", opened.study), {"q": "cafe"}).content.decode()
    assert "<mark>café</mark>" in page
    assert f'{at("text", opened.study, source.id)}#turn-2"' in page


def test_what_others_study_or_was_taken_out_of_view_is_not_found(opened: OpenedStudy) -> None:
    """access: neither another study's texts nor removed ones; the database alone says the same."""
    elsewhere = make.study(make.researcher(make.make.organisation()))
    brought(make.opened_by(elsewhere.made_by, elsewhere))
    with seen_by(opened.me, "researcher"):
        assert search_texts(opened, "dog") == ([], None)
    source = brought(opened)
    assert len(search_texts(opened, "dog")[0]) == 1
    remove_text(opened=opened, source_id=source.id, version=1)
    assert search_texts(opened, "dog") == ([], None)


def test_findings_come_fifty_at_a_time_with_one_query_each(opened: OpenedStudy) -> None:
    """speed: the next page begins after the last of this one."""
    for name in ("a.txt", "b.txt"):
        brought(opened, "\n".join(f"Heard number {n}." for n in range(60)), name)
    seen, after = [], None
    for _page in range(3):
        with asked() as statements:
            found, after = search_texts(opened, "heard", after=after)
        assert len(statements) == 1
        seen += [(one.title, one.number) for one in found]
    assert len(seen) == len(set(seen)) == 120
    assert seen[PAGE][1] == PAGE + 1
    assert after is None


@pytest.mark.parametrize("typed", ['"', "& | !", "\x00", "a" * 5000, "\ud800", "-", "(", "  "])
def test_whatever_is_typed_is_answered(leads: Client, opened: OpenedStudy, typed: str) -> None:
    """bad input: no operator, sign or length stops the search."""
    brought(opened)
    search_texts(opened, clean_query(typed))
    assert (
        leads.get(at("text_search", opened.study), {"q": clean_query(typed), "after": "9.x"}).status_code
        == 200
    )
