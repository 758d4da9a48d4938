"""Steps and promises: who does what by when, and that none is forgotten until it is kept or explained."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.record.actions.steps import NewStep, Review, add_step, change_step, review_step
from ownwords.record.models import Step
from ownwords.record.queries.steps import open_step, still_open
from tests import factories as make
from tests.record import talks

pytestmark = pytest.mark.django_db


def test_an_overdue_promise_is_seen_by_person_and_worker_until_kept_or_explained(
    sam: Person, worker: Account
) -> None:
    """recovery-support RS-06; refocus R8."""
    entry = talks.goal(sam)
    promise = talks.step(entry, "Find the form", worker, due_on=timezone.localdate() - timedelta(days=3))
    person, staff = talks.page_of(sam.account, "person"), talks.page_of(worker)
    for client in (person, staff):
        text = client.get(talks.to("record", sam)).content.decode()
        assert "Find the form" in text
        assert "the day has passed; still open" in text
    review_step(
        opened=talks.opened_by(worker, sam),
        review=Review(promise.id, 1, "not_kept", "The office was closed."),
    )
    for client in (person, staff):
        assert "Find the form" not in client.get(talks.to("record", sam)).content.decode()
        assert "The office was closed." in client.get(talks.to("goal", sam, entry.id)).content.decode()


def test_a_promise_that_was_not_kept_is_explained(sam: Person, worker: Account) -> None:
    """refocus R8: kept or explained."""
    promise = talks.step(talks.goal(sam), owner=worker)
    with pytest.raises(Refused):
        review_step(opened=talks.opened_by(worker, sam), review=Review(promise.id, 1, "not_kept", "  "))
    promise.refresh_from_db()
    assert promise.status == "open"


def test_the_viewers_own_promises_stand_first_then_others_then_the_persons_steps(
    sam: Person, worker: Account
) -> None:
    """refocus 1.4: the worker's own promise is reviewed first."""
    colleague, entry = make.staff(sam.placements.get().team, name="Ned"), talks.goal(sam)
    own = talks.step(entry, "mine to do", due_on=timezone.localdate())
    his, hers = talks.step(entry, "Ned's", colleague), talks.step(entry, "Amina's", worker)
    assert still_open(talks.opened_by(worker, sam)) == [hers, his, own]
    assert still_open(talks.opened_by(sam.account, sam)) == [his, hers, own]


def test_a_step_belongs_to_the_person_a_worker_or_somebody_with_a_name(sam: Person, worker: Account) -> None:
    """refocus 1.7: who does it (me, worker, other)."""
    entry, opened, sister = talks.goal(sam), talks.opened_by(worker, sam), make.account("Ruth")
    make.beside(sam, sister, "supporter")
    made = [
        add_step(opened=opened, entry_id=entry.id, step=NewStep("a", who))
        for who in ("person", str(worker.id), str(sister.id))
    ]
    made.append(add_step(opened=opened, entry_id=entry.id, step=NewStep("a", "other", "My neighbour")))
    assert [step.owner for step in made] == ["person", "worker", "other", "other"]
    assert [step.owner_name for step in made] == ["", "Amina Yusuf", "Ruth", "My neighbour"]
    for who in ("", "nobody", str(uuid4()), str(make.account("Stranger").id)):
        with pytest.raises(Refused):
            add_step(opened=opened, entry_id=entry.id, step=NewStep("a", who))
    with pytest.raises(Refused):
        add_step(opened=opened, entry_id=entry.id, step=NewStep("a", "other"))


def test_a_step_of_a_hidden_entry_is_not_found(sam: Person, worker: Account) -> None:
    """platform 12; refocus R11."""
    hidden = talks.step(talks.goal(sam, visibility="me"))
    foreign = talks.step(talks.goal(make.person(called="Jo")))
    opened, client = talks.opened_by(worker, sam), talks.page_of(worker)
    for step in (hidden, foreign):
        with pytest.raises(NotFound):
            open_step(opened, step.id)
        with pytest.raises(NotFound):
            review_step(opened=opened, review=Review(step.id, 1, "kept"))
        with pytest.raises(NotFound):
            change_step(opened=opened, step_id=step.id, version=1, step=NewStep("mine now"))
        assert client.get(talks.to("step_review", sam, step.id)).status_code == 404
        assert client.post(talks.to("step_review", sam, step.id), {"status": "kept"}).status_code == 404
        assert client.get(talks.to("step_add", sam, step.entry_id)).status_code == 404


def test_a_step_changes_while_it_is_open_and_only_in_the_version_that_was_seen(
    sam: Person, worker: Account
) -> None:
    """platform 17; fault test F4."""
    step, opened = talks.step(talks.goal(sam), owner=worker), talks.opened_by(worker, sam)
    change_step(opened=opened, step_id=step.id, version=1, step=NewStep("Ring twice", str(worker.id)))
    with pytest.raises(StaleEdit):
        change_step(opened=opened, step_id=step.id, version=1, step=NewStep("Ring once", str(worker.id)))
    review_step(opened=opened, review=Review(step.id, 2, "kept"))
    with pytest.raises(Refused):
        change_step(opened=opened, step_id=step.id, version=3, step=NewStep("Ring thrice", str(worker.id)))
    assert list(step.events.order_by("pgh_id").values_list("words", "status")) == [
        ("Ring the club", "open"), ("Ring twice", "open"), ("Ring twice", "kept"),
    ]  # fmt: skip


def test_nobody_rewrites_anothers_promise(sam: Person, worker: Account) -> None:
    """DESIGN house rule 1."""
    step = talks.step(talks.goal(sam, written_by=worker), owner=worker)
    colleague = make.staff(sam.placements.get().team)
    for who in (sam.account, colleague):
        with pytest.raises(Refused):
            change_step(opened=talks.opened_by(who, sam), step_id=step.id, version=1, step=NewStep("Never"))


def test_what_was_said_about_a_step_can_be_undone(sam: Person, worker: Account) -> None:
    """Promised: undo of the last action."""
    step, client = talks.step(talks.goal(sam), owner=worker), talks.page_of(worker)
    address = talks.to("step_review", sam, step.id)
    response = client.post(address, {"status": "kept", "what_happened": "", "version": "1"}, follow=True)
    assert f'action="{address}?undo=1"' in response.content.decode()
    client.post(f"{address}?undo=1", {"version": "2"})
    step.refresh_from_db()
    assert (step.status, step.version) == ("open", 3)


def test_an_answer_given_meanwhile_is_shown_and_not_overwritten(sam: Person, worker: Account) -> None:
    """platform 17: never a silent overwrite."""
    step, client = talks.step(talks.goal(sam), owner=worker), talks.page_of(worker)
    review_step(opened=talks.opened_by(sam.account, sam), review=Review(step.id, 1, "partly", "Half of it"))
    sent = {"status": "kept", "what_happened": "All of it", "version": "1"}
    response = client.post(talks.to("step_review", sam, step.id), sent)
    assert response.status_code == 409
    assert "Half of it" in response.content.decode()
    assert "All of it" in response.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"words": ""},
        {"words": "a\x00b"},
        {"words": "x" * 100_000},
        {"words": "a", "due_on_day": "31", "due_on_month": "2", "due_on_year": "2027"},
        {"words": "a", "due_on_day": "1", "due_on_month": "1", "due_on_year": "1891"},
        {"words": "a", "who": "other", "who_name": ""},
        {"words": "a", "who": "0' OR 1=1"},
    ],
)
def test_a_refused_step_comes_back_as_typed(sam: Person, worker: Account, sent: dict[str, str]) -> None:
    """Bad input."""
    entry, client = talks.goal(sam), talks.page_of(worker)
    response = client.post(talks.to("step_add", sam, entry.id), {"who": "person", "due": "day", **sent})
    assert response.status_code == 422
    assert Step.objects.count() == 0
    if 0 < len(sent["words"]) < 10 and "\x00" not in sent["words"]:
        assert f">\n{sent['words']}</textarea>" in response.content.decode()


def test_the_same_step_sent_twice_is_kept_once(sam: Person, worker: Account) -> None:
    """Fault test F6."""
    entry, client = talks.goal(sam), talks.page_of(worker)
    sent = {"words": "Ring", "who": "person", "due": "week", "submission": str(uuid4())}
    for _again in range(2):
        assert client.post(talks.to("step_add", sam, entry.id), sent).status_code == 303
    step = Step.objects.get()
    assert step.due_on == timezone.localdate() + timedelta(days=7)
    assert Act.objects.filter(verb="step_added", thing_id=step.id).count() == 1


def test_a_promise_answers_a_need_of_the_goal(sam: Person, worker: Account) -> None:
    """recovery-support RS-06: who promised what by when."""
    entry, client = talks.goal(sam, needs=[{"kind": "money", "words": "the fare"}]), talks.page_of(worker)
    address = talks.to("goal", sam, entry.id)
    assert "Nobody has promised this yet." in client.get(address).content.decode()
    sent = {"words": "Ask the fund", "who": str(worker.id), "due": "fortnight"}
    client.post(talks.to("step_add", sam, entry.id) + "?need=money", sent)
    assert Step.objects.get().for_need == "money"
    assert "Nobody has promised this yet." not in client.get(address).content.decode()
