"""A participant and the team at one text at the same moment: one of them is told, and nothing is half done."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from ownwords.inquiry.models import OwnWordsNote, SourceText, Study, Turn
from tests.at_once import at_once, posting
from tests.inquiry.asked_links import GROUP, group, page, words_round
from tests.inquiry.bringing import at, words_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


def test_a_correction_and_a_strike_at_once_leave_a_whole_text(leads: Client, inquiry: Study) -> None:
    """inquiry 27, two at once: either may win; what the text says, its turns and what is kept of it agree."""
    text, ash, _birch = group(inquiry)
    (secret,) = words_round(text, ash)
    strike = {"pieces": ["1"], "version": 1, "sure": "yes"}
    answers = at_once(
        posting(leads, at("text_correct", inquiry, text.id), {"words": f"{GROUP} Truly.", "version": 1}),
        posting(Client(), page("asked_strike", secret, text.id, 2), strike),
    )
    assert answers in ([303, 422], [409, 303]), answers
    struck = OwnWordsNote.objects.filter(source=text, said="struck").count()
    assert struck == (answers[1] == 303)
    assert ("Ottilie" in words_of(text)) == (not struck)
    assert SourceText.objects.filter(source=text, words__contains="Ottilie").exists() == (not struck)
    assert Turn.objects.filter(source=text).latest("number").end == text.length


def test_two_presses_of_one_strike_at_once_strike_once(inquiry: Study) -> None:
    """inquiry 27, two at once: a second press is no fault and strikes nothing more."""
    text, ash, _birch = group(inquiry)
    (secret,) = words_round(text, ash)
    form = {"pieces": ["1"], "version": 1, "sure": "yes", "submission": str(uuid4())}
    where = page("asked_strike", secret, text.id, 2)
    answers = at_once(*[posting(Client(), where, form) for _one in range(3)])
    assert 303 in answers
    assert set(answers) <= {303, 422}
    assert words_of(text).count("[…]") == 1
    assert OwnWordsNote.objects.filter(said="struck").count() == 1
