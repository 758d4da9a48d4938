"""Replies become data: chosen ones are brought in as texts to code, a text for each group, each reply once."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.replies_as_text import bring_replies_in
from ownwords.inquiry.models import AttributeValue, CheckingReply, Source, SourceText, StudyStep, Turn
from ownwords.inquiry.queries.replies_to_bring import to_bring
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.inquiry.asking_back import agreed, at, begun, joined, others, say

pytestmark = pytest.mark.django_db


def test_chosen_replies_become_a_text_for_each_group_with_a_turn_for_each_reply(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 2.6 (Birt 2016): code the replies as data."""
    row = begun(opened, "One.", "Two.")
    maple = agreed(make.participant(opened.study))
    person = joined(opened, row, "People", maple)
    say(opened, row, person, {"One.": ("agree", "So it is.\nFor me."), "Two.": ("no", "Not here.")})
    (worker,) = others(opened, row, "Workers", 1)
    say(opened, row, worker, {"One.": ("partly", "In summer."), "Two.": "agree"})
    ids = [str(one.id) for one in to_bring(opened, row)]
    assert len(ids) == 3
    assert leads.post(at("replies_bring", opened, row.id), {"replies": ids}).status_code == 303
    first, second = Source.objects.order_by("position")
    assert (first.kind, first.title) == ("answers", "Replies of People: Does it match?")
    words = SourceText.objects.get(source=first).words
    assert words == "Maple: So it is.\nFor me.\n\nMaple: Not here."
    turns = Turn.objects.filter(source=first).order_by("number")
    assert [words[one.said_from : one.end] for one in turns] == ["So it is.\nFor me.", "Not here."]
    assert {one.speaker.participant_id for one in turns} == {maple.id}
    values = AttributeValue.objects.order_by("value").values_list("source_id", "attribute__name", "value")
    assert list(values) == [
        (first.id, "Group that was asked back", "People"),
        (second.id, "Group that was asked back", "Workers"),
    ]
    page = leads.get(at("round", opened, row.id)).content.decode()
    assert "Replies of Workers: Does it match?" in page
    assert leads.get(at("desk", opened, first.id)).status_code == 200


def test_a_reply_comes_in_once_and_again_only_after_undoing(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.6, 10: once; undoing takes the text out of view, and the replies are free again."""
    row = begun(opened, "One.")
    (who,) = others(opened, row, "People", 1)
    say(opened, row, who, {"One.": ("agree", "So it is.")})
    reply = CheckingReply.objects.get()
    bring_replies_in(opened=opened, round_id=row.id, reply_ids=[reply.id])
    with pytest.raises(Refused, match="in a text already"):
        bring_replies_in(opened=opened, round_id=row.id, reply_ids=[reply.id])
    assert "no reply with words" in leads.get(at("replies_bring", opened, row.id)).content.decode()
    leads.post(at("step_undo", opened), {"step": StudyStep.objects.latest("done_at").id})
    assert [one.id for one in to_bring(opened, row)] == [reply.id]
    bring_replies_in(opened=opened, round_id=row.id, reply_ids=[reply.id])
    assert Source.objects.filter(removed_at__isnull=True).count() == 1
