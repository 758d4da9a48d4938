"""What somebody said on paper or in a talk, typed in for them: the newest holds, the earlier ones can be read."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.replies_typed import Said, type_replies
from ownwords.inquiry.actions.rounds import close_round
from ownwords.inquiry.models import CheckingReply
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused
from tests.inquiry.asking_back import at, begun, others, put_of, say

pytestmark = pytest.mark.django_db


def test_an_answer_is_typed_in_with_who_typed_it_and_twice_is_once(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 27: agree or disagree with a finding in plain words; on paper too."""
    row = begun(opened, "One.", "Two.")
    (who,) = others(opened, row, "People", 1)
    one, two = put_of(row, "One."), put_of(row, "Two.")
    sent = {
        f"answer_{one.id}": "no", f"words_{one.id}": "Not where I live.", f"answer_{two.id}": "",
        f"words_{two.id}": "", "words": "Thank you.", "submission": str(uuid4()),
    }  # fmt: skip
    for _again in range(2):
        assert leads.post(at("reply_type", opened, row.id, who.id), sent).status_code == 303
    assert CheckingReply.objects.filter(typed_by_id=opened.me).count() == 2
    page = leads.get(at("respondent", opened, row.id, who.id)).content.decode()
    for words in ("Not where I live.", "Thank you.", "typed in by Ines Okafor", "no, I see it differently"):
        assert words in page
    assert "Not where I live." in leads.get(at("reply_type", opened, row.id, who.id)).content.decode()
    nothing = {**sent, "submission": str(uuid4())}
    assert leads.post(at("reply_type", opened, row.id, who.id), nothing).status_code == 422


def test_the_newest_reply_holds_and_the_earlier_ones_can_be_read(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.6: nothing is written over."""
    row = begun(opened, "One.")
    (who,) = others(opened, row, "People", 1)
    say(opened, row, who, {"One.": ("agree", "Yes.")})
    say(opened, row, who, {"One.": ("partly", "Only in summer.")})
    assert CheckingReply.objects.count() == 2
    page = leads.get(at("respondent", opened, row.id, who.id)).content.decode()
    assert page.index("Only in summer.") < page.index("What they said before") < page.index("Yes.")
    results = leads.get(at("round_results", opened, row.id)).content.decode()
    assert "Only in summer." in results
    assert "Yes." not in results


def test_nothing_is_typed_into_a_closed_round_or_to_what_is_not_put(opened: OpenedStudy) -> None:
    """inquiry 2.6: opened again by hand first."""
    row, other = begun(opened, "One."), begun(opened, "Two.")
    (who,) = others(opened, row, "People", 1)
    stray = {put_of(other, "Two.").id: Said("agree")}
    with pytest.raises(NotFound):
        type_replies(opened=opened, round_id=row.id, respondent_id=who.id, said=stray)
    close_round(opened=opened, round_id=row.id, version=row.version)
    with pytest.raises(Refused, match="Open it again"):
        say(opened, row, who, {"One.": "agree"})
