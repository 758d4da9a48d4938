"""The visit: last promises, one thing, a new promise, close; one page and one save."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.record.actions.steps import NewStep, Review, review_step
from ownwords.record.actions.visit import Visit, hold_visit
from ownwords.record.forms.step_rows import row_name
from ownwords.record.models import Conversation, Entry, Step
from tests import factories as make
from tests.queries import asked
from tests.record import talks

pytestmark = pytest.mark.django_db


def answer(step: Step, status: str, what: str = "", version: int | None = None) -> dict[str, str]:
    """What a form sends about one earlier promise."""
    return {
        row_name(step.id, "version"): str(version or step.version),
        row_name(step.id, "status"): status,
        row_name(step.id, "what_happened"): what,
    }


def test_one_press_keeps_the_whole_visit(sam: Person, worker: Account) -> None:
    """refocus R1."""
    goal = talks.goal(sam)
    old = talks.step(goal, "Find the form", worker)
    sent = {
        **answer(old, "kept"),
        "thing": "step",
        "matters": "Being out of doors",
        "strength": "I know every bird",
        "step": "Buy seed",
        "step_goal": str(goal.id),
        "promise": "Bring the key",
        "promise_due": "week",
        "line": "A good hour.",
        "submission": str(uuid4()),
    }
    response = talks.page_of(worker).post(talks.to("visit", sam), sent, follow=True)
    text = response.content.decode()
    for words in (
        "Being out of doors",
        "I know every bird",
        "Bring the key",
        "A good hour.",
        "Find the form",
    ):
        assert words in text
    assert "Who can see this:" in text
    old.refresh_from_db()
    assert old.status == "kept"
    promise = Step.objects.get(words="Bring the key")
    assert (promise.owner_account, promise.due_on) == (worker, timezone.localdate() + timedelta(days=7))
    assert Step.objects.get(words="Buy seed").entry == goal
    assert dict(Entry.objects.exclude(kind="goal").values_list("kind", "words")) == {
        "matters": "Being out of doors", "strength": "I know every bird", "conversation": "A good hour.",
    }  # fmt: skip


def test_the_page_opens_on_the_workers_own_promises(sam: Person, worker: Account) -> None:
    """refocus R8; DESIGN house rule 6."""
    goal = talks.goal(sam)
    talks.step(goal, "Sam's own step")
    talks.step(goal, "Amina's promise", worker)
    text = talks.page_of(worker).get(talks.to("visit", sam)).content.decode()
    assert (
        0
        < text.index("Amina&#39;s promise")
        < text.index("Sam&#39;s own step")
        < text.index("What came up today?")
    )


def test_everything_in_a_visit_may_be_left_out_but_not_all_of_it(sam: Person, worker: Account) -> None:
    """DESIGN house rule 5."""
    opened = talks.opened_by(worker, sam)
    with pytest.raises(Refused):
        hold_visit(opened=opened, visit=Visit(matters="  "))
    for visit in (
        Visit(matters="sea"),
        Visit(strength="calm"),
        Visit(step=NewStep("walk")),
        Visit(line="Tea."),
    ):
        hold_visit(opened=opened, visit=visit)
    assert Conversation.objects.filter(template="visit").count() == 4
    client = talks.page_of(worker)
    assert client.post(talks.to("visit", sam), {"thing": "matters"}).status_code == 422


def test_a_visit_sent_twice_is_kept_once(sam: Person, worker: Account) -> None:
    """Fault test F6: a double press or a lost answer."""
    old, client = talks.step(talks.goal(sam), owner=worker), talks.page_of(worker)
    sent = {
        **answer(old, "partly"),
        "matters": "sea",
        "strength": "calm",
        "promise": "Key",
        "submission": str(uuid4()),
    }
    places = [client.post(talks.to("visit", sam), sent)["Location"] for _again in range(2)]
    assert places[0] == places[1]
    assert Entry.objects.exclude(kind="goal").count() == 3
    assert Step.objects.count() == 2
    assert Act.objects.filter(verb="step_reviewed").count() == 1


def test_when_one_part_is_refused_nothing_is_kept_and_everything_comes_back(
    sam: Person, worker: Account
) -> None:
    """DESIGN house rule 7: one transaction, and a refused form comes back filled."""
    old, client = talks.step(talks.goal(sam), owner=worker), talks.page_of(worker)
    sent = {**answer(old, "not_kept"), "matters": "Being near the sea", "promise": "Bring the key"}
    response = client.post(talks.to("visit", sam), sent)
    assert response.status_code == 422
    assert "Say in a few words why it was not done." in response.content.decode()
    assert "Being near the sea" in response.content.decode()
    assert Entry.objects.exclude(kind="goal").count() == 0
    old.refresh_from_db()
    assert old.status == "open"


def test_a_promise_answered_meanwhile_is_told_and_the_next_press_is_a_choice(
    sam: Person, worker: Account
) -> None:
    """platform 17: never a silent overwrite, and nothing typed is lost."""
    old, client = talks.step(talks.goal(sam), owner=worker), talks.page_of(worker)
    review_step(opened=talks.opened_by(sam.account, sam), review=Review(old.id, 1, "partly", "Half of it"))
    response = client.post(talks.to("visit", sam), {**answer(old, "kept", version=1), "matters": "sea"})
    text = response.content.decode()
    assert response.status_code == 422
    assert "Half of it" in text
    assert f'name="{row_name(old.id, "version")}" value="2"' in text
    assert Conversation.objects.count() == 0
    again = client.post(talks.to("visit", sam), {**answer(old, "kept", version=2), "matters": "sea"})
    assert again.status_code == 303


def test_a_step_without_a_goal_hangs_on_the_visit(sam: Person, worker: Account) -> None:
    """refocus R1: no goal is needed before a step."""
    entry = hold_visit(opened=talks.opened_by(worker, sam), visit=Visit(step=NewStep("Walk to the shop")))
    assert Step.objects.get().entry == entry


def test_a_step_cannot_be_hung_on_a_goal_that_the_worker_does_not_see(sam: Person, worker: Account) -> None:
    """platform 12; bad input."""
    client, hidden = talks.page_of(worker), talks.goal(sam, visibility="me")
    talks.goal(sam, "one that she sees")
    for goal in (hidden, talks.goal(make.person())):
        response = client.post(talks.to("visit", sam), {"step": "Walk", "step_goal": str(goal.id)})
        assert response.status_code == 422
    assert Step.objects.count() == 0


def test_looking_together_leads_to_nobody_else(sam: Person, worker: Account) -> None:
    """refocus R16: hands-over mode hides the worker's other work."""
    client = talks.page_of(worker)
    address = talks.to("visit", sam) + "?together=1"
    text = client.get(address).content.decode()
    assert "ow-nav" not in text
    assert "/people/" in text
    for away in ("Your account", "Sign out", "Today"):
        assert away not in text
    response = client.post(address, {"matters": "sea"}, follow=True)
    assert response.redirect_chain[0][0].endswith("together=1")
    assert "ow-nav" not in response.content.decode()


def test_the_person_can_keep_a_visit_too_and_say_who_promised(sam: Person, worker: Account) -> None:
    """refocus R1; recovery-support RS-06."""
    client = talks.page_of(sam.account, "person")
    sent = {"promise": "Bring the key", "promise_who": str(worker.id), "promise_due": "next"}
    assert client.post(talks.to("visit", sam), sent).status_code == 303
    assert Step.objects.get().owner_account == worker


def test_a_visit_follows_the_persons_own_choice_of_who_sees_new_entries(sam: Person, worker: Account) -> None:
    """refocus R11: what the worker writes stays between the two when that is the person's default."""
    sam.default_visibility = "me"
    sam.save()
    entry = hold_visit(opened=talks.opened_by(worker, sam), visit=Visit(matters="sea"))
    assert entry.visibility == "named"
    colleague = talks.page_of(make.staff(sam.placements.get().team))
    assert colleague.get(talks.to("conversation", sam, entry.id)).status_code == 404


@pytest.mark.parametrize("number", [1, 10])
def test_a_visit_is_saved_in_as_many_statements_however_many_promises_there_are(
    sam: Person, worker: Account, number: int
) -> None:
    """platform 5.4: a save costs at most 14 queries; a visit with every part at once keeps four things."""
    goal, client = talks.goal(sam), talks.page_of(worker)
    client.get(talks.to("visit", sam))
    steps = [talks.step(goal, f"step {one}", worker) for one in range(number)]
    sent = {key: value for step in steps for key, value in answer(step, "kept").items()}
    with asked() as statements:
        response = client.post(talks.to("visit", sam), {**sent, "promise": "Key", "submission": str(uuid4())})
    assert response.status_code == 303
    assert len(statements) <= 14, "\n".join(statement[:100] for statement in statements)


def test_a_visit_leads_to_what_is_followed_but_not_while_looking_together(
    sam: Person, worker: Account
) -> None:
    """What somebody follows is a press away before a visit; looking together leads nowhere else (refocus R16)."""
    client, address = talks.page_of(worker), talks.to("visit", sam)
    followed = f"/people/{sam.id}/lines/"
    assert followed in client.get(address).content.decode()
    assert followed not in client.get(f"{address}?together=1").content.decode()
