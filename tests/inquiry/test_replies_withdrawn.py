"""Who withdraws from a study takes back what they said when findings were checked back."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.asking import say_still_right
from ownwords.inquiry.actions.asking_links import make_link
from ownwords.inquiry.models import CheckingReply, OwnWordsNote, Participant, Respondent
from tests import studying as make
from tests.inquiry.asking_back import agreed, at, begun, joined, others, say

pytestmark = pytest.mark.django_db


def test_replies_and_notes_of_who_withdraws_are_gone_and_their_link_is_withdrawn(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 27: withdrawn words are gone; that they were asked stays, and what others said stays."""
    row, text = begun(opened, "One."), make.source(opened.study)
    maple = agreed(make.participant(opened.study))
    who, (other,) = joined(opened, row, "People", maple), others(opened, row, "People", 1)
    say_still_right(opened=opened, round_id=row.id, respondent_id=who.id)
    make_link(opened=opened, respondent_id=who.id)
    for one, words in ((who, "Taken back."), (other, "Still there.")):
        say(opened, row, one, {"One.": ("agree", words)})
    OwnWordsNote.objects.create(
        study=opened.study, respondent=who, source=text, said="comment", words="Taken back too."
    )
    version = Participant.objects.get(pk=maple.id).version
    leads.post(at("participant_withdraw", opened, maple.id), {"version": version})
    assert [one.words for one in CheckingReply.objects.all()] == ["Still there."]
    assert not OwnWordsNote.objects.exists()
    assert Respondent.objects.get(pk=who.id).withdrawn_at is not None
    page = leads.get(at("respondent", opened, row.id, who.id)).content.decode()
    assert "withdrew from the study" in page
    assert "Make a" not in page
