"""The same form sent again: the same words are kept once, other words are never dropped without a word."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.record.actions.conversations import Answer, Talk, keep_conversation
from ownwords.record.actions.steps import NewStep, Review, review_step
from ownwords.record.actions.visit import Visit, hold_visit
from ownwords.record.method.tools import coaching_templates
from ownwords.record.models import Entry, Step
from tests.around_sam import opened_by
from tests.record import talks

pytestmark = pytest.mark.django_db


def test_a_step_sent_again_with_other_words_comes_back(sam: Person, worker: Account) -> None:
    """Fault test F6; DESIGN house rule 7."""
    entry, client = talks.goal(sam), talks.page_of(worker)
    sent = {"words": "Ring", "who": "person", "due": "week", "submission": str(uuid4())}
    client.post(talks.to("step_add", sam, entry.id), sent)
    response = client.post(talks.to("step_add", sam, entry.id), {**sent, "words": "Write a letter"})
    assert response.status_code == 422
    assert "Write a letter" in response.content.decode()
    assert Step.objects.get().words == "Ring"


def test_the_id_of_somebody_elses_step_is_no_key(sam: Person, worker: Account) -> None:
    """Bad input: never 500."""
    step, client = talks.step(talks.goal(sam)), talks.page_of(worker)
    sent = {"words": "Ring", "who": "person", "due": "week", "submission": str(step.id)}
    assert client.post(talks.to("step_add", sam, step.entry_id), sent).status_code == 422


FIRST = Visit(promise=NewStep("Bring the key"))


@pytest.mark.parametrize(
    "other",
    [
        Visit(promise=NewStep("Bring the bread")),
        Visit(promise=NewStep("Bring the key"), step=NewStep("Walk to the shop")),
        Visit(promise=NewStep("Bring the key"), strength="I fix bicycles."),
    ],
)
def test_a_visit_sent_again_with_more_in_it_is_refused_whole(
    sam: Person, worker: Account, other: Visit
) -> None:
    """Fault test F6: refused comes back filled, and nothing of it is half kept."""
    opened, key = opened_by(worker, sam), uuid4()
    kept = hold_visit(opened=opened, visit=FIRST, submission=key)
    assert hold_visit(opened=opened, visit=FIRST, submission=key) == kept
    with pytest.raises(Refused):
        hold_visit(opened=opened, visit=other, submission=key)
    assert (Entry.objects.count(), Step.objects.count()) == (1, 1)


def test_a_review_sent_again_with_another_answer_is_refused(sam: Person, worker: Account) -> None:
    """Fault test F6."""
    opened, key, step = opened_by(worker, sam), uuid4(), talks.step(talks.goal(sam), owner=worker)
    done = Review(step.id, 1, "partly", "Half of it")
    kept = hold_visit(opened=opened, visit=Visit(reviews=[done]), submission=key)
    assert hold_visit(opened=opened, visit=Visit(reviews=[done]), submission=key) == kept
    with pytest.raises(Refused):
        hold_visit(
            opened=opened, visit=Visit(reviews=[Review(step.id, 1, "partly", "All but one")]), submission=key
        )


@pytest.mark.parametrize("changed", [{"place": "At the loft"}, {"answers": True}])
def test_a_conversation_sent_again_with_more_in_it_is_refused(
    sam: Person, worker: Account, changed: dict[str, Any]
) -> None:
    """Fault test F6."""
    opened, key, way = opened_by(worker, sam), uuid4(), coaching_templates()[0]
    if "answers" in changed:
        changed = {"answers": [Answer(way.steps[0].key, "person", "I would like to.")]}
    kept = keep_conversation(opened=opened, talk=Talk(way.key, "We talked."), submission=key)
    assert keep_conversation(opened=opened, talk=Talk(way.key, "We talked."), submission=key) == kept
    with pytest.raises(Refused):
        keep_conversation(opened=opened, talk=Talk(way.key, "We talked.", **changed), submission=key)


def test_undoing_what_was_said_about_a_step_brings_back_what_stood_there(
    sam: Person, worker: Account, own: Client
) -> None:
    """DESIGN house rule 7: the answer before it was somebody's words."""
    step = talks.step(talks.goal(sam), owner=worker)
    review_step(opened=opened_by(worker, sam), review=Review(step.id, 1, "partly", "Half of it"))
    review_step(opened=opened_by(sam.account, sam), review=Review(step.id, 2, "kept", "All of it"))
    page = own.post(talks.to("step_review", sam, step.id) + "?undo=1", {"version": "3"}, follow=True)
    assert "What stood there before stands there again." in page.content.decode()
    step.refresh_from_db()
    assert (step.status, step.what_happened, step.closed_by_id) == ("partly", "Half of it", worker.id)


def test_what_somebody_else_said_about_a_step_is_not_undone(sam: Person, staff: Client) -> None:
    """Promised: undo of one's own last action."""
    step = talks.step(talks.goal(sam))
    review_step(opened=opened_by(sam.account, sam), review=Review(step.id, 1, "kept", "All of it"))
    page = staff.post(talks.to("step_review", sam, step.id) + "?undo=1", {"version": "2"}, follow=True)
    assert "Somebody else has done something here since" in page.content.decode()
    step.refresh_from_db()
    assert (step.status, step.what_happened) == ("kept", "All of it")
