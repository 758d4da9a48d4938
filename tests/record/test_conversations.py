"""Conversations: promises first, both voices side by side, kept in one transaction."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.record.actions.conversations import Answer, Talk, keep_conversation
from ownwords.record.actions.steps import NewStep, Review
from ownwords.record.forms.step_rows import row_name
from ownwords.record.method.tools import coaching_templates
from ownwords.record.models import Conversation, Entry, Step
from tests import factories as make
from tests.queries import asked
from tests.record import talks

pytestmark = pytest.mark.django_db
NEUTRAL, TOUGH = "neutral-five-steps", "tough-conversation"


def test_one_line_is_enough_and_the_day_may_be_earlier(sam: Person, worker: Account) -> None:
    """refocus 1.4: capture after the talk is fine."""
    day = timezone.localdate() - timedelta(days=9)
    entry = keep_conversation(
        opened=talks.opened_by(worker, sam), talk=Talk(NEUTRAL, "We talked.", held_on=day)
    )
    assert (entry.conversation.held_on, entry.conversation.template_edition) == (day, "1")
    for wrong in (timezone.localdate() + timedelta(days=1), date(1066, 10, 14)):
        with pytest.raises(Refused):
            keep_conversation(opened=talks.opened_by(worker, sam), talk=Talk(NEUTRAL, "x", held_on=wrong))


@pytest.mark.parametrize("template", [template.key for template in coaching_templates()])
def test_every_way_of_talking_opens_with_promises_and_says_why_it_asks(
    sam: Person, worker: Account, template: str
) -> None:
    """refocus R5, R8, R21: purpose, and what the worker promised before anything else."""
    talks.step(talks.goal(sam), "Sam to ring")
    talks.step(talks.goal(sam), "Amina to write", worker)
    text = talks.page_of(worker).get(talks.to("conversation_add", sam) + f"?way={template}").content.decode()
    assert (
        0
        < text.index("Amina to write")
        < text.index("Sam to ring")
        < text.index("What was said, in one line")
    )
    assert "ow-lede" in text


def test_both_voices_stand_side_by_side_and_to_disagree_is_a_result(sam: Person, worker: Account) -> None:
    """refocus R7; recovery-support RS-13."""
    client = talks.page_of(worker)
    again = timezone.localdate() + timedelta(days=14)
    sent = {
        "words": "The tablets.",
        "said_by": "worker",
        "visibility": "team",
        "answer_disagreement_person": "They make me slow.",
        "answer_disagreement_worker": "I fear for you without them.",
        "outcome": "still-disagree",
        "look_again_on_day": str(again.day),
        "look_again_on_month": str(again.month),
        "look_again_on_year": str(again.year),
    }
    response = client.post(talks.to("conversation_add", sam) + f"?way={TOUGH}", sent, follow=True)
    text = response.content.decode()
    assert 0 < text.index("They make me slow.") < text.index("I fear for you without them.")
    assert "We still disagree" in text
    talk = Conversation.objects.get()
    assert (talk.still_disagree, talk.look_again_on) == (True, again)
    assert {row["voice"] for row in talk.answers if row.get("words")} == {"person", "worker"}


def test_promises_reviews_and_words_are_kept_together_or_not_at_all(sam: Person, worker: Account) -> None:
    """DESIGN: one action, one transaction."""
    old, opened = talks.step(talks.goal(sam), owner=worker), talks.opened_by(worker, sam)
    with pytest.raises(Refused):
        keep_conversation(
            opened=opened, talk=Talk(NEUTRAL, "We talked."), reviews=[Review(old.id, 1, "kept")],
            steps=[NewStep("Ring"), NewStep("Write", "other")],
        )  # fmt: skip
    assert Conversation.objects.count() == 0
    entry = keep_conversation(
        opened=opened, talk=Talk(NEUTRAL, "We talked.", answers=[Answer("look", "person", "The sea")]),
        reviews=[Review(old.id, 1, "kept")], steps=[NewStep("Ring"), NewStep("Write", str(worker.id))],
    )  # fmt: skip
    assert list(entry.steps.values_list("words", "owner")) == [("Ring", "person"), ("Write", "worker")]


@pytest.mark.parametrize(
    "talk",
    [
        Talk("no-such-way", "x"),
        Talk(NEUTRAL, "x", answers=[Answer("nowhere", "person", "x")]),
        Talk(NEUTRAL, "x", answers=[Answer("look", "devil", "x")]),
        Talk(NEUTRAL, "x", outcome="agreed"),
        Talk(NEUTRAL, "x", said_by="god"),
        Talk(NEUTRAL, " "),
        Talk(NEUTRAL, "x\x00"),
    ],
)
def test_a_talk_that_does_not_fit_is_refused(sam: Person, worker: Account, talk: Talk) -> None:
    """Bad input."""
    with pytest.raises(Refused):
        keep_conversation(opened=talks.opened_by(worker, sam), talk=talk)


def test_a_refused_conversation_comes_back_with_every_row(sam: Person, worker: Account) -> None:
    """DESIGN house rule 7; works without script: three rows for what comes next."""
    old = talks.step(talks.goal(sam), "Amina to write", worker)
    sent = {
        "words": "",
        "answer_look_person": "The sea <b>",
        "step_2_words": "Third row",
        "step_2_who": "other",
        row_name(old.id, "version"): "1",
        row_name(old.id, "status"): "partly",
        row_name(old.id, "what_happened"): "Half",
    }
    response = talks.page_of(worker).post(talks.to("conversation_add", sam), sent)
    text = response.content.decode()
    assert response.status_code == 422
    for words in ("The sea &lt;b&gt;", 'value="Third row"', 'value="Half"', "Amina to write"):
        assert words in text


def test_an_unknown_way_and_foreign_conversations_are_not_found(sam: Person, worker: Account) -> None:
    """platform 12; bad input."""
    client = talks.page_of(worker)
    foreign, hidden = talks.talk(make.person()), talks.talk(sam, visibility="me")
    for entry in (foreign, hidden, make.entry(sam)):
        assert client.get(talks.to("conversation", sam, entry.id)).status_code == 404
    assert client.get(talks.to("conversation_add", sam) + "?way=../../etc").status_code == 404
    assert client.get(talks.to("conversations", sam) + "?page=-1").status_code == 200


def test_a_conversation_sent_twice_is_kept_once(sam: Person, worker: Account) -> None:
    """Fault test F6."""
    client = talks.page_of(worker)
    sent = {"words": "We talked.", "said_by": "person", "visibility": "team", "step_0_words": "Ring",
            "step_0_who": "person", "submission": str(uuid4())}  # fmt: skip
    for _again in range(2):
        assert client.post(talks.to("conversation_add", sam), sent).status_code == 303
    assert (Entry.objects.count(), Step.objects.count()) == (1, 1)


def test_a_conversation_is_saved_in_at_most_fourteen_statements(sam: Person, worker: Account) -> None:
    """platform 5.4."""
    client, old = talks.page_of(worker), talks.step(talks.goal(sam), owner=worker)
    client.get(talks.to("conversations", sam))
    sent = {"words": "We talked.", "said_by": "person", "visibility": "team", "submission": str(uuid4())}
    for more in ({"step_0_words": "Ring", "step_0_who": str(worker.id), "step_1_words": "Go", "step_1_who": "person"},
                 {row_name(old.id, "version"): "1", row_name(old.id, "status"): "kept"}):  # fmt: skip
        with asked() as statements:
            response = client.post(
                talks.to("conversation_add", sam), {**sent, **more, "submission": str(uuid4())}
            )
        assert response.status_code == 303
        assert len(statements) <= 14, "\n".join(statement[:330] for statement in statements)


def test_the_list_asks_the_same_number_of_questions_however_many_there_are(
    sam: Person, worker: Account
) -> None:
    """platform 5.4: at most 12 queries."""
    client, counts = talks.page_of(worker), []
    client.get(talks.to("conversations", sam))
    for more in (5, 45):
        for number in range(more):
            talks.step(talks.talk(sam, f"talk {number}"))
        with asked() as statements:
            client.get(talks.to("conversations", sam))
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12, counts
