"""Papers of a study: versions that stay, each saying why it is different."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.papers import Written, keep_paper
from ownwords.inquiry.models import StudyPaper
from ownwords.inquiry.queries.papers import papers_of
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def test_the_next_version_says_why_and_the_older_one_stays_to_be_read(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 29 (COREQ 17): the guide in versions, and whether it was piloted."""
    guide = f"{at('paper_add', opened)}?kind=guide"
    leads.post(
        guide, {"words": "What helps you?", "piloted": "no", "version": "0", "submission": str(uuid4())}
    )
    again = {"words": "What has helped you?", "version": "1", "piloted": "yes", "submission": str(uuid4())}
    refused = leads.post(guide, again)
    assert refused.status_code == 422
    assert "What has helped you?" in refused.content.decode()
    leads.post(guide, {**again, "why": "It was too vague."})
    page = leads.get(at("papers", opened)).content.decode()
    for words in ("Version 2", "It was too vague.", "tried out before it was used", "What has helped you?"):
        assert words in page
    first = StudyPaper.objects.get(number=1)
    assert first.piloted is False
    older = leads.get(at("paper", opened, first.id)).content.decode()
    assert "What helps you?" in older
    assert "This is an earlier version." in older


def test_two_who_write_the_next_version_at_once_are_told(opened: OpenedStudy) -> None:
    """House rule 7: nothing is lost; and the same form sent twice keeps one version."""
    form = uuid4()
    for _twice in range(2):
        keep_paper(opened=opened, written=Written("guide", "What helps?"), after=0, submission=form)
    assert StudyPaper.objects.count() == 1
    with pytest.raises(StaleEdit):
        keep_paper(opened=opened, written=Written("guide", "What hinders?"), after=0, submission=uuid4())
    with pytest.raises(Refused, match="sent before"):
        keep_paper(opened=opened, written=Written("guide", "Other"), after=0, submission=form)


def test_a_form_that_was_opened_before_the_newest_version_keeps_its_words(
    leads: Client, opened: OpenedStudy
) -> None:
    """House rule 7: a conflict is said, and what was typed is still there to be kept."""
    for number in range(2):
        keep_paper(opened=opened, written=Written("guide", f"Words {number}", "Better"), after=number)
    sent = {"words": "Mine", "why": "Shorter", "version": "1"}
    answer = leads.post(f"{at('paper_add', opened)}?kind=guide", sent)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Mine" in page
    assert 'name="version" value="2"' in page


def test_only_a_guide_is_piloted_and_a_reader_writes_nothing(opened: OpenedStudy) -> None:
    """platform: roles as code."""
    kept = keep_paper(opened=opened, written=Written("protocol", "We ask people.", piloted=True), after=0)
    assert kept.piloted is None
    reader = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    with pytest.raises(NotFound):
        keep_paper(opened=make.opened_by(reader, opened.study), written=Written("guide", "x"), after=0)


def test_many_versions_ask_no_more_than_few(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 30: the words of the newest only; two queries at any number of versions."""
    for number in range(12):
        keep_paper(opened=opened, written=Written("guide", f"Words {number}", "Better"), after=number)
    leads.get(at("papers", opened))
    with asked() as statements:
        leads.get(at("papers", opened))
    assert len([one for one in statements if '"inquiry_studypaper"' in one]) == 2
    guide = next(one for one in papers_of(opened) if one.kind == "guide")
    assert guide.newest is not None
    assert (guide.newest.number, [one.number for one in guide.older]) == (12, list(range(11, 0, -1)))
